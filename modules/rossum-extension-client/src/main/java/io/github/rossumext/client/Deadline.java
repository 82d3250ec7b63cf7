package io.github.rossumext.client;

import java.time.Duration;

/** The end of a call, with all its repeats and pauses. Immutable. */
final class Deadline {
  private final Time time;
  private final long end;

  private Deadline(Time time, long end) {
    this.time = time;
    this.end = end;
  }

  static Deadline in(Duration budget, Time time) {
    // A budget of years would overflow, and nobody waits for so long.
    long nanos = Math.max(0, Math.min(budget.toSeconds(), 1_000_000)) * 1_000_000_000L;
    return new Deadline(
        time, time.nanos() + (budget.isNegative() ? 0 : nanos + budget.toNanosPart()));
  }

  /** The nanoseconds that are left; never negative. */
  long left() {
    return Math.max(0, end - time.nanos());
  }

  boolean isOver() {
    return left() == 0;
  }
}
