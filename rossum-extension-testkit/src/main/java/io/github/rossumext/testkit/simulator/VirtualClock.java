package io.github.rossumext.testkit.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that moves only when it is told to, so that a test shows what happens to a slow extension
 * without waiting. Give it to the endpoint and to the simulator, and let the stub of a slow system
 * advance it: a call that takes longer than Rossum waits is then given up. Thread-safe.
 *
 * <pre>{@code
 * VirtualClock clock = VirtualClock.create();
 * HookEndpoint endpoint = HookEndpoint.builder().clock(clock)…build();
 * RossumSimulator rossum = RossumSimulator.of(endpoint, secret).clock(clock).open(fixture);
 * }</pre>
 */
public final class VirtualClock extends Clock {
  private final Instant start;
  private final AtomicLong nanos;
  private final ZoneId zone;

  private VirtualClock(Instant start, AtomicLong nanos, ZoneId zone) {
    this.start = start;
    this.nanos = nanos;
    this.zone = zone;
  }

  /** A clock that stands at a fixed moment. */
  public static VirtualClock create() {
    return of(Instant.parse("2025-11-04T09:00:00Z"));
  }

  /** A clock that stands at this moment. */
  public static VirtualClock of(Instant start) {
    return new VirtualClock(start, new AtomicLong(), ZoneOffset.UTC);
  }

  /**
   * Lets time pass.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("Time does not go back by " + time + ".");
    }
    nanos.addAndGet(time.toNanos());
  }

  @Override
  public Instant instant() {
    return start.plusNanos(nanos.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same time, told in another zone. */
  @Override
  public Clock withZone(ZoneId other) {
    return new VirtualClock(start, nanos, other);
  }

  /** The moment at which it stands. */
  @Override
  public String toString() {
    return "VirtualClock[" + instant() + "]";
  }
}
