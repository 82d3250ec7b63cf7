package io.github.rossumext;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for another thread. */
public final class Eventually {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private Eventually() {}

  /** Returns when this is true. */
  public static void isTrue(BooleanSupplier condition) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE) {
        throw new AssertionError("It did not happen.");
      }
      Thread.sleep(2);
    }
  }
}
