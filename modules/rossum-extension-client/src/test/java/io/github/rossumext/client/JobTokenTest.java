package io.github.rossumext.client;

import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.testkit.simulator.VirtualClock;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A job that Rossum polls for calls Rossum back after two minutes. */
class JobTokenTest {
  private static final Secret SECRET = Secret.of("simulated");

  private final VirtualClock clock = VirtualClock.create();
  private final List<String> failures = new CopyOnWriteArrayList<>();

  private void work(HookContext context) throws InterruptedException {
    clock.sleep(Duration.ofMinutes(2));
    try {
      long unused = RossumClient.of(context).list("/v1/queues", Map.of()).count();
    } catch (RossumApiException e) {
      failures.add(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private List<Exchange> scheduled(UnaryOperator<SimulatedHook> change) {
    HookEndpoint.Builder builder =
        HookEndpoint.builder()
            .secret(SECRET)
            .clock(clock)
            .listen(INVOCATION_SCHEDULED, (call, context) -> work(context))
            .later(INVOCATION_SCHEDULED, URI.create("https://extension.example.com/rossum"))
            .deliveries(DeliverySettings.defaults().withQuickTime(Duration.ofMillis(20)));
    try (HookEndpoint endpoint = builder.build()) {
      RossumSimulator rossum =
          RossumSimulator.of(change.apply(SimulatedHook.of(endpoint, SECRET))).clock(clock);
      try (RossumApiStub api = RossumApiStub.create().join(rossum)) {
        return rossum.schedule(
            Fixtures.invocationScheduled()
                .withBaseUrl(api.baseUrl())
                .withToken(api.token().reveal()));
      }
    }
  }

  @Test
  void readsInTheFailureWhatToSetInTheHook() {
    assertThat(scheduled(hook -> hook)).singleElement().matches(Exchange::isSuccess);

    assertThat(failures)
        .singleElement()
        .asString()
        .startsWith("Unauthorized: GET /v1/queues: Rossum responded with 401.")
        .contains(
            " The token of a request ends with its response, or after ten minutes. For longer work,"
                + " set token_lifetime_s of the hook.");
  }

  @Test
  void callsRossumIfTheHookSetsIt() {
    assertThat(scheduled(hook -> hook.withTokenLifetime(Duration.ofMinutes(10))))
        .singleElement()
        .matches(Exchange::isSuccess);

    assertThat(failures).isEmpty();
  }
}
