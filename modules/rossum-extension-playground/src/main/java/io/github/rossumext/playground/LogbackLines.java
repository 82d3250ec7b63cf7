package io.github.rossumext.playground;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.ILoggerFactory;

/** The log lines of an extension whose backend is Logback. */
final class LogbackLines implements LogLines {
  private static final int MOST = 5_000;

  private final LoggerContext context;
  private final Appender appender = new Appender();

  private record Line(Instant at, String text) {}

  /** Remembers the last lines. */
  private static final class Appender extends AppenderBase<ILoggingEvent> {
    private final Deque<Line> lines = new ArrayDeque<>();

    @Override
    protected void append(ILoggingEvent event) {
      String stackTrace =
          event.getThrowableProxy() == null
              ? ""
              : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy()).stripTrailing();
      String logger = event.getLoggerName();
      String text =
          event.getLevel()
              + " "
              + logger.substring(logger.lastIndexOf('.') + 1)
              + ": "
              + event.getFormattedMessage()
              + stackTrace;
      synchronized (lines) {
        lines.add(new Line(event.getInstant(), text));
        if (lines.size() > MOST) {
          lines.remove();
        }
      }
    }
  }

  private LogbackLines(LoggerContext context) {
    this.context = context;
    appender.setName("playground");
    appender.setContext(context);
    appender.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
  }

  static LogLines start(ILoggerFactory backend) {
    return backend instanceof LoggerContext context ? new LogbackLines(context) : new Unknown();
  }

  @Override
  public boolean isKnown() {
    return true;
  }

  @Override
  public List<String> between(Instant from, Instant to) {
    List<String> found = new ArrayList<>();
    synchronized (appender.lines) {
      for (Line line : appender.lines) {
        if (!line.at().isBefore(from) && !line.at().isAfter(to)) {
          found.add(line.text());
        }
      }
    }
    return found;
  }

  @Override
  public void close() {
    context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
    appender.stop();
  }
}
