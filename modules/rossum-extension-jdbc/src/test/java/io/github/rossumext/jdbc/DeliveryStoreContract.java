package io.github.rossumext.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.delivery.Delivery;
import io.github.rossumext.delivery.Delivery.State;
import io.github.rossumext.delivery.DeliveryClaim;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.delivery.DeliveryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store must do. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class DeliveryStoreContract {
  static final Duration BODY_TIME = Duration.ofMinutes(2);
  static final Duration KEEP_TIME = Duration.ofHours(24);
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final byte[] BODY = "{}".getBytes(UTF_8);
  private static final int THREADS = 8;

  /** Returns the store, which is empty before each test. */
  abstract DeliveryStore store() throws Exception;

  /** Lets time pass for the store. */
  abstract void pass(Duration time) throws Exception;

  /** Returns an id of the real length that begins like this. */
  static String id(String name) {
    return name + "0".repeat(32 - name.length());
  }

  private static String key(String name) {
    return name + "0".repeat(64 - name.length());
  }

  static DeliveryClaim claim(String id, String body) {
    return DeliveryClaim.of(id(id), key("b" + body), BODY_TIME, KEEP_TIME);
  }

  static DeliveryClaim claim(String id, String body, String request) {
    return claim(id, body).withRequestKey(key("a" + request));
  }

  private Delivery claimed(String id, String body, String request) throws Exception {
    return store().claim(claim(id, body, request));
  }

  /** Claims, and says whose delivery it is. */
  private void assertClaim(String id, String body, String request, String expected)
      throws Exception {
    assertThat(claimed(id, body, request).id()).isEqualTo(id(expected));
  }

  private Delivery find(String id) throws Exception {
    return store().find(id(id)).orElseThrow();
  }

  private static void assertIs(Delivery delivery, int run, long beats, State state) {
    assertThat(delivery.run()).isEqualTo(run);
    assertThat(delivery.beats()).isEqualTo(beats);
    assertThat(delivery.state()).isEqualTo(state);
  }

  @Test
  void aNewDeliveryRuns() throws Exception {
    Delivery delivery = claimed("1", "1", "1");

    assertThat(delivery.id()).isEqualTo(id("1"));
    assertIs(delivery, 1, 0, State.RUNNING);
    assertIs(find("1"), 1, 0, State.RUNNING);
    assertThat(store().find(id("2"))).isEmpty();
  }

  @Test
  void eachKeyAloneRecognisesARepeat() throws Exception {
    claimed("1", "1", "1");

    assertClaim("2", "1", "2", "1");
    assertClaim("3", "2", "1", "1");
    assertClaim("4", "2", "3", "1"); // both keys came with a repeat
    assertClaim("5", "3", "2", "1");
    assertClaim("6", "6", "6", "6");
    assertThat(store().find(id("2"))).isEmpty();
  }

  @Test
  void aRequestWithoutIdIsRecognisedByItsBodyOnly() throws Exception {
    assertThat(store().claim(claim("1", "1")).id()).isEqualTo(id("1"));
    assertThat(store().claim(claim("2", "1")).id()).isEqualTo(id("1"));
    assertThat(store().claim(claim("3", "2")).id()).isEqualTo(id("3"));
    assertClaim("4", "1", "1", "1");
    assertClaim("5", "5", "1", "1");
  }

  @Test
  void aKeyOfOneRunningDeliveryIsNotTakenByAnother() throws Exception {
    claimed("1", "1", "1");
    claimed("2", "2", "2");

    assertClaim("3", "2", "1", "1");
    assertClaim("4", "2", "3", "2");
    assertClaim("5", "1", "4", "1");
  }

  @Test
  void theKeyOfABodyCountsForItsTimeAfterTheEndAndThenBelongsToTheNextDelivery() throws Exception {
    store().complete(claimed("1", "1", "1").withResponse(200, BODY));
    pass(BODY_TIME.minus(MOMENT));
    assertClaim("2", "1", "2", "1");
    pass(MOMENT);

    assertClaim("3", "1", "3", "3");
    assertClaim("4", "1", "4", "3");
    assertClaim("5", "5", "1", "1");
    assertClaim("6", "6", "2", "1");
  }

  /** Rossum waits up to 60 seconds for each of five attempts, perhaps with new ids. */
  @ParameterizedTest
  @ValueSource(ints = {30, 60})
  void theTimeOfABodyIsLongEnoughForFiveAttempts(int seconds) throws Exception {
    DeliverySettings times = DeliverySettings.defaults();
    for (int attempt = 0; attempt < 5; attempt++) {
      Delivery delivery =
          store()
              .claim(
                  DeliveryClaim.of(id("" + attempt), key("b"), times.bodyTime(), times.keepTime())
                      .withRequestKey(key("a" + attempt)));
      assertThat(delivery.id()).isEqualTo(id("0"));
      store().complete(delivery.withResponse(200, BODY));
      pass(Duration.ofSeconds(seconds));
    }
  }

  @Test
  void theKeyOfABodyGoesOverToADeliveryThatIsKnownByItsRequest() throws Exception {
    store().complete(claimed("1", "1", "1").withResponse(200, BODY));
    pass(BODY_TIME);
    claimed("2", "2", "2");

    assertClaim("3", "1", "2", "2");

    assertClaim("4", "1", "4", "2");
    assertClaim("5", "5", "1", "1");
  }

  @Test
  void aRunningDeliveryIsRecognisedByItsBodyHoweverLongItRuns() throws Exception {
    claimed("1", "1", "1");
    pass(KEEP_TIME.minus(MOMENT));

    assertClaim("2", "1", "2", "1");
  }

  @Test
  void aDeliveryThatMayRunAgainIsRecognisedByItsBodyForTheSameTime() throws Exception {
    store().complete(claimed("1", "1", "1").withRetry());
    pass(BODY_TIME.minus(MOMENT));
    assertClaim("2", "1", "2", "1");
    pass(MOMENT);
    assertClaim("3", "1", "1", "1");

    assertThat(store().runAgain(find("1"))).isPresent();
    assertClaim("4", "1", "4", "1"); // it runs
  }

  @Test
  void aDeliveryIsKeptForItsTimeAfterItsLastChange() throws Exception {
    Delivery run = claimed("1", "1", "1");
    pass(KEEP_TIME);
    assertThat(store().beat(run)).isTrue();
    pass(KEEP_TIME);
    assertThat(store().complete(run.withResponse(200, BODY))).isTrue();
    pass(KEEP_TIME);
    assertThat(store().find(id("1"))).isPresent();
    assertClaim("2", "2", "1", "1");
    pass(MOMENT);

    assertThat(store().find(id("1"))).isEmpty();
    assertClaim("3", "3", "1", "3");
    assertClaim("4", "2", "4", "4");
  }

  @Test
  void aKeyOfAnExpiredDeliveryLeadsToTheDeliveryThatTheOtherKeyKnows() throws Exception {
    claimed("1", "1", "1");
    pass(KEEP_TIME.plus(MOMENT));
    claimed("2", "2", "2");

    assertClaim("3", "2", "1", "2");
    assertClaim("4", "4", "1", "2");
    assertClaim("5", "1", "2", "2");
    assertClaim("6", "1", "6", "2");
    assertThat(store().find(id("1"))).isEmpty();
  }

  @Test
  void bothKeysMayComeFromDeliveriesThatAreOver() throws Exception {
    claimed("1", "1", "1");
    pass(KEEP_TIME.plus(MOMENT));
    store().complete(claimed("2", "2", "2").withResponse(200, BODY));
    pass(BODY_TIME);

    assertClaim("3", "2", "1", "3");
    assertClaim("4", "2", "4", "3");
    assertClaim("5", "5", "1", "3");
    assertClaim("6", "6", "2", "2");
  }

  @Test
  void aRunEndsOnce() throws Exception {
    Delivery run = claimed("1", "1", "1");

    assertThat(store().complete(run.withResponse(422, BODY))).isTrue();
    assertThat(store().complete(run.withRetry())).isFalse();
    assertThat(store().beat(run)).isFalse();
    Delivery found = find("1");
    assertIs(found, 1, 0, State.DONE);
    assertThat(found.status()).isEqualTo(422);
    assertThat(found.body()).isEqualTo(BODY);
    assertThat(store().runAgain(found)).isEmpty();
    Delivery repeated = claimed("2", "2", "1");
    assertThat(repeated.status()).isEqualTo(422);
    assertThat(repeated.body()).isEqualTo(BODY);
    assertThat(store().complete(Delivery.of(id("9"), 1, 0).withRetry())).isFalse();
  }

  @Test
  void everyByteOfAResponseComesBack() throws Exception {
    byte[] body = new byte[1_000_000];
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) i;
    }
    store().complete(claimed("1", "1", "1").withResponse(200, body));
    store().complete(claimed("2", "2", "2").withResponse(200, new byte[0]));

    assertThat(find("1").body()).isEqualTo(body);
    assertThat(claimed("3", "3", "1").body()).isEqualTo(body);
    assertThat(find("2").body()).isEmpty();
  }

  @Test
  void onlyWhatIsStillAsItWasSeenRunsAgain() throws Exception {
    Delivery seen = claimed("1", "1", "1");
    assertThat(store().beat(seen)).isTrue();
    assertThat(store().runAgain(seen)).isEmpty();

    Delivery beaten = find("1");
    assertIs(beaten, 1, 1, State.RUNNING);
    assertThat(store().runAgain(beaten.withRetry())).isEmpty();
    Delivery next = store().runAgain(beaten).orElseThrow();
    assertIs(next, 2, 0, State.RUNNING);
    assertIs(find("1"), 2, 0, State.RUNNING);
    assertThat(store().runAgain(beaten)).isEmpty();
    assertThat(store().beat(beaten)).isFalse();
    assertThat(store().complete(beaten.withRetry())).isFalse();
    assertThat(store().complete(next.withRetry())).isTrue();
    assertThat(store().runAgain(next)).isEmpty();
    assertIs(store().runAgain(next.withRetry()).orElseThrow(), 3, 0, State.RUNNING);
    assertThat(store().runAgain(Delivery.of(id("9"), 1, 0))).isEmpty();
  }

  @Test
  void theBeatsOfTheEndAreThoseThatItIsGiven() throws Exception {
    Delivery run = claimed("1", "1", "1");
    assertThat(store().beat(run)).isTrue();
    assertThat(store().beat(run)).isTrue();
    assertIs(find("1"), 1, 2, State.RUNNING);

    assertThat(store().complete(run.withRetry())).isTrue();

    assertThat(store().runAgain(run.withRetry())).isPresent();
  }

  @Test
  void whatIsOlderIsDeletedWithItsKeys() throws Exception {
    Delivery first = claimed("1", "1", "1");
    claimed("2", "2", "1");
    pass(Duration.ofHours(2));
    assertThat(store().beat(first)).isTrue();
    store().complete(claimed("3", "3", "3").withResponse(200, BODY));
    pass(Duration.ofHours(1));

    store().deleteExpired(Duration.ofHours(1));
    assertThat(store().find(id("1"))).isPresent();
    assertThat(store().find(id("3"))).isPresent();
    pass(MOMENT);
    store().deleteExpired(Duration.ofHours(1));

    assertThat(store().find(id("1"))).isEmpty();
    assertThat(store().find(id("3"))).isEmpty();
    assertClaim("4", "2", "1", "4");
    assertClaim("5", "3", "3", "5");
  }

  @Test
  void manyAreDeletedAtOnce() throws Exception {
    for (int i = 0; i < 250; i++) {
      claimed(i + "x", i + "x", i + "x");
    }
    pass(MOMENT);
    claimed("1", "1", "1");

    store().deleteExpired(Duration.ZERO);

    assertThat(store().find(id("1"))).isPresent();
    for (int i = 0; i < 250; i++) {
      assertThat(store().find(id(i + "x"))).isEmpty();
    }
  }

  @Test
  void oneOfManyRequestsWithTheSameIdWins() throws Exception {
    for (int round = 0; round < 5; round++) {
      String request = "r" + round;
      assertOneWins(round, i -> claim(request + "x" + i, request + "x" + i, request));
    }
  }

  @Test
  void oneOfManyRequestsThatSayTheSameWins() throws Exception {
    for (int round = 0; round < 5; round++) {
      String body = "r" + round;
      assertOneWins(round, i -> claim(body + "x" + i, body, body + "x" + i));
    }
  }

  @Test
  void oneOfManyWinsWhatIsOver() throws Exception {
    for (int round = 0; round < 5; round++) {
      String body = "r" + round;
      store().complete(claimed(body, body, body).withResponse(200, BODY));
      pass(BODY_TIME);
      assertOneWins(round, i -> claim(body + "x" + i, body, body + "x" + i));
    }
  }

  @Test
  void oneOfManyWinsWhatHasExpired() throws Exception {
    for (int round = 0; round < 5; round++) {
      String name = "r" + round;
      claimed(name, name, name);
      pass(KEEP_TIME.plus(MOMENT));
      assertOneWins(round, i -> claim(name + "x" + i, name, name));
    }
  }

  private interface ClaimOf {
    DeliveryClaim thread(int number);
  }

  private void assertOneWins(int round, ClaimOf claims) throws Exception {
    DeliveryStore store = store();
    List<Delivery> claimed =
        atOnce(
            number -> {
              DeliveryClaim claim = claims.thread(number);
              return store.claim(claim);
            });
    assertThat(claimed)
        .as("round " + round)
        .extracting(Delivery::id)
        .containsOnly(claimed.get(0).id());
    assertThat(claimed).allSatisfy(delivery -> assertIs(delivery, 1, 0, State.RUNNING));
  }

  private record Claimed(String id, String body, String request, String result) {
    boolean hasWon() {
      return result.equals(id);
    }
  }

  /** Some of the requests are known, and all of the bodies were, but too long ago. */
  @Test
  void keysThatCrossLeadToOneDeliveryEach() throws Exception {
    DeliveryStore store = store();
    for (int round = 0; round < 3; round++) {
      String name = "r" + round;
      for (int i = 0; i < 3; i++) {
        store.complete(claimed(name + i, name + i, name + i).withResponse(200, BODY));
      }
      pass(BODY_TIME);

      List<Claimed> claims =
          atOnce(thread -> claimAtRandom(store, name, thread)).stream()
              .flatMap(List::stream)
              .toList();

      for (Claimed claim : claims) {
        String last = claimed("last", "last", claim.request()).id();
        assertThat(claims)
            .filteredOn(other -> other.request().equals(claim.request()))
            .extracting(Claimed::result)
            .as(claim.request())
            .containsOnly(last);
        assertThat(claims)
            .filteredOn(other -> other.body().equals(claim.body()) && other.hasWon())
            .as(claim.body())
            .hasSizeLessThanOrEqualTo(1);
      }
    }
  }

  private static List<Claimed> claimAtRandom(DeliveryStore store, String name, int thread)
      throws Exception {
    Random random = new Random(thread);
    List<Claimed> claimed = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String own = name + "t" + thread + "n" + i;
      String body = name + random.nextInt(3);
      String request = name + random.nextInt(6); // half of them are new
      claimed.add(new Claimed(id(own), body, request, store.claim(claim(own, body, request)).id()));
    }
    return claimed;
  }

  @Test
  void oneOfManyRunsAgain() throws Exception {
    DeliveryStore store = store();
    for (int round = 0; round < 5; round++) {
      Delivery seen = claimed("r" + round, "r" + round, "r" + round);

      List<Boolean> won = atOnce(number -> store.runAgain(seen).isPresent());

      assertThat(won).containsOnlyOnce(true);
    }
  }

  @Test
  void oneOfManyEndsARun() throws Exception {
    DeliveryStore store = store();
    for (int round = 0; round < 5; round++) {
      Delivery run = claimed("r" + round, "r" + round, "r" + round);

      List<Boolean> won =
          atOnce(
              number ->
                  switch (number % 3) {
                    case 0 -> store.complete(run.withRetry());
                    case 1 -> store.complete(run.withResponse(200, BODY));
                    default -> store.runAgain(run).isPresent();
                  });

      assertThat(won).containsOnlyOnce(true);
    }
  }

  private interface OfThread<T> {
    T of(int number) throws Exception;
  }

  private static <T> List<T> atOnce(OfThread<T> action) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int number = i;
        Callable<T> task =
            () -> {
              start.await();
              return action.of(number);
            };
        futures.add(threads.submit(task));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get(60, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
