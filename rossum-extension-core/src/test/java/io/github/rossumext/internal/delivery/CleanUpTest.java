package io.github.rossumext.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.CapturedLog;
import io.github.rossumext.Eventually;
import io.github.rossumext.SuppliedClock;
import io.github.rossumext.delivery.DeliveryClaim;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.delivery.InMemoryDeliveryStore;
import io.github.rossumext.internal.http.ExceptionTexts;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How old deliveries are deleted. The timer is real, and the clock of the store is not. */
class CleanUpTest {
  private static final Duration SOON = Duration.ofMillis(30);

  /** What happens before the store deletes. */
  private interface Obstacle {
    void meet() throws Exception;
  }

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final InMemoryDeliveryStore store =
      InMemoryDeliveryStore.of(10, new SuppliedClock(now::get));
  private final AtomicInteger cleanUps = new AtomicInteger();
  private final AtomicReference<Obstacle> obstacle = new AtomicReference<>(() -> {});
  private final CountDownLatch end = new CountDownLatch(1);
  private final Runs runs = new Runs(watched(), SOON, ExceptionTexts.HIDDEN);

  private DeliveryStore watched() {
    return (DeliveryStore)
        Proxy.newProxyInstance(
            DeliveryStore.class.getClassLoader(),
            new Class<?>[] {DeliveryStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("deleteExpired")) {
                cleanUps.incrementAndGet();
                obstacle.get().meet();
              }
              return method.invoke(store, arguments);
            });
  }

  @BeforeEach
  void begin() {
    store.claim(DeliveryClaim.of("a", "body", SOON, Duration.ofDays(1)));
  }

  @AfterEach
  void close() {
    end.countDown();
    runs.close();
  }

  private void pass() {
    now.updateAndGet(before -> before.plus(SOON).plusMillis(1));
  }

  private void awaitCleanUps(int more) throws InterruptedException {
    int before = cleanUps.get();
    Eventually.isTrue(() -> cleanUps.get() >= before + more);
  }

  private boolean isEmpty() {
    return store.toString().contains("[0 deliveries]");
  }

  @Test
  void deletesWhatIsOverAlthoughNoRequestComes() throws Exception {
    runs.cleanUp(new CleanUpTimer());
    awaitCleanUps(3);
    assertThat(isEmpty()).isFalse();

    pass();

    Eventually.isTrue(this::isEmpty);
  }

  @Test
  void deletesItThoughTheStoreFailedAtFirst() throws Exception {
    obstacle.set(
        () -> {
          throw new IOException("The store is down.");
        });
    pass();
    try (CapturedLog log = CapturedLog.start()) {
      runs.cleanUp(new CleanUpTimer());
      awaitCleanUps(2);
      assertThat(isEmpty()).isFalse();
      assertThat(log.lines())
          .anyMatch(line -> line.startsWith("WARN store failed step=deleteExpired exception="));
    }

    obstacle.set(() -> {});

    Eventually.isTrue(this::isEmpty);
  }

  @Test
  void endsWhenTheEndpointIsClosed() throws Exception {
    runs.cleanUp(new CleanUpTimer());
    awaitCleanUps(1);
    runs.close();
    int before = cleanUps.get();

    Thread.sleep(5 * SOON.toMillis());

    assertThat(cleanUps.get()).isLessThanOrEqualTo(before + 1); // one may have been at work
  }

  @Test
  void doesNotHoldUpSignsOfLifeAndDeadlinesIfTheStoreHangs() throws Exception {
    obstacle.set(end::await);
    runs.cleanUp(new CleanUpTimer());
    awaitCleanUps(1);
    CountDownLatch isDue = new CountDownLatch(1);

    Future<?> unused = runs.schedule(isDue::countDown, Duration.ZERO);

    assertThat(isDue.await(60, TimeUnit.SECONDS)).isTrue();
  }
}
