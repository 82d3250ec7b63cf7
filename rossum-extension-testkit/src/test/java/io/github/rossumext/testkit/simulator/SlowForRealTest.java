package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.rules.ContentRules;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A rule that takes longer than Rossum waits, although the clock of the simulator stands still. */
class SlowForRealTest {
  private static final Duration LIMIT = Duration.ofMillis(50);

  private static RossumSimulator simulator(Duration time) {
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(Order.SECRET)
            .on(
                HookEvent.ANNOTATION_CONTENT,
                ContentRules.of(
                    content -> {
                      content.field("order_id").set("B1");
                      Thread.sleep(time.toMillis());
                    }))
            .build();
    return RossumSimulator.of(SimulatedHook.of(endpoint, Order.SECRET).withTimeout(LIMIT))
        .open(Order.request());
  }

  @Test
  void itsResponseIsLost() {
    RossumSimulator rossum = simulator(LIMIT.plusMillis(30));

    Outcome outcome = rossum.initialize();

    assertThat(rossum.field("order_id").displayedText()).isEqualTo("A12");
    assertThat(outcome.exchanges())
        .singleElement()
        .satisfies(
            exchange -> {
              assertThat(exchange.isSuccess()).isFalse();
              assertThat(exchange.status()).isEmpty();
              assertThat(exchange.failure())
                  .matches("no response in time: it took \\d+ ms, and Rossum waits 50 ms");
            });
    assertThat(rossum.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.REQUEST));
  }

  @Test
  void whileAUserWaitsItMayTakeThirtySeconds() {
    RossumSimulator rossum = simulator(LIMIT.plusMillis(30));

    Outcome outcome = rossum.start();

    assertThat(rossum.field("order_id").displayedText()).isEqualTo("B1");
    assertThat(outcome.exchanges().get(0).failure()).isEmpty();
  }
}
