package io.github.rossumext.examples.vendormatching;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** The layout of {@code logback.xml}. */
class LogLineTest {
  private static String line(String message, @Nullable Throwable failure) throws JoranException {
    LoggerContext logback = new LoggerContext();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(logback);
    configurator.doConfigure(Path.of("src", "main", "resources", "logback.xml").toFile());
    ConsoleAppender<ILoggingEvent> stdout =
        (ConsoleAppender<ILoggingEvent>)
            logback.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDOUT");
    LoggingEvent event =
        new LoggingEvent(
            "",
            logback.getLogger("io.github.rossumext.HookEndpoint"),
            Level.ERROR,
            message,
            failure,
            null);
    return new String(stdout.getEncoder().encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void aMessageIsWrittenAsItIs() throws Exception {
    assertThat(line("Ready – a b", null)).endsWith(" ERROR HookEndpoint: Ready – a b\n");
  }

  @Test
  void aMessageOfSeveralLinesBecomesOne() throws Exception {
    assertThat(line("one\r\n  two", null)).endsWith(": one | two\n");
  }

  @Test
  void aStackTraceIsFoldedIntoTheLine() throws Exception {
    String line = line("failed", new IllegalStateException("outer", new Error("inner")));

    assertThat(line.lines()).hasSize(1);
    assertThat(line)
        .contains(": failed java.lang.IllegalStateException: outer | at io.github.rossumext.")
        .contains(" | Caused by: java.lang.Error: inner | ")
        .endsWith(" common frames omitted\n");
  }
}
