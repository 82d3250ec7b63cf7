package io.github.rossumext;

import io.github.rossumext.delivery.Delivery;
import io.github.rossumext.delivery.DeliveryClaim;
import io.github.rossumext.delivery.DeliveryStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The way of one endpoint to a store: a test can watch it, and break it. */
final class WatchedStore implements DeliveryStore {
  private final DeliveryStore store;
  private final List<String> steps = new CopyOnWriteArrayList<>();
  private final List<String> failing = new CopyOnWriteArrayList<>();
  private final List<String> failingLate = new CopyOnWriteArrayList<>();
  private final Semaphore claims = new Semaphore(0);

  WatchedStore(DeliveryStore store) {
    this.store = store;
  }

  /** Lets a step fail before it reaches the store; all of them if none is given. */
  WatchedStore failAt(String... names) {
    failing.addAll(
        names.length > 0
            ? List.of(names)
            : List.of("claim", "runAgain", "beat", "complete", "find", "deleteExpired"));
    return this;
  }

  /** Lets a step fail after the store has done it: the response of the store is lost. */
  WatchedStore failAfter(String name) {
    failingLate.add(name);
    return this;
  }

  void repair() {
    failing.clear();
    failingLate.clear();
  }

  /** The steps so far. */
  List<String> steps() {
    return List.copyOf(steps);
  }

  /** Returns after so many claims. */
  void awaitClaims(int count) throws InterruptedException {
    if (!claims.tryAcquire(count, 60, TimeUnit.SECONDS)) {
      throw new AssertionError("Not so many claims.");
    }
  }

  private interface Step<T> {
    T take() throws Exception;
  }

  private <T> T step(String name, Step<T> step) throws Exception {
    steps.add(name);
    if (failing.contains(name)) {
      throw new IOException("The store is down.");
    }
    T result = step.take();
    if (failingLate.contains(name)) {
      throw new IOException("The store did not respond.");
    }
    return result;
  }

  @Override
  public Delivery claim(DeliveryClaim claim) throws Exception {
    try {
      return step("claim", () -> store.claim(claim));
    } finally {
      claims.release();
    }
  }

  @Override
  public Optional<Delivery> runAgain(Delivery seen) throws Exception {
    return step("runAgain", () -> store.runAgain(seen));
  }

  @Override
  public boolean beat(Delivery run) throws Exception {
    return step("beat", () -> store.beat(run));
  }

  @Override
  public boolean complete(Delivery ended) throws Exception {
    return step("complete", () -> store.complete(ended));
  }

  @Override
  public Optional<Delivery> find(String id) throws Exception {
    return step("find", () -> store.find(id));
  }

  @Override
  public void deleteExpired(Duration age) throws Exception {
    step(
        "deleteExpired",
        () -> {
          store.deleteExpired(age);
          return age;
        });
  }
}
