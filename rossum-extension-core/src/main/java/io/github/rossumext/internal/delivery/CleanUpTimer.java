package io.github.rossumext.internal.delivery;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells the endpoints of the process when to delete what is over. It has one thread, which exists
 * only while an endpoint is open, and does nothing else. An endpoint that nobody closes and nobody
 * uses is forgotten. Thread-safe.
 */
final class CleanUpTimer {
  /** The timer of the process. */
  static final CleanUpTimer SHARED = new CleanUpTimer();

  private static final long IDLE_SECONDS = 1;

  private final ScheduledThreadPoolExecutor timer;

  CleanUpTimer() {
    this.timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "rossum-clean-up");
              thread.setDaemon(true);
              thread.setContextClassLoader(null); // that of the first endpoint, which may be closed
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
  }

  /**
   * Calls somebody again and again, until the result is cancelled.
   *
   * @param call must be quick, and must not hold the one who is called
   */
  <T> Future<?> tell(T called, Consumer<? super T> call, Duration first, Duration period) {
    WeakReference<T> known = new WeakReference<>(called);
    return timer.scheduleWithFixedDelay(
        () -> {
          T there = known.get();
          if (there == null) {
            throw new CancellationException("Nobody closed the endpoint."); // ends the repetition
          }
          call.accept(there);
        },
        first.toNanos(),
        period.toNanos(),
        TimeUnit.NANOSECONDS);
  }

  /** Returns how many endpoints it tells. */
  int endpoints() {
    return timer.getQueue().size();
  }

  /** Returns whether its thread exists. */
  boolean hasThread() {
    return timer.getPoolSize() > 0;
  }
}
