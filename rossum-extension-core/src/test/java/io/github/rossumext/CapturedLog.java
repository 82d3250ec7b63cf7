package io.github.rossumext;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;
import org.slf4j.LoggerFactory;

/**
 * What all loggers write while it is open, at TRACE. It leaves out what the threads of earlier
 * tests write: a handler that outlived its request may end at any time.
 */
public final class CapturedLog implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final Set<Thread> earlier = new HashSet<>(Thread.getAllStackTraces().keySet());
  private final ListAppender<ILoggingEvent> appender =
      new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
          if (!earlier.contains(Thread.currentThread())) {
            super.append(event);
          }
        }
      };

  private CapturedLog() {
    earlier.remove(Thread.currentThread());
    earlier.removeIf(ForkJoinWorkerThread.class::isInstance); // tests share them
    appender.setContext(root.getLoggerContext());
    appender.start();
    root.setLevel(Level.TRACE);
    root.addAppender(appender);
  }

  public static CapturedLog start() {
    return new CapturedLog();
  }

  public List<ILoggingEvent> events() {
    return List.copyOf(appender.list);
  }

  /** Level and text of each event, without stack traces. */
  public List<String> lines() {
    return events().stream()
        .map(event -> event.getLevel() + " " + event.getFormattedMessage())
        .toList();
  }

  /** Everything as a log file would hold it, stack traces included. */
  public String text() {
    PatternLayout layout = new PatternLayout();
    LoggerContext context = root.getLoggerContext();
    layout.setContext(context);
    layout.setPattern("%level %logger %msg %mdc %kvp%n%ex{full}");
    layout.start();
    StringBuilder text = new StringBuilder();
    events().forEach(event -> text.append(layout.doLayout(event)));
    return text.toString();
  }

  @Override
  public void close() {
    root.detachAppender(appender);
    root.setLevel(before);
  }
}
