package io.github.rossumext.internal.help;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that nobody sets: it counts from the start of the JVM. Two of its times have the right
 * distance, even if the time of the machine was corrected in between. Immutable and thread-safe.
 */
public final class SteadyClock extends Clock {
  /** The only one. */
  public static final SteadyClock INSTANCE = new SteadyClock();

  private final long start = System.nanoTime();

  private SteadyClock() {}

  /** Returns the same clock, or a steady one in place of the system's in any time zone. */
  public static Clock inPlaceOfTheSystems(Clock clock) {
    return clock.getClass() == Clock.systemUTC().getClass() ? INSTANCE : clock;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(System.nanoTime() - start);
  }
}
