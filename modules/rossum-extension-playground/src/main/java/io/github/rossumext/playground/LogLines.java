package io.github.rossumext.playground;

import java.time.Instant;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The log lines of the extension. Thread-safe. */
interface LogLines extends AutoCloseable {
  /** Returns whether the backend of the log is one whose lines can be read. */
  boolean isKnown();

  /** Returns the lines of a period, with their stack traces. */
  List<String> between(Instant from, Instant to);

  @Override
  void close();

  /** Starts to remember the lines. */
  static LogLines start() {
    try {
      return LogbackLines.start(LoggerFactory.getILoggerFactory());
    } catch (NoClassDefFoundError e) {
      return new Unknown();
    }
  }

  /** The log of another backend than Logback. */
  final class Unknown implements LogLines {
    @Override
    public boolean isKnown() {
      return false;
    }

    @Override
    public List<String> between(Instant from, Instant to) {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
