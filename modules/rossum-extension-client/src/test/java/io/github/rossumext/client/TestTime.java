package io.github.rossumext.client;

import io.github.rossumext.testkit.simulator.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A clock that jumps over the pauses of a client, and remembers them. */
final class TestTime implements Time {
  private final AtomicLong slept = new AtomicLong();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final Consumer<Duration> follower;

  TestTime() {
    this(time -> {});
  }

  private TestTime(Consumer<Duration> follower) {
    this.follower = follower;
  }

  /** A clock that takes another one along. */
  static TestTime with(VirtualClock clock) {
    return new TestTime(clock::advance);
  }

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
    pass(Duration.ofNanos(nanos));
    pauses.add(Duration.ofNanos(nanos));
  }

  void pass(Duration time) {
    slept.addAndGet(time.toNanos());
    follower.accept(time);
  }

  List<Duration> pauses() {
    return pauses;
  }
}
