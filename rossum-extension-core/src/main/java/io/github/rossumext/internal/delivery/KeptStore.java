package io.github.rossumext.internal.delivery;

import io.github.rossumext.delivery.Delivery;
import io.github.rossumext.delivery.DeliveryClaim;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.internal.help.Mistake;
import io.github.rossumext.internal.http.ThreadState;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store after whose calls the thread is as before. The store is user code, and the thread belongs
 * to a container, a pool or a handler: a leftover interrupt would end the handler. Thread-safe if
 * the store is.
 */
final class KeptStore implements DeliveryStore {
  private final DeliveryStore store;

  KeptStore(DeliveryStore store) {
    this.store = store;
  }

  private static <T> T known(@Nullable T result, String step) {
    if (result == null) {
      throw Mistake.ofState("The store returned null for " + step + "(…).");
    }
    return result;
  }

  @Override
  public Delivery claim(DeliveryClaim claim) throws Exception {
    return ThreadState.keptBy(() -> known(store.claim(claim), "claim"));
  }

  @Override
  public Optional<Delivery> runAgain(Delivery seen) throws Exception {
    return ThreadState.keptBy(() -> known(store.runAgain(seen), "runAgain"));
  }

  @Override
  public boolean beat(Delivery run) throws Exception {
    return ThreadState.keptBy(() -> store.beat(run));
  }

  @Override
  public boolean complete(Delivery ended) throws Exception {
    return ThreadState.keptBy(() -> store.complete(ended));
  }

  @Override
  public Optional<Delivery> find(String id) throws Exception {
    return ThreadState.keptBy(() -> known(store.find(id), "find"));
  }

  @Override
  public void deleteExpired(Duration age) throws Exception {
    ThreadState.keptBy(
        () -> {
          store.deleteExpired(age);
          return store;
        });
  }
}
