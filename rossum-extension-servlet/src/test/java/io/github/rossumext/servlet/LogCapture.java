package io.github.rossumext.servlet;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Collects what everybody logs, the container included, until it is closed. */
final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

  LogCapture() {
    setContext(root.getLoggerContext());
    start();
    root.addAppender(this);
  }

  @Override
  protected synchronized void append(ILoggingEvent event) {
    event.prepareForDeferredProcessing();
    events.add(event);
    notifyAll();
  }

  /** What the library has logged. */
  List<ILoggingEvent> ofTheLibrary() {
    return events.stream()
        .filter(event -> event.getLoggerName().startsWith("io.github.rossumext."))
        .toList();
  }

  /** The messages that the library has logged. */
  List<String> lines() {
    return ofTheLibrary().stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  /** Waits until the library has logged something. */
  synchronized void awaitLine() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (ofTheLibrary().isEmpty()) {
      long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (left <= 0) {
        throw new AssertionError("The library logs nothing.");
      }
      wait(left);
    }
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
