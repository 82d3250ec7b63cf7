package io.github.rossumext.client;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Spreads the calls of each token as Rossum counts them, over all threads and clients of the
 * process. It keeps hashes of tokens only, at most {@value #MAX_TOKENS}. At the next call with any
 * token, it forgets those without use for a minute. Thread-safe, and it never waits.
 */
final class TokenBuckets {
  /** Rossum allows so many calls at once. */
  static final int BURST = 10;

  static final int MAX_TOKENS = 1_000;

  static final TokenBuckets OF_THE_PROCESS = new TokenBuckets(Time.SYSTEM);

  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;

  /** A bucket is full when its time has come: each call moves the time by one interval. */
  private static final class Bucket {
    final AtomicLong time;
    volatile long used;

    Bucket(long now) {
      this.time = new AtomicLong(now);
      this.used = now;
    }
  }

  private final Time time;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final AtomicLong swept;

  TokenBuckets(Time time) {
    this.time = time;
    this.swept = new AtomicLong(time.nanos());
  }

  /**
   * Takes a place for one call, and returns the nanoseconds until its turn. Takes none, and returns
   * empty, if that is longer than the caller can wait.
   */
  Optional<Long> reserve(Token token, int callsPerSecond, long mostNanos) {
    long now = time.nanos();
    Bucket bucket = bucket(token.hash(), now);
    long interval = SECOND / callsPerSecond;
    while (true) {
      long before = bucket.time.get();
      long after = (before - now > 0 ? before : now) + interval;
      long wait = Math.max(0, after - now - BURST * interval);
      if (wait > mostNanos) {
        return Optional.empty();
      }
      if (bucket.time.compareAndSet(before, after)) {
        bucket.used = now;
        return Optional.of(wait);
      }
    }
  }

  private Bucket bucket(String hash, long now) {
    forgetUnused(now);
    Bucket known = buckets.get(hash);
    if (known != null) {
      return known;
    }
    makeRoom(now);
    Bucket fresh = new Bucket(now);
    Bucket other = buckets.putIfAbsent(hash, fresh);
    return other == null ? fresh : other;
  }

  /** Looks for tokens without use once a second at most, when there is a call with any token. */
  private void forgetUnused(long now) {
    long last = swept.get();
    if (now - last >= SECOND && swept.compareAndSet(last, now)) {
      buckets.values().removeIf(bucket -> now - bucket.used > MINUTE);
    }
  }

  private void makeRoom(long now) {
    while (buckets.size() >= MAX_TOKENS) {
      buckets.entrySet().stream()
          .min(Comparator.comparingLong(entry -> entry.getValue().used - now))
          .ifPresent(oldest -> buckets.remove(oldest.getKey(), oldest.getValue()));
    }
  }

  int size() {
    return buckets.size();
  }
}
