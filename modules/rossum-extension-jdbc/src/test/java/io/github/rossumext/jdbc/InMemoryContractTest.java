package io.github.rossumext.jdbc;

import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.delivery.InMemoryDeliveryStore;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** The store of core does what every store must do. */
class InMemoryContractTest extends DeliveryStoreContract {
  private final TestClock clock = new TestClock();
  private InMemoryDeliveryStore store = InMemoryDeliveryStore.of(1_000, clock);

  @BeforeEach
  void forget() {
    store = InMemoryDeliveryStore.of(1_000, clock);
  }

  @Override
  DeliveryStore store() {
    return store;
  }

  @Override
  void pass(Duration time) {
    clock.pass(time);
  }
}
