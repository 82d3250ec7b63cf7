package io.github.rossumext.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.delivery.Delivery;
import io.github.rossumext.delivery.DeliveryClaim;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.delivery.InMemoryDeliveryStore;
import io.github.rossumext.jdbc.TestDatabase.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** The store in a database does what the one in memory does, whatever is done in whatever order. */
class StoreModelProperties {
  private static final int NAMES = 3;
  private static final List<Duration> TIMES =
      List.of(
          Duration.ofMillis(1),
          Duration.ofMinutes(1),
          DeliveryStoreContract.BODY_TIME,
          Duration.ofHours(12),
          DeliveryStoreContract.KEEP_TIME);

  private static @Nullable TestDatabase shared;

  @BeforeContainer
  static void create() throws Exception {
    TestDatabase database = TestDatabase.of(Kind.H2);
    database.stopClock();
    shared = database;
  }

  enum Action {
    CLAIM,
    CLAIM_WITHOUT_ID,
    BEAT,
    RESPOND,
    RETRY,
    RUN_AGAIN,
    FIND,
    PASS,
    DELETE
  }

  /** An action on the delivery of a number, with a number of a key or time. */
  record Step(Action action, int one, int other) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Action> actions =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(Action.CLAIM)), Tuple.of(3, Arbitraries.of(Action.class)));
    return Combinators.combine(
            actions, Arbitraries.integers().between(0, 9), Arbitraries.integers().between(0, 9))
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void bothStoresDoTheSame(@ForAll("steps") List<Step> steps) throws Exception {
    TestDatabase database = Objects.requireNonNull(shared);
    database.clear();
    TestClock clock = new TestClock();
    Pair stores = new Pair(InMemoryDeliveryStore.of(1_000, clock), database.store());
    List<String> ids = new ArrayList<>();
    int again = 0;
    for (Step step : steps) {
      int name = step.one() % NAMES;
      String id = DeliveryStoreContract.id(ids.size() + "x");
      switch (step.action()) {
        case CLAIM, CLAIM_WITHOUT_ID -> {
          DeliveryClaim claim =
              step.action() == Action.CLAIM
                  ? DeliveryStoreContract.claim(
                      ids.size() + "x", "" + name, "" + step.other() % NAMES)
                  : DeliveryStoreContract.claim(ids.size() + "x", "" + name);
          ids.add(id);
          if (!stores.both(store -> text(store.claim(claim))).contains(id)) {
            again++;
          }
        }
        case PASS -> {
          Duration time = TIMES.get(step.other() % TIMES.size());
          clock.pass(time);
          database.pass(time);
        }
        case DELETE ->
            stores.both(
                store -> {
                  store.deleteExpired(DeliveryStoreContract.KEEP_TIME);
                  return "";
                });
        default -> {
          if (!ids.isEmpty()) {
            onDelivery(stores, ids.get(step.one() * 7 % ids.size()), step);
          }
        }
      }
    }
    for (String id : ids) {
      stores.both(store -> text(store.find(id)));
    }
    Statistics.label("repeats")
        .collect(again > 0)
        .coverage(coverage -> coverage.check(true).percentage(percentage -> percentage > 50));
  }

  private static void onDelivery(Pair stores, String id, Step step) throws Exception {
    Optional<Delivery> found = stores.memory().find(id);
    String known = stores.both(store -> text(store.find(id)));
    if (found.isEmpty()) {
      assertThat(known).isEqualTo("none"); // and nobody acts on what is not there
      return;
    }
    Delivery now = found.get();
    // Half of them act on what they have seen a while ago.
    Delivery seen =
        step.other() < 5 ? now : Delivery.of(id, step.other() % 3 + 1, step.other() % 2);
    byte[] body = {(byte) step.one(), (byte) step.other()};
    switch (step.action()) {
      case BEAT -> stores.both(store -> "" + store.beat(seen));
      case RESPOND -> stores.both(store -> "" + store.complete(seen.withResponse(200, body)));
      case RETRY -> stores.both(store -> "" + store.complete(seen.withRetry()));
      case RUN_AGAIN -> stores.both(store -> text(store.runAgain(seen)));
      default -> {}
    }
  }

  private interface Act {
    String on(DeliveryStore store) throws Exception;
  }

  private record Pair(DeliveryStore memory, DeliveryStore jdbc) {
    String both(Act act) throws Exception {
      String expected = act.on(memory);
      assertThat(act.on(jdbc)).isEqualTo(expected);
      return expected;
    }
  }

  private static String text(Optional<Delivery> delivery) {
    return delivery.map(StoreModelProperties::text).orElse("none");
  }

  private static String text(Delivery delivery) {
    return delivery
        + " beats "
        + delivery.beats()
        + " status "
        + delivery.status()
        + " body "
        + List.of(delivery.body().length, Arrays.hashCode(delivery.body()));
  }
}
