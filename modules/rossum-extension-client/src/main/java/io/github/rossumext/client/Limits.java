package io.github.rossumext.client;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long, how often and how much a client calls. Immutable.
 *
 * @param budget the time that the next call may take
 * @param callsPerSecond the rate for the token
 * @param maxPages the pages of one list
 */
record Limits(
    Supplier<Duration> budget, int callsPerSecond, int maxPages, TokenBuckets buckets, Time time) {
  private static final int CALLS_PER_SECOND = 10;
  private static final int MAX_PAGES = 100;

  static Limits of(Supplier<Duration> budget) {
    return new Limits(
        budget, CALLS_PER_SECOND, MAX_PAGES, TokenBuckets.OF_THE_PROCESS, Time.SYSTEM);
  }

  Deadline deadline() {
    return Deadline.in(budget.get(), time);
  }

  /** At most this, and at most as much as before. */
  Limits withTimeout(Duration timeout, boolean isEventBound) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout must be positive, but was " + timeout + ".");
    }
    Supplier<Duration> before = budget;
    Supplier<Duration> next =
        isEventBound
            ? () -> {
              Duration left = before.get();
              return left.compareTo(timeout) < 0 ? left : timeout;
            }
            : () -> timeout;
    return new Limits(next, callsPerSecond, maxPages, buckets, time);
  }

  Limits withCallsPerSecond(int calls) {
    requirePositive("callsPerSecond", calls);
    return new Limits(budget, calls, maxPages, buckets, time);
  }

  Limits withMaxPages(int pages) {
    requirePositive("maxPages", pages);
    return new Limits(budget, callsPerSecond, pages, buckets, time);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, but was " + value + ".");
    }
  }
}
