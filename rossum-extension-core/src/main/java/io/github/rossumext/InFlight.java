package io.github.rossumext;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The requests that are being worked on, so that closing can wait for them. Thread-safe. */
final class InFlight {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private int requests;
  private boolean closed;

  /** Begins a request; false if no more are taken. */
  boolean enter() {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      requests++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Ends a request that was begun. */
  void leave() {
    lock.lock();
    try {
      requests--;
      if (requests == 0) {
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes no more requests, and waits for those that are running until they are done or for so
   * long.
   */
  void close(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      closed = true;
      long left = patience.toNanos();
      while (requests > 0 && left > 0) {
        left = idle.awaitNanos(Math.min(left, TimeUnit.MINUTES.toNanos(1)));
      }
    } finally {
      lock.unlock();
    }
  }
}
