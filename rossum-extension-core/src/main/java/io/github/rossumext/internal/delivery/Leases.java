package io.github.rossumext.internal.delivery;

import io.github.rossumext.delivery.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells whether the endpoint that runs a delivery is gone: its beats stay the same. Only times of
 * this process are compared. Thread-safe.
 */
final class Leases {
  /** How long the beats must stay the same: four of them are missing then. */
  static final Duration LOST_AFTER = Duration.ofSeconds(20);

  private static final int MAX_SEEN = 10_000;

  private record Seen(int run, long beats, Instant since) {
    boolean isStillTrueOf(Delivery delivery) {
      return run == delivery.run() && beats == delivery.beats();
    }
  }

  private final Clock clock;
  private final Map<String, Seen> seen = bounded();
  private final Map<String, Integer> reported = bounded();

  Leases(Clock clock) {
    this.clock = clock;
  }

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MAX_SEEN;
      }
    };
  }

  /** Returns whether the loss of this run is news, and remembers that it is not any more. */
  synchronized boolean isNews(String id, int run) {
    Integer known = reported.put(id, run);
    return known == null || known != run;
  }

  /** Returns whether the lease of a delivery, which runs elsewhere as the store says, is lost. */
  synchronized boolean isLost(Delivery running) {
    Instant now = clock.instant();
    Seen last = seen.get(running.id());
    if (last == null || !last.isStillTrueOf(running)) {
      seen.put(running.id(), new Seen(running.run(), running.beats(), now));
      return false;
    }
    return !now.isBefore(last.since().plus(LOST_AFTER));
  }

  /** Forgets a delivery that has ended. */
  synchronized void forget(String id) {
    seen.remove(id);
  }
}
