package io.github.rossumext.testkit.simulator;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.testkit.internal.api.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that moves only when you advance it, so that a test of a slow extension need not wait.
 * Give it to the endpoint and to the simulator, and let the stub of a slow system advance it. If a
 * response takes longer than Rossum waits, the request fails. Thread-safe.
 *
 * <pre>{@code
 * VirtualClock clock = VirtualClock.create();
 * HookEndpoint endpoint = HookEndpoint.builder().clock(clock)…build();
 * RossumSimulator rossum = RossumSimulator.of(endpoint, secret).clock(clock).open(fixture);
 * }</pre>
 */
public final class VirtualClock extends Clock {
  static {
    Access.open(VirtualClock.class, World.class, ApiWorld::of);
  }

  private final Instant start;
  private final AtomicLong nanos;
  private final ZoneId zone;

  private VirtualClock(Instant start, AtomicLong nanos, ZoneId zone) {
    this.start = start;
    this.nanos = nanos;
    this.zone = zone;
  }

  /** Creates a clock at 2025-11-04T09:00:00Z. */
  public static VirtualClock create() {
    return of(Instant.parse("2025-11-04T09:00:00Z"));
  }

  /** Returns a clock at this moment. */
  public static VirtualClock of(Instant start) {
    return new VirtualClock(start, new AtomicLong(), ZoneOffset.UTC);
  }

  /**
   * Advances the clock.
   *
   * @throws IllegalArgumentException if it is negative, or if the clock would be over 292 years
   *     ahead of its start
   */
  public void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException(
          "The time to advance must not be negative, but was " + time + ".");
    }
    nanos.updateAndGet(before -> later(before, time));
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
    return start.plusNanos(nanos.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** Returns a clock of another zone that shows the same moment and moves with this one. */
  @Override
  public Clock withZone(ZoneId other) {
    return new VirtualClock(start, nanos, other);
  }

  /** Returns the moment. */
  @Override
  public String toString() {
    return "VirtualClock[" + instant() + "]";
  }
}
