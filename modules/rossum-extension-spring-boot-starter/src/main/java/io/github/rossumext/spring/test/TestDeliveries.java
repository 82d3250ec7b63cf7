package io.github.rossumext.spring.test;

import io.github.rossumext.delivery.Delivery;
import io.github.rossumext.delivery.DeliveryClaim;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.delivery.InMemoryDeliveryStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The deliveries of one test. The endpoint of a slice serves many tests. If it remembered their
 * deliveries, it would take the same document in another test for a repeat.
 */
final class TestDeliveries implements DeliveryStore {
  private final Clock clock;
  private volatile DeliveryStore current;

  TestDeliveries(Clock clock) {
    this.clock = clock;
    this.current = empty(clock);
  }

  private static DeliveryStore empty(Clock clock) {
    return InMemoryDeliveryStore.of(InMemoryDeliveryStore.DEFAULT_MAX_DELIVERIES, clock);
  }

  void forget() {
    current = empty(clock);
  }

  @Override
  public Delivery claim(DeliveryClaim claim) throws Exception {
    return current.claim(claim);
  }

  @Override
  public Optional<Delivery> runAgain(Delivery seen) throws Exception {
    return current.runAgain(seen);
  }

  @Override
  public boolean beat(Delivery run) throws Exception {
    return current.beat(run);
  }

  @Override
  public boolean complete(Delivery ended) throws Exception {
    return current.complete(ended);
  }

  @Override
  public Optional<Delivery> find(String id) throws Exception {
    return current.find(id);
  }

  @Override
  public void deleteExpired(Duration age) throws Exception {
    current.deleteExpired(age);
  }
}
