package io.github.rossumext.internal.delivery;

import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.internal.http.ExceptionTexts;
import io.github.rossumext.internal.http.LogLine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The runs of this process, with their signs of life for the others, and what deletes the ends of
 * old ones. Its threads exist only while there is something to do. Thread-safe.
 */
final class Runs {
  /** How often a run gives a sign of life. */
  private static final Duration BEAT = Duration.ofSeconds(5);

  /** When an endpoint deletes what is over, at most: after it was built, and from then on. */
  private static final Duration FIRST_CLEAN_UP = Duration.ofMinutes(1);

  private static final Duration CLEAN_UP = Duration.ofHours(1);

  private final DeliveryStore store;
  private final Duration keepTime;
  private final ExceptionTexts texts;
  private final Map<String, Run> runs = new ConcurrentHashMap<>();
  private final AtomicBoolean isTicking = new AtomicBoolean();
  private final AtomicBoolean isCleaningUp = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor timer;
  private volatile Future<?> cleanUps = CompletableFuture.completedFuture(false);

  Runs(DeliveryStore store, Duration keepTime, ExceptionTexts texts) {
    this.store = store;
    this.texts = texts;
    this.keepTime = keepTime;
    this.timer =
        new ScheduledThreadPoolExecutor(
            2, // signs of life must not wait for a slow clean-up
            task -> {
              Thread thread = new Thread(task, "rossum-deliveries");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(2 * BEAT.toSeconds(), TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
  }

  /** Adds a run, which gives signs of life from now on. */
  void add(Run run) {
    runs.put(run.delivery().id(), run);
    tickLater();
  }

  /** Removes a run. Returns whether it was there. */
  boolean remove(Run run) {
    boolean isRemoved = runs.remove(run.delivery().id(), run);
    if (isRemoved && runs.isEmpty()) {
      synchronized (this) {
        notifyAll();
      }
    }
    return isRemoved;
  }

  /** Returns the run of a delivery in this process; null if it has none. */
  @Nullable Run find(String id) {
    return runs.get(id);
  }

  /** Waits until no handler runs, or this time is over. */
  void awaitNone(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    synchronized (this) {
      for (long left = patience.toNanos();
          !runs.isEmpty() && left > 0;
          left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    }
  }

  /** Returns the runs of this process. */
  List<Run> all() {
    return List.copyOf(runs.values());
  }

  private void tickLater() {
    if (isTicking.compareAndSet(false, true)) {
      Future<?> unused = schedule(this::tick, BEAT);
    }
  }

  private void tick() {
    isTicking.set(false);
    beat();
    if (!runs.isEmpty()) {
      tickLater();
    }
  }

  /** Gives a sign of life for each run. */
  void beat() {
    for (Run run : all()) {
      try {
        if (!store.beat(run.delivery()) && !run.isHandled() && remove(run)) {
          LogLine.delivery("delivery is run by another endpoint, too", run.delivery().id());
        }
      } catch (Throwable e) { // the next beat may succeed
        LogLine.storeFailed("beat", run.delivery().id(), e, texts);
      }
    }
  }

  /** Deletes what is over from time to time, until it is closed. Call it once. */
  void cleanUp(CleanUpTimer times) {
    cleanUps =
        times.tell(
            this, Runs::cleanUpSoon, least(FIRST_CLEAN_UP, keepTime), least(CLEAN_UP, keepTime));
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Lets an own thread do it: a store may take long. */
  private void cleanUpSoon() {
    Future<?> unused = schedule(this::deleteExpired, Duration.ZERO);
  }

  private void deleteExpired() {
    if (!isCleaningUp.compareAndSet(false, true)) {
      return;
    }
    try {
      store.deleteExpired(keepTime);
    } catch (Throwable e) { // the next one deletes it
      LogLine.storeFailed("deleteExpired", "", e, texts);
    } finally {
      isCleaningUp.set(false);
    }
  }

  /** Does this after some time, unless it is cancelled or the endpoint is closed by then. */
  Future<?> schedule(Runnable task, Duration delay) {
    try {
      return timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(false); // the endpoint is closed
    }
  }

  /** Ends the threads. */
  void close() {
    cleanUps.cancel(false);
    timer.shutdownNow();
  }
}
