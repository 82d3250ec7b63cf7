package io.github.rossumext.testkit.internal;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A lock that one thread holds while it works on the documents, and gives up while it waits for an
 * extension. So an extension can call back while Rossum waits for its response. Thread-safe.
 */
public final class Turn {
  private final ReentrantLock lock = new ReentrantLock(true);

  /** Creates a lock that nobody holds. */
  public Turn() {}

  /** Does some work while no other thread works. A thread that works already just goes on. */
  public <T> T take(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for something, and lets other threads work in the meantime. */
  public <T> T giveWay(Supplier<T> wait) {
    int holds = lock.getHoldCount();
    for (int i = 0; i < holds; i++) {
      lock.unlock();
    }
    try {
      return wait.get();
    } finally {
      for (int i = 0; i < holds; i++) {
        lock.lock();
      }
    }
  }
}
