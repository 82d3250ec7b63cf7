package io.github.rossumext.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.CapturedLog;
import io.github.rossumext.SuppliedClock;
import io.github.rossumext.delivery.Delivery;
import io.github.rossumext.delivery.DeliveryClaim;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.delivery.InMemoryDeliveryStore;
import io.github.rossumext.internal.http.ExceptionTexts;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The signs of life of running handlers. */
class RunsTest {
  private static final Duration DAY = Duration.ofHours(24);

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final InMemoryDeliveryStore store =
      InMemoryDeliveryStore.of(10, new SuppliedClock(now::get));
  private final Runs runs = new Runs(store, DAY, ExceptionTexts.HIDDEN);
  private final Attempt attempt =
      (Attempt)
          Proxy.newProxyInstance(
              Attempt.class.getClassLoader(),
              new Class<?>[] {Attempt.class},
              (proxy, method, arguments) -> {
                throw new AssertionError("nobody asks the request");
              });

  @AfterEach
  void close() {
    runs.close();
  }

  private Run run(String id) {
    return new Run(store.claim(DeliveryClaim.of(id, "body " + id, DAY, DAY)), attempt);
  }

  @Test
  void eachBeatRaisesTheCounterOfEachRun() {
    runs.add(run("a"));
    runs.add(run("b"));
    runs.beat();
    runs.beat();

    assertThat(store.find("a").orElseThrow().beats()).isEqualTo(2);
    assertThat(store.find("b").orElseThrow().beats()).isEqualTo(2);
  }

  @Test
  void aRunThatHasEndedHasNoBeat() {
    Run run = run("a");
    runs.add(run);

    assertThat(runs.remove(run)).isTrue();
    assertThat(runs.remove(run)).isFalse();
    runs.beat();

    assertThat(store.find("a").orElseThrow().beats()).isZero();
  }

  @Test
  void aRunThatAnotherNodeHasTakenOverIsLeftToIt() {
    Run run = run("a");
    runs.add(run);
    assertThat(store.runAgain(run.delivery())).isPresent();

    try (CapturedLog log = CapturedLog.start()) {
      runs.beat();
      runs.beat();
      assertThat(log.lines())
          .containsExactly("WARN delivery is run by another endpoint, too delivery=a");
    }
    assertThat(runs.find("a")).isNull();
    assertThat(store.find("a").orElseThrow().beats()).isZero();
  }

  @Test
  void aStoreThatFailsIsLoggedAndTriedAgain() {
    DeliveryStore broken =
        (DeliveryStore)
            Proxy.newProxyInstance(
                DeliveryStore.class.getClassLoader(),
                new Class<?>[] {DeliveryStore.class},
                (proxy, method, arguments) -> {
                  throw new IOException("password of sa");
                });
    Runs failing = new Runs(broken, DAY, ExceptionTexts.HIDDEN);
    Run run = run("a");
    failing.add(run);

    try (CapturedLog log = CapturedLog.start()) {
      failing.beat();
      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("WARN store failed step=beat delivery=a exception=java.io.IOException at=");
      assertThat(log.text()).doesNotContain("password");
    }
    assertThat(failing.find("a")).isSameAs(run);
    failing.close();
  }

  @Test
  void theLeaseOfARunThatBeatsIsNeverLost() {
    Instant[] now = {Instant.EPOCH};
    Leases leases = new Leases(new SuppliedClock(() -> now[0]));
    Delivery delivery = Delivery.of("a", 1, 0);
    assertThat(leases.isLost(delivery)).isFalse();
    for (int beat = 1; beat < 10; beat++) {
      now[0] = now[0].plus(Leases.LOST_AFTER.minusMillis(1));
      assertThat(leases.isLost(Delivery.of("a", 1, beat - 1))).isFalse();
      assertThat(leases.isLost(Delivery.of("a", 1, beat))).isFalse();
    }
    now[0] = now[0].plus(Leases.LOST_AFTER);
    assertThat(leases.isLost(Delivery.of("a", 2, 9))).isFalse();
    now[0] = now[0].plus(Leases.LOST_AFTER);
    assertThat(leases.isLost(Delivery.of("a", 2, 9))).isTrue();
    leases.forget("a");
    assertThat(leases.isLost(Delivery.of("a", 2, 9))).isFalse();
  }
}
