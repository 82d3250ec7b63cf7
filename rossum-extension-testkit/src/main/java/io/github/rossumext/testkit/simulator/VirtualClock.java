package io.github.rossumext.testkit.simulator;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.testkit.internal.api.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * A clock that moves only when you advance it, so that a test of a slow extension need not wait.
 * Give it to the endpoint and to the simulator, and let the stub of a slow system advance it. If a
 * response takes longer than Rossum waits, the request fails. Thread-safe.
 *
 * {@snippet class="io.github.rossumext.snippets.DocumentSnippetsTest" region="clock"}
 */
public final class VirtualClock extends Clock {
  static {
    Access.open(VirtualClock.class, World.class, ApiWorld::of);
  }

  /** How long a poll waits for real until the jobs sleep or have ended. */
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);

  private final Instant start;
  private final Time elapsed;
  private final ZoneId zone;

  /** The time since the start, with those who sleep. Its lock guards it. */
  private static final class Time {
    private long nanos;
    private final List<Long> sleepers = new ArrayList<>(); // until when

    synchronized long nanos() {
      return nanos;
    }

    synchronized void advance(Duration more) {
      nanos = later(nanos, more);
      notifyAll();
    }

    synchronized void sleep(Duration most) throws InterruptedException {
      Long end = later(nanos, most);
      sleepers.add(end);
      try {
        while (nanos < end) {
          wait();
        }
      } finally {
        sleepers.remove(end);
      }
    }

    synchronized int sleepers() {
      return (int) sleepers.stream().filter(end -> nanos < end).count();
    }
  }

  private VirtualClock(Instant start, Time elapsed, ZoneId zone) {
    this.start = start;
    this.elapsed = elapsed;
    this.zone = zone;
  }

  /** Creates a clock at 2025-11-04T09:00:00Z. */
  public static VirtualClock create() {
    return of(Instant.parse("2025-11-04T09:00:00Z"));
  }

  /** Returns a clock at this moment. */
  public static VirtualClock of(Instant start) {
    return new VirtualClock(start, new Time(), ZoneOffset.UTC);
  }

  /**
   * Advances the clock.
   *
   * @throws IllegalArgumentException if it is negative, or if the clock would be over 292 years
   *     ahead of its start
   */
  public void advance(Duration time) {
    requireNotNegative("advance", time);
    elapsed.advance(time);
  }

  /**
   * Waits until another thread has advanced the clock by this time. Call it in a handler whose
   * response Rossum polls for: each poll advances the clock by 30 seconds. Before the endpoint
   * responds with 202, it waits for real: set {@code DeliverySettings.withQuickTime} to a few
   * milliseconds. A handler without polls calls {@link #advance} itself instead.
   *
   * @throws IllegalArgumentException if it is negative, or too long
   * @throws InterruptedException if the thread is interrupted
   */
  public void sleep(Duration time) throws InterruptedException {
    requireNotNegative("sleep", time);
    elapsed.sleep(time);
  }

  /**
   * Waits until each running job sleeps or has ended, but not long: a job may do something else.
   */
  void awaitSleepers(IntSupplier jobs) {
    long end = System.nanoTime() + PATIENCE;
    while (jobs.getAsInt() > elapsed.sleepers() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  private static void requireNotNegative(String what, Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException(
          "The time to " + what + " must not be negative, but was " + time + ".");
    }
  }

  private static long later(long before, Duration time) {
    try {
      return Math.addExact(before, time.toNanos());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "The clock cannot be over 292 years ahead of its start, but was to advance by "
              + time
              + ".",
          e);
    }
  }

  @Override
  public Instant instant() {
    return start.plusNanos(elapsed.nanos());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** Returns a clock of another zone that shows the same moment and moves with this one. */
  @Override
  public Clock withZone(ZoneId other) {
    return new VirtualClock(start, elapsed, other);
  }

  /** Returns the moment. */
  @Override
  public String toString() {
    return "VirtualClock[" + instant() + "]";
  }
}
