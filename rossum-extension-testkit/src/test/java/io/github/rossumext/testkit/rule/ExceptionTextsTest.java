package io.github.rossumext.testkit.rule;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.github.rossumext.FailurePolicy;
import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** In a test, the log and the exchange show what an exception of a rule says. */
class ExceptionTextsTest {
  private static final ContentRule BROKEN =
      content -> {
        throw new IOException("the reason");
      };

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stop() {
    root.detachAppender(log);
  }

  private String shown() {
    StringBuilder text = new StringBuilder();
    for (ILoggingEvent event : log.list) {
      text.append(event.getFormattedMessage()).append('\n');
      if (event.getThrowableProxy() != null) {
        text.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
    return text.toString();
  }

  @Test
  void ofASimulator() {
    RossumSimulator.of(BROKEN).deliver(Fixtures.invoice());

    assertThat(shown()).contains("java.io.IOException: the reason");
  }

  @Test
  void ofAnyEndpointInTheSameProcess() {
    Secret secret = Secret.of("made-up");
    Exception cause = new IOException("secret hush-hush\nin two lines");
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(secret)
            .on(
                HookEvent.ANNOTATION_CONTENT,
                ContentRules.of()
                    .and(
                        content -> {
                          throw new IllegalStateException("the reason", cause);
                        },
                        FailurePolicy.NO_RETRY))
            .build();
    RossumSimulator rossum = RossumSimulator.of(endpoint, secret);

    rossum.deliver(Fixtures.invoice().withSecret("erp", "hush-hush"));

    assertThat(rossum.describe())
        .contains(
            """

              caused by: java.lang.IllegalStateException: the reason
              caused by: java.io.IOException: secret removed
                in two lines
            """)
        .doesNotContain("hush");
    assertThat(rossum.exchanges().get(0).exception().orElseThrow())
        .hasRootCauseInstanceOf(IOException.class);
    assertThat(shown()).doesNotContain("the reason");
  }

  @Test
  void ofAScenario() {
    assertThatThrownBy(() -> RuleScenario.given(Fixtures.invoice()).when(BROKEN))
        .isInstanceOf(IllegalStateException.class);

    assertThat(shown()).contains("java.io.IOException: the reason");
  }

  @Test
  void ofARuleWhoseFailureIsOpen() {
    RuleScenario.given(Fixtures.invoice())
        .when(ContentRules.of().and(BROKEN, FailurePolicy.FAIL_OPEN));

    assertThat(shown()).contains("rule failed", "text=\"the reason\"");
  }

  @Test
  void ofAContextForTests() throws Exception {
    ContentPayload payload = (ContentPayload) Fixtures.invoice().payload();

    ContentRules.of().and(BROKEN, FailurePolicy.FAIL_OPEN).handle(payload, HookContext.of(payload));

    assertThat(shown()).contains("text=\"the reason\"");
  }
}
