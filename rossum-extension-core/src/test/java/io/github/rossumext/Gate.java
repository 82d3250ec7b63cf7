package io.github.rossumext;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds handlers of a test until it is opened. */
final class Gate {
  private static final long LONG = 60;

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);

  /** Waits here as a handler that no interrupt stops. */
  void pass() {
    reached.countDown();
    while (true) {
      try {
        require(opened.await(LONG, TimeUnit.SECONDS), "The gate was never opened.");
        return;
      } catch (InterruptedException e) {
        interrupted.countDown();
      }
    }
  }

  void open() {
    opened.countDown();
  }

  /** Returns when a handler waits. */
  void awaitHandler() throws InterruptedException {
    require(reached.await(LONG, TimeUnit.SECONDS), "No handler came.");
  }

  /** Returns when a handler was interrupted. */
  void awaitInterrupt() throws InterruptedException {
    require(interrupted.await(LONG, TimeUnit.SECONDS), "No handler was interrupted.");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
