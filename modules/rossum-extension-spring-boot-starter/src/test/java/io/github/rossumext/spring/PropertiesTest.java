package io.github.rossumext.spring;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
import static io.github.rossumext.payload.HookAction.CONFIRM;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.rossumext.FailurePolicy;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.LossyWrites;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.ScheduledPayload;
import io.github.rossumext.response.NoResponse;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Secret;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** What the properties and the order of the beans mean for the endpoint. */
class PropertiesTest {
  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(RossumAutoConfiguration.class))
          .withUserConfiguration(Beans.class)
          .withPropertyValues("rossum.warm-up=false");

  static class Beans {
    static final AtomicInteger SCHEDULED = new AtomicInteger();

    @Bean
    @Order(2)
    ContentRule second() {
      return content -> content.info("second");
    }

    @Bean
    @Order(1)
    ContentRule first() {
      return content -> content.info("first");
    }

    @Bean
    @Order(3)
    @OnFailure(FailurePolicy.FAIL_OPEN)
    ContentRule failing() {
      return content -> {
        throw new IllegalStateException("invented");
      };
    }

    @Bean
    EventHandler<ScheduledPayload, NoResponse> schedule() {
      return EventHandler.listen(
          INVOCATION_SCHEDULED, (call, context) -> SCHEDULED.incrementAndGet());
    }
  }

  private void run(Consumer<HookEndpoint> test, String... properties) {
    application
        .withPropertyValues(properties)
        .run(context -> test.accept(context.getBean(HookEndpoint.class)));
  }

  private static int status(HookEndpoint endpoint, String secret) {
    return endpoint
        .handle(SignedRequest.of(Fixtures.invoice(), Secret.of(secret)).toEndpointRequest())
        .status();
  }

  @Test
  void rulesRunInTheirOrderAndEachHasItsPolicy() {
    run(
        endpoint -> assertThat(said(endpoint, INITIALIZE)).containsSubsequence("first", "second"),
        "rossum.secret=a");
  }

  static class AtActions {
    @Bean
    @Order(2)
    @OnlyAt({"confirm", "export"})
    ContentRule atBoth() {
      return content -> content.info("at both");
    }

    @Bean
    @Order(1)
    @OnlyAt("export")
    ContentRule atExport() {
      return content -> content.info("at export");
    }
  }

  @Test
  void aRuleAtActionsReplacesTheOthersThere() {
    application
        .withUserConfiguration(AtActions.class)
        .withPropertyValues("rossum.secret=a")
        .run(
            context -> {
              HookEndpoint endpoint = context.getBean(HookEndpoint.class);
              assertThat(said(endpoint, EXPORT))
                  .containsSubsequence("at export", "at both")
                  .doesNotContain("first");
              assertThat(said(endpoint, CONFIRM)).contains("at both").doesNotContain("at export");
              assertThat(said(endpoint, INITIALIZE)).contains("first").doesNotContain("at both");
            });
  }

  private static String said(HookEndpoint endpoint, HookAction action) {
    return new String(
        endpoint
            .handle(
                SignedRequest.of(Fixtures.invoice().with(action), Secret.of("a"))
                    .toEndpointRequest())
            .body(),
        StandardCharsets.UTF_8);
  }

  @Test
  void severalSecretsAreSeparatedByCommasOrHaveAnIndex(@TempDir Path folder) throws Exception {
    run(
        endpoint -> {
          assertThat(status(endpoint, "old")).isEqualTo(200);
          assertThat(status(endpoint, "new")).isEqualTo(200);
          assertThat(status(endpoint, "old,new")).isEqualTo(401);
        },
        "rossum.secret=old,new");
    run(
        endpoint -> {
          assertThat(status(endpoint, "with,comma")).isEqualTo(200);
          assertThat(status(endpoint, "with")).isEqualTo(401);
        },
        "rossum.secret[0]=with,comma");
    Path file = Files.writeString(folder.resolve("secret"), "of a file\n");
    run(
        endpoint -> assertThat(status(endpoint, "of a file")).isEqualTo(200),
        "rossum.secret-file=" + file);
  }

  @Test
  void timesAndPoliciesHaveFixedNames() {
    run(
        endpoint -> {
          assertThat(endpoint.timeout()).isEqualTo(Duration.ofSeconds(20));
          assertThat(endpoint.timeout(ANNOTATION_CONTENT.only(EXPORT)))
              .isEqualTo(Duration.ofSeconds(50));
          assertThat(endpoint.timeout(ANNOTATION_CONTENT.only(INITIALIZE)))
              .isEqualTo(Duration.ofSeconds(20));
          assertThat(endpoint.failurePolicies())
              .containsEntry(INVOCATION_SCHEDULED, FailurePolicy.RETRY);
        },
        "rossum.secret=a",
        "rossum.timeout.general=20s",
        "rossum.timeout.export=50s",
        "rossum.on-failure.invocation-scheduled=retry");
  }

  @Test
  void limitsAndSwitches() {
    run(
        endpoint -> {
          assertThat(endpoint.maxBodyBytes()).isEqualTo(2 * 1024 * 1024);
          assertThat(endpoint.maxConcurrentRequests()).isEqualTo(7);
          assertThat(endpoint.maxBytesInFlight()).isEqualTo(64L * 1024 * 1024);
          assertThat(endpoint.lossyWrites()).isEqualTo(LossyWrites.REFUSE);
          assertThat(endpoint.isLegacySignatureAccepted()).isTrue();
        },
        "rossum.secret=a",
        "rossum.limits.max-body-size=2MB",
        "rossum.limits.max-concurrent-requests=7",
        "rossum.limits.max-size-in-flight=64MB",
        "rossum.lossy-writes=refuse",
        "rossum.accept-legacy-signature=true",
        "rossum.log-exception-texts=true");
  }

  @Test
  void onceAndLaterNameEvents() {
    run(
        endpoint -> assertThat(endpoint.runningJobs()).isZero(),
        "rossum.secret=a",
        "rossum.once=annotation_content.export, annotation_content.initialize",
        "rossum.if-unknown=run-again",
        "rossum.later=invocation.scheduled",
        "rossum.public-url=https://extension.example.com/rossum",
        "rossum.polling-time=10m",
        "rossum.deliveries.close-time=5s");
  }

  @Test
  void anEmptyPublicUrlLetsEventsEndWithinTheRequest() {
    run(
        endpoint -> {
          SignedRequest request = SignedRequest.of(Fixtures.invocationScheduled(), Secret.of("a"));
          assertThat(endpoint.handle(request.toEndpointRequest()).status()).isEqualTo(200);
          assertThat(endpoint.handle(request.toEndpointRequest()).status()).isEqualTo(200);
          assertThat(Beans.SCHEDULED).hasValue(1); // once, as with a URL
        },
        "rossum.secret=a",
        "rossum.later=invocation.scheduled",
        "rossum.public-url=");
  }

  @Test
  void nothingPrintsASecret() {
    application
        .withPropertyValues("rossum.secret=never shown")
        .run(
            context ->
                assertThat(context.getBean(RossumProperties.class).toString())
                    .doesNotContain("never shown"));
  }

  @Test
  void anIdeKnowsEachPropertyWithItsMeaning() throws Exception {
    List<String> without = new ArrayList<>();
    int count = 0;
    try (InputStream json =
        RossumProperties.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      for (JsonNode property : JsonMapper.builder().build().readTree(json).get("properties")) {
        count++;
        if (property.path("description").asText().isBlank()) {
          without.add(property.get("name").asText());
        }
      }
    }

    assertThat(without).isEmpty();
    assertThat(count).isGreaterThan(45);
  }
}
