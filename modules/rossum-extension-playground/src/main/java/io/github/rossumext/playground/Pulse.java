package io.github.rossumext.playground;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Wakes those who wait for a change. Thread-safe. */
final class Pulse {
  private long beats;
  private Beat last = new Beat(0, 0, "", false);

  /**
   * What changed last.
   *
   * @param number the number of the beat
   * @param version the version of the view
   * @param busy what the document waits for; {@code ""} if for nothing
   * @param isEnd whether the playground has ended
   */
  record Beat(long number, long version, String busy, boolean isEnd) {}

  synchronized void busy(String with) {
    beat(last.version, with, last.isEnd);
  }

  synchronized void idle(long version) {
    beat(version, "", last.isEnd);
  }

  synchronized void end() {
    beat(last.version, last.busy, true);
  }

  private void beat(long version, String busy, boolean isEnd) {
    last = new Beat(++beats, version, busy, isEnd);
    notifyAll();
  }

  synchronized Beat last() {
    return last;
  }

  /** Returns the first beat after this one; the last beat if none comes in time. */
  synchronized Beat after(Beat known, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (last.number == known.number) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return last;
      }
      wait(left);
    }
    return last;
  }

  /** Waits for the end, but no longer than this. */
  synchronized void awaitEnd(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!last.isEnd) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }

  synchronized void awaitEnd() throws InterruptedException {
    while (!last.isEnd) {
      wait();
    }
  }
}
