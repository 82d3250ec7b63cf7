package io.github.rossumext.servlet;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Collects what everybody logs, the container included, until it is closed. */
final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

  private final Consumer<String> lines;

  LogCapture() {
    this(line -> {});
  }

  /** Gives what the endpoint logs to this consumer, too: level and message. */
  LogCapture(Consumer<String> lines) {
    this.lines = lines;
    setContext(root.getLoggerContext());
    start();
    root.addAppender(this);
  }

  @Override
  protected synchronized void append(ILoggingEvent event) {
    event.prepareForDeferredProcessing();
    events.add(event);
    if (event.getLoggerName().equals("io.github.rossumext.HookEndpoint")) {
      lines.accept(event.getLevel() + " " + event.getFormattedMessage());
    }
  }

  /** What the library has logged about requests. */
  List<ILoggingEvent> ofTheLibrary() {
    return events.stream()
        .filter(event -> event.getLoggerName().startsWith("io.github.rossumext."))
        .filter(event -> !isStart(event))
        .toList();
  }

  private static boolean isStart(ILoggingEvent event) {
    return event.getLoggerName().equals(RossumHookServlet.class.getName());
  }

  /** The messages that the library has logged about requests. */
  List<String> lines() {
    return ofTheLibrary().stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  /** Level and message of each line that the servlet has logged about itself. */
  List<String> starts() {
    return events.stream()
        .filter(LogCapture::isStart)
        .map(event -> event.getLevel() + " " + event.getFormattedMessage())
        .toList();
  }

  /** Everything that anybody has logged, stack traces included. */
  String everything() {
    StringBuilder text = new StringBuilder();
    for (ILoggingEvent event : events) {
      text.append(event.getLoggerName())
          .append(' ')
          .append(event.getFormattedMessage())
          .append('\n');
      if (event.getThrowableProxy() != null) {
        text.append(ThrowableProxyUtil.asString(event.getThrowableProxy())).append('\n');
      }
    }
    return text.toString();
  }

  @Override
  public void close() {
    root.detachAppender(this);
    stop();
  }
}
