package io.github.rossumext.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that jumps over the pauses of a client, and remembers them. */
final class TestTime implements Time {
  private final AtomicLong slept = new AtomicLong();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  @Override
  public long nanos() {
    return slept.get();
  }

  @Override
  public Instant now() {
    return Instant.parse("2026-04-26T10:00:00Z").plusNanos(slept.get());
  }

  @Override
  public void sleep(long nanos) {
    slept.addAndGet(nanos);
    pauses.add(Duration.ofNanos(nanos));
  }

  void pass(Duration time) {
    slept.addAndGet(time.toNanos());
  }

  List<Duration> pauses() {
    return pauses;
  }
}
