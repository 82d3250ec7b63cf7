package io.github.rossumext.testkit.simulator;

import io.github.rossumext.delivery.Delivery;
import io.github.rossumext.delivery.Delivery.State;
import io.github.rossumext.delivery.DeliveryClaim;
import io.github.rossumext.delivery.DeliveryStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The store of several nodes. It knows which runs are alive. In their place, it gives the signs of
 * life that are due on the virtual clock. While a node waits for a run that is dead, it lets the
 * time pass after which the node notices it. Thread-safe.
 */
final class SharedStore {
  private static final Duration BEAT = Duration.ofSeconds(5);
  private static final Duration LOST_AFTER = Duration.ofSeconds(20);

  private final DeliveryStore store;
  private final VirtualClock clock;
  private final Map<String, Alive> alive = new ConcurrentHashMap<>();

  private record Alive(Delivery run, Way node, Instant beaten) {}

  SharedStore(DeliveryStore store, VirtualClock clock) {
    this.store = store;
    this.clock = clock;
  }

  private void beatAll() throws Exception {
    Instant now = clock.instant();
    for (Alive one : List.copyOf(alive.values())) {
      if (!now.isBefore(one.beaten().plus(BEAT)) && store.beat(one.run())) {
        alive.replace(one.run().id(), one, new Alive(one.run(), one.node(), now));
      }
    }
  }

  private void begun(Delivery run, Way node) {
    alive.put(run.id(), new Alive(run, node, clock.instant()));
  }

  /** The way of one node to the store, which a fault can break. Thread-safe. */
  final class Way implements DeliveryStore {
    private volatile DeliveryFault fault = DeliveryFault.NONE;
    private volatile boolean isAsked;
    private volatile boolean isCut;
    private volatile boolean isPolled;

    /** Lets this go wrong until the next call. */
    void fault(DeliveryFault next) {
      fault = next;
      isAsked = false;
    }

    /** Returns whether the node has asked for a delivery since the last fault was set. */
    boolean isAsked() {
      return isAsked;
    }

    /** Notes whether the node looks for the response to a poll, and does not wait for it. */
    void isPolled(boolean is) {
      isPolled = is;
    }

    /** Cuts the node off: it gives no sign of life any more. */
    void cut() {
      isCut = true;
      alive.values().removeIf(run -> run.node() == this);
    }

    private void requireWay() throws IOException {
      if (isCut) {
        throw new IOException("The node was killed, as the test says.");
      }
    }

    @Override
    public Delivery claim(DeliveryClaim claim) throws Exception {
      isAsked = true;
      requireWay();
      if (fault == DeliveryFault.STORE_FAILS_BEFORE) {
        throw new IOException("The store fails, as the test says.");
      }
      beatAll();
      Delivery delivery = store.claim(claim);
      if (delivery.id().equals(claim.id())) {
        begun(delivery, this);
      }
      killBefore();
      return delivery;
    }

    private void killBefore() throws IOException {
      if (fault == DeliveryFault.NODE_KILLED_BEFORE) {
        cut();
        requireWay();
      }
    }

    @Override
    public Optional<Delivery> runAgain(Delivery seen) throws Exception {
      requireWay();
      Optional<Delivery> next = store.runAgain(seen);
      next.ifPresent(run -> begun(run, this));
      return next;
    }

    @Override
    public boolean beat(Delivery run) throws Exception {
      requireWay();
      return store.beat(run);
    }

    @Override
    public boolean complete(Delivery ended) throws Exception {
      if (fault == DeliveryFault.NODE_KILLED_AFTER) {
        cut();
      }
      requireWay();
      alive.computeIfPresent(ended.id(), (id, run) -> run.node() == this ? null : run);
      if (fault == DeliveryFault.STORE_FAILS_AFTER) {
        throw new IOException("The store fails, as the test says.");
      }
      return store.complete(ended);
    }

    @Override
    public Optional<Delivery> find(String id) throws Exception {
      requireWay();
      beatAll();
      Optional<Delivery> found = store.find(id);
      boolean isDead =
          found.filter(run -> run.state() == State.RUNNING && !alive.containsKey(id)).isPresent();
      if (isDead && !isPolled) {
        clock.advance(LOST_AFTER);
      }
      return found;
    }

    @Override
    public void deleteExpired(Duration age) throws Exception {
      requireWay();
      store.deleteExpired(age);
    }
  }
}
