package io.github.rossumext.testkit.simulator;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static io.github.rossumext.testkit.simulator.DeliveryFault.NODE_KILLED_AFTER;
import static io.github.rossumext.testkit.simulator.DeliveryFault.NONE;
import static io.github.rossumext.testkit.simulator.DeliveryFault.REQUEST_LOST;
import static io.github.rossumext.testkit.simulator.DeliveryFault.RESPONSE_LATE;
import static io.github.rossumext.testkit.simulator.DeliveryFault.RESPONSE_LOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.delivery.IfUnknown;
import io.github.rossumext.delivery.InMemoryDeliveryStore;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.Secret;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An export while something goes wrong: what the ERP and Rossum see. */
class DeliveryFaultTest {
  private static final Secret SECRET = Secret.of("simulated");
  private static final HookEvent<?, ?> EVENT = ANNOTATION_CONTENT.only(EXPORT);

  private final VirtualClock clock = VirtualClock.create();

  /** The delivery key of each run of the handler. */
  private final List<String> runs = new CopyOnWriteArrayList<>();

  private ContentResponse book(ContentPayload invoice, HookContext context) {
    runs.add(context.deliveryKey());
    return ContentResponse.empty();
  }

  private HookEndpoint.Builder endpoint() {
    return HookEndpoint.builder()
        .secret(SECRET)
        .clock(clock)
        .on(ANNOTATION_CONTENT.only(EXPORT), this::book);
  }

  private SimulatedNodes nodes(IfUnknown ifUnknown) {
    return SimulatedNodes.of(
        clock, store -> endpoint().store(store).once(EVENT, ifUnknown).build());
  }

  private RossumSimulator exported(SimulatedHook hook, DeliveryFault... faults) {
    RossumSimulator rossum =
        RossumSimulator.of(hook).clock(clock).open(Fixtures.invoice().with(EXPORT));
    rossum.deliveryFaults(EVENT, List.of(faults)).export();
    return rossum;
  }

  private static List<OptionalInt> statuses(RossumSimulator rossum) {
    return rossum.exchanges().stream().map(Exchange::status).toList();
  }

  @Nested
  class WithTwoNodes {
    /** REFUSE: at most one run whatever happens. */
    @ParameterizedTest
    @CsvSource({
      "NONE,                  1, exported",
      "REQUEST_LOST,          1, exported",
      "RESPONSE_LOST,         1, exported",
      "RESPONSE_LATE,         1, exported",
      "ARRIVES_TWICE,         1, exported",
      "ARRIVES_TWICE_AT_ONCE, 1, exported",
      "STORE_FAILS_BEFORE,    1, exported",
      "STORE_FAILS_AFTER,     1, failed_export",
      "NODE_KILLED_BEFORE,    0, failed_export",
      "NODE_KILLED_AFTER,     1, failed_export",
      "NODE_KILLED_LATER,     1, exported"
    })
    void underRefuse(DeliveryFault fault, int times, String status) {
      try (SimulatedNodes nodes = nodes(IfUnknown.REFUSE)) {
        RossumSimulator rossum = exported(SimulatedHook.of(nodes, SECRET), fault);

        assertThat(runs).hasSize(times);
        assertThat(rossum.status()).isEqualTo(new AnnotationStatus(status));
      }
    }

    /** RUN_AGAIN: the handler may run again, always with the same key. */
    @ParameterizedTest
    @CsvSource({
      "NONE,                  1",
      "REQUEST_LOST,          1",
      "RESPONSE_LOST,         1",
      "RESPONSE_LATE,         1",
      "ARRIVES_TWICE,         1",
      "ARRIVES_TWICE_AT_ONCE, 1",
      "STORE_FAILS_BEFORE,    1",
      "STORE_FAILS_AFTER,     2",
      "NODE_KILLED_BEFORE,    1",
      "NODE_KILLED_AFTER,     2",
      "NODE_KILLED_LATER,     1"
    })
    void underRunAgain(DeliveryFault fault, int times) {
      try (SimulatedNodes nodes = nodes(IfUnknown.RUN_AGAIN)) {
        RossumSimulator rossum = exported(SimulatedHook.of(nodes, SECRET), fault);

        assertThat(runs).hasSize(times);
        assertThat(runs.stream().distinct()).hasSize(1);
        assertThat(rossum.status()).isEqualTo(AnnotationStatus.EXPORTED);
      }
    }

    /** The request ids are new, and the last attempt comes two or four minutes after the first. */
    @ParameterizedTest
    @CsvSource({"30, 120", "60, 240"})
    void fiveAttemptsOfWhichFourTimeOutAreOneRunUnderRefuse(int timeout, int passed) {
      try (SimulatedNodes nodes = nodes(IfUnknown.REFUSE)) {
        RossumSimulator rossum =
            exported(
                SimulatedHook.of(nodes, SECRET).withTimeout(Duration.ofSeconds(timeout)),
                RESPONSE_LATE,
                RESPONSE_LATE,
                RESPONSE_LATE,
                RESPONSE_LATE);

        assertThat(rossum.exchanges()).hasSize(5);
        assertThat(rossum.status()).isEqualTo(AnnotationStatus.EXPORTED);
        assertThat(Duration.between(VirtualClock.create().instant(), clock.instant()))
            .isGreaterThanOrEqualTo(Duration.ofSeconds(passed));
        assertThat(runs).hasSize(1);
      }
    }

    @Test
    void aKilledNodeIsNoticedWithinTheTimeThatRossumWaits() {
      try (SimulatedNodes nodes = nodes(IfUnknown.REFUSE)) {
        RossumSimulator rossum = exported(SimulatedHook.of(nodes, SECRET), NODE_KILLED_AFTER);

        assertThat(statuses(rossum)).containsExactly(OptionalInt.empty(), OptionalInt.of(422));
        assertThat(Duration.between(VirtualClock.create().instant(), clock.instant()))
            .isEqualTo(Duration.ofSeconds(20));
      }
    }

    @Test
    void theNodeThatIsKilledIsReplacedAndTheOtherStays() {
      try (SimulatedNodes nodes = nodes(IfUnknown.REFUSE)) {
        List<HookEndpoint> before = nodes.endpoints();

        exported(SimulatedHook.of(nodes, SECRET), NODE_KILLED_AFTER);

        assertThat(before.get(0).isClosed()).isTrue();
        assertThat(nodes.endpoints()).hasSize(2).doesNotContain(before.get(0));
        assertThat(nodes.endpoints().get(1)).isSameAs(before.get(1));
        assertThat(nodes.endpoints()).noneMatch(HookEndpoint::isClosed);
      }
    }

    @Test
    void saysHowManyTheyAre() {
      try (SimulatedNodes nodes = nodes(IfUnknown.REFUSE)) {
        assertThat(nodes).hasToString("SimulatedNodes[2]");
      }
    }

    @Test
    void closingClosesAllOfThem() {
      SimulatedNodes nodes = nodes(IfUnknown.REFUSE);

      nodes.close();

      assertThat(nodes.endpoints()).hasSize(2).allMatch(HookEndpoint::isClosed);
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
        value = DeliveryFault.class,
        names = {"STORE_.*", "NODE_KILLED_BEFORE", "NODE_KILLED_AFTER"},
        mode = EnumSource.Mode.MATCH_ANY)
    void aFaultThatCannotHappenIsNotPassedOver(DeliveryFault fault) {
      try (SimulatedNodes nodes =
          SimulatedNodes.of(clock, store -> endpoint().once(EVENT).build())) {
        SimulatedHook hook = SimulatedHook.of(nodes, SECRET);

        assertThatIllegalStateException()
            .isThrownBy(() -> exported(hook, fault))
            .withMessage(
                fault
                    + " did not happen, because the endpoint did not ask its store. Declare the"
                    + " event with once(…) or later(…), and give the endpoint the store.");
      }
    }

    @Test
    void theirStoreCanBeGiven() {
      DeliveryStore full = InMemoryDeliveryStore.of(1, clock);
      try (SimulatedNodes nodes =
          SimulatedNodes.of(clock, full, store -> endpoint().store(store).once(EVENT).build())) {
        exported(SimulatedHook.of(nodes, SECRET), RESPONSE_LOST);
      }

      assertThat(full).hasToString("InMemoryDeliveryStore[1 deliveries]");
      assertThat(runs).hasSize(1);
    }
  }

  @Nested
  class WithOneEndpoint {
    private HookEndpoint once() {
      return endpoint().once(EVENT).build();
    }

    /** What the simulator does without the help of the library. */
    @ParameterizedTest
    @CsvSource({
      "NONE, 1",
      "REQUEST_LOST, 1",
      "RESPONSE_LOST, 2",
      "RESPONSE_LATE, 2",
      "ARRIVES_TWICE, 2",
      "ARRIVES_TWICE_AT_ONCE, 2"
    })
    void aHandlerThatIsNotDeclaredOnceRunsAgain(DeliveryFault fault, int times) {
      HookEndpoint endpoint =
          HookEndpoint.builder()
              .secret(SECRET)
              .clock(clock)
              .on(
                  ANNOTATION_CONTENT.only(EXPORT),
                  (invoice, context) -> {
                    runs.add(context.requestId());
                    return ContentResponse.empty();
                  })
              .build();

      RossumSimulator rossum = exported(SimulatedHook.of(endpoint, SECRET), fault);

      assertThat(runs).hasSize(times);
      assertThat(rossum.status()).isEqualTo(AnnotationStatus.EXPORTED);
    }

    @Test
    void eachFaultIsThatOfOneAttempt() {
      RossumSimulator rossum =
          exported(
              SimulatedHook.of(once(), SECRET), REQUEST_LOST, RESPONSE_LOST, NONE, RESPONSE_LOST);

      assertThat(statuses(rossum))
          .containsExactly(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(200));
      assertThat(runs).hasSize(1);
    }

    @Test
    void aFaultIsNotAProblemAndTheExchangeNamesIt() {
      RossumSimulator rossum =
          exported(SimulatedHook.of(once(), SECRET), REQUEST_LOST, RESPONSE_LOST, RESPONSE_LATE);

      assertThat(rossum.problems()).isEmpty();
      assertThat(rossum.exchanges())
          .extracting(exchange -> exchange.describe().lines().skip(1).findFirst().orElse(""))
          .containsExactly(
              "  response: the request was lost, as the delivery fault says",
              "  response: the response was lost, as the delivery fault says",
              "  response: the response was late, as the delivery fault says",
              "  response: 200 {}");
    }

    @Test
    void faultsOfAllAttemptsFailTheRequest() {
      RossumSimulator rossum =
          exported(
              SimulatedHook.of(once(), SECRET).withRetryCount(1), RESPONSE_LOST, RESPONSE_LOST);

      assertThat(rossum.exchanges()).hasSize(2);
      assertThat(rossum.unseenFailures()).hasSize(1);
      assertThat(rossum.status()).isEqualTo(AnnotationStatus.FAILED_EXPORT);
    }

    @Test
    void faultsThatAreSetReplaceThoseThatAreLeft() {
      RossumSimulator rossum =
          exported(
              SimulatedHook.of(once(), SECRET).withRetryCount(0), RESPONSE_LOST, RESPONSE_LOST);

      Outcome again = rossum.deliveryFaults(EVENT, List.of()).deliverAgain();

      assertThat(again).hasToString("deliver again: exported");
      assertThat(again.exchanges()).singleElement().matches(Exchange::isSuccess);
      assertThat(runs).hasSize(1);
    }

    @Test
    void faultsThatNoAttemptMetAreLeft() {
      RossumSimulator rossum =
          exported(
              SimulatedHook.of(once(), SECRET).withRetryCount(0),
              RESPONSE_LOST,
              NONE,
              REQUEST_LOST);

      assertThat(rossum.unseenDeliveryFaults()).containsExactly(REQUEST_LOST);
      assertThat(rossum.deliveryFaultsLeft()).containsExactly(REQUEST_LOST);
      assertThat(rossum.unseenDeliveryFaults()).isEmpty();

      rossum.deliveryFaults(EVENT, List.of());
      assertThat(rossum.deliveryFaultsLeft()).isEmpty();
    }

    @Test
    void whatIsDeliveredAgainSaysTheSame() {
      RossumSimulator rossum = exported(SimulatedHook.of(once(), SECRET).withSameRequestId(), NONE);

      rossum.deliverAgain();

      assertThat(rossum.exchanges())
          .hasSize(2)
          .extracting(Exchange::request)
          .containsOnly(rossum.exchanges().get(0).request());
    }

    @Test
    void aUserWhoExportsAgainMakesAnotherDelivery() {
      RossumSimulator rossum = exported(SimulatedHook.of(once(), SECRET), NONE);

      rossum.export();

      assertThat(runs).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void onlyWhatRossumRepeatsIsDeliveredAgain() {
      RossumSimulator rossum = RossumSimulator.of(content -> {}).open(Fixtures.invoice());
      assertThatIllegalStateException()
          .isThrownBy(rossum::deliverAgain)
          .withMessage("No request was sent yet. Initialize or export first.");

      rossum.start();

      assertThatIllegalStateException()
          .isThrownBy(rossum::deliverAgain)
          .withMessage(
              "Rossum repeats no request of the last validation. Initialize or export first.");
    }

    @Test
    void faultsAreThoseOfTheirEvent() {
      RossumSimulator rossum =
          RossumSimulator.of(SimulatedHook.of(once(), SECRET))
              .clock(clock)
              .deliveryFaults(HookEvent.INVOCATION_SCHEDULED, List.of(RESPONSE_LOST))
              .deliveryFaults(ANNOTATION_CONTENT.only(INITIALIZE), List.of(RESPONSE_LOST))
              .open(Fixtures.invoice().with(EXPORT));

      rossum.export();

      assertThat(statuses(rossum)).containsExactly(OptionalInt.of(200));
    }

    @Test
    void aLateResponseUsesUpTheTimeOfTheRequestAndTheNextHasItsOwn() {
      RossumSimulator rossum =
          exported(
              SimulatedHook.of(once(), SECRET).withTimeout(Duration.ofSeconds(10)),
              RESPONSE_LATE,
              RESPONSE_LATE);

      assertThat(rossum.exchanges()).hasSize(3);
      assertThat(Duration.between(VirtualClock.create().instant(), clock.instant()))
          .isEqualTo(Duration.ofMillis(20_002));
    }

    private List<String> ids(UnaryOperator<SimulatedHook> change) {
      return exported(change.apply(SimulatedHook.of(once(), SECRET)), RESPONSE_LOST, RESPONSE_LOST)
          .exchanges()
          .stream()
          .map(exchange -> Json.read(exchange.request()).path("request_id").asText())
          .toList();
    }

    @Test
    void repeatsHaveNewRequestIdsOrTheSame() {
      assertThat(ids(hook -> hook)).hasSize(3).doesNotHaveDuplicates();
      assertThat(ids(SimulatedHook::withSameRequestId).stream().distinct()).hasSize(1);
      assertThat(runs).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
        value = DeliveryFault.class,
        names = {"STORE_.*", "NODE_.*"},
        mode = EnumSource.Mode.MATCH_ANY)
    void theFaultsOfNodesNeedNodes(DeliveryFault fault) {
      SimulatedHook hook = SimulatedHook.of(once(), SECRET);

      assertThatIllegalStateException()
          .isThrownBy(() -> exported(hook, fault))
          .withMessage(
              fault + " needs nodes with a store. Use SimulatedHook.of(SimulatedNodes, Secret).");
    }

    @ParameterizedTest
    @EnumSource(
        value = DeliveryFault.class,
        names = {"ARRIVES_TWICE", "ARRIVES_TWICE_AT_ONCE"})
    void whatArrivesTwiceIsOneExchange(DeliveryFault fault) {
      assertThat(exported(SimulatedHook.of(once(), SECRET), fault).exchanges()).hasSize(1);
      assertThat(runs).hasSize(1);
    }
  }
}
