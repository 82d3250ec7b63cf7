package io.github.rossumext.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.rossumext.SuppliedClock;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store must do, shown by the one in memory. */
class InMemoryDeliveryStoreTest {
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  private Instant now = Instant.EPOCH;
  private final InMemoryDeliveryStore store =
      InMemoryDeliveryStore.of(3, new SuppliedClock(() -> now));

  private static DeliveryClaim claim(String id, String body, String request) {
    return DeliveryClaim.of(id, body, Duration.ofMinutes(2), Duration.ofHours(24))
        .withRequestKey(request);
  }

  private String claimed(String id, String body, String request) {
    return store.claim(claim(id, body, request)).id();
  }

  @Test
  void aNewDeliveryRuns() {
    Delivery delivery = store.claim(claim("a", "body", "request"));

    assertThat(delivery.id()).isEqualTo("a");
    assertThat(delivery.run()).isEqualTo(1);
    assertThat(delivery.beats()).isZero();
    assertThat(delivery.state()).isEqualTo(Delivery.State.RUNNING);
    assertThat(delivery).hasToString("Delivery[a, run 1, RUNNING]");
    assertThat(store).hasToString("InMemoryDeliveryStore[1 deliveries]");
  }

  @Test
  void eachKeyAloneRecognisesARepeat() {
    claimed("a", "body", "request");

    assertThat(claimed("b", "body", "other")).isEqualTo("a");
    assertThat(claimed("c", "another", "request")).isEqualTo("a");
    assertThat(claimed("d", "another", "third")).isEqualTo("a");
    assertThat(claimed("e", "fresh", "fresh")).isEqualTo("e");
  }

  @Test
  void aKeyOfOneRunningDeliveryIsNotTakenByAnother() {
    claimed("a", "body a", "request a");
    claimed("b", "body b", "request b");

    assertThat(claimed("c", "body b", "request a")).isEqualTo("a");
    assertThat(claimed("d", "body b", "new")).isEqualTo("b");
  }

  @Test
  void theDeliveriesThatEndedFirstGoIfTheResponsesTakeTooMuchMemory() {
    InMemoryDeliveryStore small = new InMemoryDeliveryStore(10, 100, Clock.systemUTC());
    for (String id : List.of("a", "b", "c")) {
      small.complete(small.claim(claim(id, id, id)).withResponse(200, new byte[40]));
    }
    assertThat(small.find("a")).isEmpty();
    assertThat(small.find("b")).isPresent();
    assertThat(small.claim(claim("again", "a", "a")).id()).isEqualTo("again");

    small.complete(small.claim(claim("d", "d", "d")).withResponse(200, new byte[1000]));

    assertThat(small).hasToString("InMemoryDeliveryStore[2 deliveries]");
    assertThat(small.find("d").orElseThrow().body()).hasSize(1000);
    assertThat(small.find("again").orElseThrow().state()).isEqualTo(Delivery.State.RUNNING);

    small.deleteExpired(Duration.ofSeconds(-1));
    for (String id : List.of("e", "f")) {
      small.complete(small.claim(claim(id, id, id)).withResponse(200, new byte[50]));
    }
    assertThat(small).hasToString("InMemoryDeliveryStore[2 deliveries]");
  }

  @Test
  void theKeyOfTheBodyBelongsToTheNextDeliveryWhenItsTimeIsOver() {
    store.complete(store.claim(claim("a", "body", "request a")).withResponse(200, BODY));
    now = now.plus(Duration.ofMinutes(2));

    assertThat(claimed("b", "body", "request b")).isEqualTo("b");
    assertThat(claimed("c", "body", "request c")).isEqualTo("b");
    assertThat(claimed("d", "other", "request a")).isEqualTo("a");
  }

  @Test
  void aRunningDeliveryIsRecognisedByItsBodyHoweverLongItRuns() {
    claimed("a", "body", "request a");
    now = now.plus(Duration.ofHours(23));

    assertThat(claimed("b", "body", "request b")).isEqualTo("a");
  }

  @Test
  void aRunEndsOnce() {
    Delivery run = store.claim(claim("a", "body", "request"));

    assertThat(store.complete(run.withResponse(422, BODY))).isTrue();
    assertThat(store.complete(run.withRetry())).isFalse();
    assertThat(store.beat(run)).isFalse();
    Delivery found = store.find("a").orElseThrow();
    assertThat(found.state()).isEqualTo(Delivery.State.DONE);
    assertThat(found.status()).isEqualTo(422);
    assertThat(found.body()).isEqualTo(BODY);
    assertThat(store.runAgain(found)).isEmpty();
  }

  @Test
  void onlyWhatIsStillAsItWasSeenRunsAgain() {
    Delivery seen = store.claim(claim("a", "body", "request"));
    assertThat(store.beat(seen)).isTrue();

    assertThat(store.runAgain(seen)).isEmpty();
    Delivery beaten = store.find("a").orElseThrow();
    assertThat(beaten.beats()).isEqualTo(1);
    Delivery next = store.runAgain(beaten).orElseThrow();
    assertThat(next.run()).isEqualTo(2);
    assertThat(next.beats()).isZero();
    assertThat(store.runAgain(beaten)).isEmpty();
    assertThat(store.beat(beaten)).isFalse();
    assertThat(store.complete(beaten.withRetry())).isFalse();
    assertThat(store.complete(next.withRetry())).isTrue();
    assertThat(store.runAgain(next)).isEmpty();
    assertThat(store.runAgain(next.withRetry()).orElseThrow().run()).isEqualTo(3);
    assertThat(store.runAgain(Delivery.of("b", 1, 0))).isEmpty();
  }

  @Test
  void theDeliveryThatEndedFirstGoesFirst() {
    Delivery a = store.claim(claim("a", "a", "a"));
    Delivery b = store.claim(claim("b", "b", "b"));
    claimed("c", "c", "c");
    store.complete(b.withResponse(200, BODY));
    store.complete(a.withResponse(200, BODY));

    assertThat(claimed("d", "d", "d")).isEqualTo("d");

    assertThat(store.find("b")).isEmpty();
    assertThat(store.find("a")).isPresent();
    assertThat(claimed("e", "b", "b")).isEqualTo("e");
    assertThat(store.find("a")).isEmpty();
  }

  @Test
  void aStoreThatIsFullOfRunningDeliveriesTakesNoFurtherOne() {
    claimed("a", "a", "a");
    claimed("b", "b", "b");
    claimed("c", "c", "c");

    assertThatIllegalStateException()
        .isThrownBy(() -> claimed("d", "d", "d"))
        .withMessage(
            "The store is full: all of its 3 deliveries are running. Raise the number:"
                + " InMemoryDeliveryStore.of(maxDeliveries, clock).");
    assertThat(claimed("d", "a", "d")).isEqualTo("a");
    now = now.plus(Duration.ofHours(25)); // and nobody gave a sign of life
    assertThat(claimed("d", "d", "other")).isEqualTo("d");
  }

  @Test
  void whatIsOlderThanADayGoes() {
    Delivery a = store.claim(claim("a", "a", "a"));
    now = now.plus(Duration.ofHours(2));
    assertThat(store.beat(a)).isTrue();
    Delivery b = store.claim(claim("b", "b", "b"));
    store.complete(b.withResponse(200, BODY));
    now = now.plus(Duration.ofHours(24));

    store.deleteExpired(Duration.ofHours(24));
    assertThat(store.find("a")).isPresent();
    now = now.plusMillis(1);
    assertThat(store.find("a")).isEmpty();
    store.deleteExpired(Duration.ofHours(24));

    assertThat(store).hasToString("InMemoryDeliveryStore[0 deliveries]");
  }

  @Test
  void oneOfManyThreadsWins() throws Exception {
    InMemoryDeliveryStore shared = InMemoryDeliveryStore.create();
    Set<String> winners = ConcurrentHashMap.newKeySet();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Runnable> claims =
        IntStream.range(0, 8)
            .<Runnable>mapToObj(
                i ->
                    () -> {
                      awaited(start);
                      // The keys overlap: each claim shares one with the next.
                      winners.add(shared.claim(claim("id" + i, "body", "request" + i)).id());
                    })
            .toList();
    claims.forEach(threads::execute);
    start.countDown();
    threads.shutdown();

    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(winners).hasSize(1);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void holdsAtLeastOneDelivery() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InMemoryDeliveryStore.of(0, Clock.systemUTC()))
        .withMessage("maxDeliveries must be at least 1, but was 0.");
  }
}
