package io.github.rossumext.testkit.simulator;

import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.rossumext.FailurePolicy;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A nightly import, which takes minutes on the virtual clock and none for real. */
class LaterDeliveryTest {
  private static final Secret SECRET = Secret.of("simulated");
  private static final URI URL = URI.create("https://extension.example.com/rossum");

  private final VirtualClock clock = VirtualClock.create();

  /** The delivery key of each run that began, and of each that ended. */
  private final List<String> begun = new CopyOnWriteArrayList<>();

  private final List<String> ended = new CopyOnWriteArrayList<>();

  private volatile boolean isFailingAtFirst;

  private HookEndpoint.Builder endpoint(Duration time) {
    return HookEndpoint.builder()
        .secret(SECRET)
        .clock(clock)
        .listen(
            INVOCATION_SCHEDULED,
            (call, context) -> {
              begun.add(context.deliveryKey());
              clock.sleep(time);
              if (isFailingAtFirst && begun.size() == 1) {
                throw new IllegalStateException("The ERP is down.");
              }
              ended.add(context.deliveryKey());
            })
        .later(INVOCATION_SCHEDULED, URL)
        .deliveries(DeliverySettings.defaults().withQuickTime(Duration.ofMillis(20)));
  }

  private SimulatedNodes nodes(Duration time) {
    return SimulatedNodes.of(clock, store -> endpoint(time).store(store).build());
  }

  private List<Exchange> scheduled(SimulatedHook hook, DeliveryFault... faults) {
    return RossumSimulator.of(hook)
        .clock(clock)
        .deliveryFaults(INVOCATION_SCHEDULED, List.of(faults))
        .schedule(Fixtures.invocationScheduled());
  }

  private Duration passed() {
    return Duration.between(VirtualClock.create().instant(), clock.instant());
  }

  private static List<String> statuses(List<Exchange> exchanges) {
    return exchanges.stream()
        .map(exchange -> exchange.describe().lines().skip(1).findFirst().orElse("").strip())
        .toList();
  }

  @Test
  void isPolledUntilItHasEnded() {
    try (HookEndpoint endpoint = endpoint(Duration.ofMinutes(3)).build()) {
      List<Exchange> exchanges = scheduled(SimulatedHook.of(endpoint, SECRET));

      assertThat(statuses(exchanges)).containsExactly("response: 201 {}");
      assertThat(passed()).isEqualTo(Duration.ofMinutes(3));
      assertThat(ended).hasSize(1);
    }
  }

  @Test
  void isPolledAtEitherNode() {
    try (SimulatedNodes nodes = nodes(Duration.ofMinutes(3))) {
      List<Exchange> exchanges = scheduled(SimulatedHook.of(nodes, SECRET));

      assertThat(statuses(exchanges)).containsExactly("response: 201 {}");
      assertThat(passed()).isEqualTo(Duration.ofMinutes(3));
      assertThat(ended).hasSize(1);
    }
  }

  @Test
  void thatTakesLongerThanRossumPollsIsNotStartedASecondTime() {
    try (SimulatedNodes nodes = nodes(Duration.ofMinutes(8))) {
      List<Exchange> exchanges = scheduled(SimulatedHook.of(nodes, SECRET));

      assertThat(statuses(exchanges))
          .containsExactly("response: polling brought no result within 300 s", "response: 201 {}");
      assertThat(passed()).isEqualTo(Duration.ofMinutes(8));
      assertThat(begun).hasSize(1);
    }
  }

  @Test
  void theTimeOfPollingIsThatOfTheHook() {
    try (SimulatedNodes nodes = nodes(Duration.ofMinutes(8))) {
      List<Exchange> exchanges =
          scheduled(
              SimulatedHook.of(nodes, SECRET)
                  .withMaxPollingTime(Duration.ofMinutes(4))
                  .withoutRetryAfterPolling());

      assertThat(statuses(exchanges))
          .containsExactly("response: polling brought no result within 240 s");
      assertThat(passed()).isEqualTo(Duration.ofMinutes(4));
    }
  }

  @Test
  void whoseNodeIsKilledBeginsAgainWithTheSameKey() {
    try (SimulatedNodes nodes = nodes(Duration.ofMinutes(2))) {
      List<Exchange> exchanges =
          scheduled(SimulatedHook.of(nodes, SECRET), DeliveryFault.NODE_KILLED_LATER);

      assertThat(statuses(exchanges))
          .containsExactly("response: polling got the status 404", "response: 201 {}");
      assertThat(begun).hasSize(2);
      assertThat(begun.stream().distinct()).hasSize(1);
      assertThat(ended).hasSize(1);
    }
  }

  @Test
  void whoseAcceptanceIsLostIsNotStartedASecondTime() {
    try (SimulatedNodes nodes = nodes(Duration.ofMinutes(2))) {
      List<Exchange> exchanges =
          scheduled(SimulatedHook.of(nodes, SECRET), DeliveryFault.RESPONSE_LOST);

      assertThat(statuses(exchanges))
          .containsExactly(
              "response: the response was lost, as the delivery fault says", "response: 201 {}");
      assertThat(begun).hasSize(1);
    }
  }

  @Test
  void thatFailsUnderRetryIsRunAgain() {
    isFailingAtFirst = true;
    HookEndpoint.Builder builder =
        endpoint(Duration.ofMinutes(1)).onFailure(INVOCATION_SCHEDULED, FailurePolicy.RETRY);
    try (HookEndpoint endpoint = builder.build()) {
      List<Exchange> exchanges = scheduled(SimulatedHook.of(endpoint, SECRET));

      assertThat(statuses(exchanges))
          .containsExactly("response: polling got the status 404", "response: 201 {}");
      assertThat(exchanges.get(0).exception().orElseThrow()).hasMessage("The ERP is down.");
      assertThat(exchanges.get(1).exception()).isEmpty();
      assertThat(exchanges.get(1).problems()).isEmpty();
      assertThat(begun).hasSize(2);
      assertThat(begun.stream().distinct()).hasSize(1);
    }
  }

  /** Rossum gets 201 and takes it for a success. A test must see the failure all the same. */
  @Test
  void thatFailsIsAProblemWithItsException() {
    isFailingAtFirst = true;
    try (HookEndpoint endpoint = endpoint(Duration.ofMinutes(1)).build()) {
      RossumSimulator rossum = RossumSimulator.of(SimulatedHook.of(endpoint, SECRET)).clock(clock);

      Exchange exchange = rossum.schedule(Fixtures.invocationScheduled()).get(0);

      assertThat(rossum.unseenProblems()).hasSize(1);
      assertThat(exchange.isSuccess()).isTrue();
      assertThat(rossum.unseenProblems()).hasSize(1);
      assertThat(exchange.exception().orElseThrow()).hasMessage("The ERP is down.");
      assertThat(exchange.describe()).contains("java.lang.IllegalStateException: The ERP is down.");
      assertThat(exchange.problems())
          .extracting(Problem::toString)
          .containsExactly(
              "invocation.scheduled: The handler failed after the response 202:"
                  + " java.lang.IllegalStateException. Rossum does not learn of it.");
      assertThat(rossum.unseenProblems()).isEmpty();
    }
  }

  @Test
  void thatFailsUnderFailOpenIsNotAProblem() {
    isFailingAtFirst = true;
    HookEndpoint.Builder builder =
        endpoint(Duration.ofMinutes(1)).onFailure(INVOCATION_SCHEDULED, FailurePolicy.FAIL_OPEN);
    try (HookEndpoint endpoint = builder.build()) {
      List<Exchange> exchanges = scheduled(SimulatedHook.of(endpoint, SECRET));

      assertThat(exchanges).singleElement().matches(one -> one.problems().isEmpty());
      assertThat(exchanges.get(0).exception()).isPresent();
    }
  }

  /** The second attempt gets the response of the job that the first one started. */
  @Test
  void whoseFailureARepeatFetchesIsAProblemOfTheRepeat() {
    isFailingAtFirst = true;
    try (SimulatedNodes nodes = nodes(Duration.ofMinutes(8))) {
      List<Exchange> exchanges =
          scheduled(SimulatedHook.of(nodes, SECRET), DeliveryFault.RESPONSE_LOST);

      assertThat(exchanges).hasSize(3);
      assertThat(exchanges.get(0).exception()).isEmpty();
      assertThat(exchanges.get(2).exception()).isPresent();
      assertThat(exchanges.get(2).problems()).hasSize(1);
    }
  }

  @Test
  void closingTheNodesInterruptsIt() {
    SimulatedNodes nodes = nodes(Duration.ofMinutes(8));
    scheduled(SimulatedHook.of(nodes, SECRET).withRetryCount(0));
    long start = System.nanoTime();

    nodes.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(ended).isEmpty();
  }

  @Test
  void nobodySleepsForLessThanNoTime() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.sleep(Duration.ofSeconds(-1)))
        .withMessage("The time to sleep must not be negative, but was PT-1S.");
  }
}
