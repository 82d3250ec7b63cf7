package io.github.rossumext.spring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.spring.guide.GuideApplication;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the log says at the start about the place where the hook is served. */
@ExtendWith(OutputCaptureExtension.class)
class ServedPathTest {
  @Test
  void namesPortPathAndEvents(CapturedOutput log) {
    try (Served application =
        Served.start(
            List.of(GuideApplication.class),
            "server.servlet.context-path=/app",
            "logging.level.io.github.rossumext.spring=info")) {
      assertThat(log.getOut())
          .contains(
              "serving the hook port=" + application.url("").getPort() + " path=/app/rossum",
              "annotation_content.export");
    }
  }

  private static void ready(String... properties) {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(RossumAutoConfiguration.class))
        .withBean(ContentRule.class, () -> content -> {})
        .withPropertyValues("rossum.secret=x", "rossum.warm-up=false")
        .withPropertyValues(properties)
        .run(
            context ->
                context.publishEvent(
                    new ApplicationReadyEvent(
                        new SpringApplication(), new String[0], context, Duration.ZERO)));
  }

  @Test
  void warnsIfTheServerIsNotOneOfServlets(CapturedOutput log) {
    Logger logger = (Logger) LoggerFactory.getLogger(ServedPath.class);
    logger.setLevel(Level.WARN);

    ready("local.server.port=8080"); // such as that of WebFlux

    assertThat(log.getOut()).contains("starter serves servlets only", "HookEndpoint.serve");
  }

  @Test
  void saysNothingWithoutAServer(CapturedOutput log) {
    ready();

    assertThat(log.getOut()).doesNotContain("ServedPath");
  }
}
