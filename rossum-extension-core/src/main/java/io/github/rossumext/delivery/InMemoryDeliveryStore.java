package io.github.rossumext.delivery;

import io.github.rossumext.internal.help.Mistake;
import io.github.rossumext.internal.help.SteadyClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A store in the memory of one process. It serves one node only, and a restart loses it: after a
 * restart, a repeat is a new delivery, and its handler runs again under {@link IfUnknown#REFUSE},
 * too. It holds a limited number of deliveries, and their responses take at most an eighth of the
 * heap, or 16 MiB if that is more. If it is full, the delivery that ended first goes; if all are
 * running, it takes no further one. Thread-safe.
 *
 * {@snippet class="io.github.rossumext.snippets.DeliverySnippetsTest" region="store"}
 */
public final class InMemoryDeliveryStore implements DeliveryStore {
  /** The number of deliveries that a store holds by default. */
  public static final int DEFAULT_MAX_DELIVERIES = 10_000;

  /** A request has few repeats. What comes after them is not worth the memory. */
  private static final int MAX_KEYS = 100;

  /** How much memory the responses of a store may take. */
  private static final long MAX_BYTES = Math.max(16 << 20, Runtime.getRuntime().maxMemory() / 8);

  private final int maxDeliveries;
  private final long maxBytes;
  private final Clock clock;
  private final Map<String, Row> rows = new HashMap<>();
  private final Map<String, Row> ended = new LinkedHashMap<>(); // by id, in the order of their ends
  private final Map<String, Row> byKey = new HashMap<>();
  private final AtomicLong bytes = new AtomicLong();

  /** Creates a store whose responses take so many bytes; the last one may take more. */
  InMemoryDeliveryStore(int maxDeliveries, long maxBytes, Clock clock) {
    this.maxDeliveries = maxDeliveries;
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /** Returns an empty store for up to {@value #DEFAULT_MAX_DELIVERIES} deliveries. */
  public static InMemoryDeliveryStore create() {
    return of(DEFAULT_MAX_DELIVERIES, SteadyClock.INSTANCE);
  }

  /**
   * Returns an empty store.
   *
   * @param maxDeliveries how many deliveries it holds
   * @param clock tells the ages
   * @throws IllegalArgumentException if the number is not positive
   */
  public static InMemoryDeliveryStore of(int maxDeliveries, Clock clock) {
    if (maxDeliveries <= 0) {
      throw new IllegalArgumentException(
          "maxDeliveries must be at least 1, but was " + maxDeliveries + ".");
    }
    return new InMemoryDeliveryStore(
        maxDeliveries, MAX_BYTES, Objects.requireNonNull(clock, "clock"));
  }

  @Override
  public synchronized Delivery claim(DeliveryClaim claim) {
    Instant now = clock.instant();
    Row byRequest = claim.requestKey().map(key -> current(byKey.get(key), now)).orElse(null);
    Row byBody = recognised(current(byKey.get(claim.bodyKey()), now), now);
    if (byRequest != null) {
      if (byBody == null) {
        byRequest.leadFrom(claim.bodyKey());
      }
      return byRequest.delivery;
    }
    if (byBody != null) {
      claim.requestKey().ifPresent(byBody::leadFrom);
      return byBody.delivery;
    }
    makeRoom(now);
    Row row = new Row(claim, now);
    rows.put(claim.id(), row);
    claim.requestKey().ifPresent(row::leadFrom);
    row.leadFrom(claim.bodyKey());
    return row.delivery;
  }

  private @Nullable Row current(@Nullable Row row, Instant now) {
    if (row != null && now.isAfter(row.changed.plus(row.keepTime))) {
      remove(row);
      return null;
    }
    return row;
  }

  /** Returns the row if the key of a body still leads to it. */
  private static @Nullable Row recognised(@Nullable Row row, Instant now) {
    return row == null || row.isRunning() || now.isBefore(row.changed.plus(row.bodyTime))
        ? row
        : null;
  }

  private void makeRoom(Instant now) {
    if (rows.size() < maxDeliveries) {
      return;
    }
    Iterator<Row> first = ended.values().iterator();
    if (first.hasNext()) {
      remove(first.next());
      return;
    }
    rows.values().stream()
        .filter(row -> now.isAfter(row.changed.plus(row.keepTime)))
        .findAny()
        .ifPresentOrElse(
            this::remove,
            () -> {
              throw Mistake.ofState(
                  "The store is full: all of its "
                      + maxDeliveries
                      + " deliveries are running. Raise the number:"
                      + " InMemoryDeliveryStore.of(maxDeliveries, clock).");
            });
  }

  private void remove(Row row) {
    rows.remove(row.delivery.id());
    bytes.addAndGet(-row.delivery.bodyLength());
    ended.remove(row.delivery.id());
    row.keys.forEach(key -> byKey.remove(key, row));
  }

  @Override
  public synchronized Optional<Delivery> runAgain(Delivery seen) {
    Row row = rows.get(seen.id());
    if (row == null
        || row.delivery.state() != seen.state()
        || row.delivery.run() != seen.run()
        || row.delivery.beats() != seen.beats()
        || seen.state() == Delivery.State.DONE) {
      return Optional.empty();
    }
    row.change(Delivery.of(seen.id(), seen.run() + 1, 0));
    return Optional.of(row.delivery);
  }

  @Override
  public synchronized boolean beat(Delivery run) {
    Row row = running(run);
    if (row != null) {
      row.change(Delivery.of(run.id(), run.run(), row.delivery.beats() + 1));
    }
    return row != null;
  }

  @Override
  public synchronized boolean complete(Delivery end) {
    Row row = running(end);
    if (row != null) {
      row.change(end);
    }
    return row != null;
  }

  private @Nullable Row running(Delivery run) {
    Row row = rows.get(run.id());
    return row != null && row.isRunning() && row.delivery.run() == run.run() ? row : null;
  }

  @Override
  public synchronized Optional<Delivery> find(String id) {
    return Optional.ofNullable(current(rows.get(id), clock.instant())).map(row -> row.delivery);
  }

  @Override
  public synchronized void deleteExpired(Duration age) {
    Instant oldest = clock.instant().minus(age);
    List.copyOf(rows.values()).stream()
        .filter(row -> row.changed.isBefore(oldest))
        .forEach(this::remove);
  }

  /** Returns how many deliveries the store holds, and nothing of them. */
  @Override
  public synchronized String toString() {
    return "InMemoryDeliveryStore[" + rows.size() + " deliveries]";
  }

  /** One delivery. For the threads that hold the lock of the store. */
  private final class Row {
    private final Duration bodyTime;
    private final Duration keepTime;
    private final List<String> keys = new ArrayList<>(2);
    private Delivery delivery;
    private Instant changed;

    Row(DeliveryClaim claim, Instant now) {
      this.bodyTime = claim.bodyTime();
      this.keepTime = claim.keepTime();
      this.delivery = Delivery.of(claim.id(), 1, 0);
      this.changed = now;
    }

    boolean isRunning() {
      return delivery.state() == Delivery.State.RUNNING;
    }

    void leadFrom(String key) {
      if (byKey.get(key) != this && keys.size() < MAX_KEYS) {
        keys.add(key);
        byKey.put(key, this);
      }
    }

    void change(Delivery to) {
      bytes.addAndGet(to.bodyLength() - delivery.bodyLength());
      delivery = to;
      changed = clock.instant();
      ended.remove(to.id());
      if (!isRunning()) {
        ended.put(to.id(), this);
        while (bytes.get() > maxBytes && ended.size() > 1) {
          remove(ended.values().iterator().next());
        }
      }
    }
  }
}
