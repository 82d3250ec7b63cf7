package io.github.rossumext.internal.delivery;

import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.internal.http.ExceptionTexts;
import io.github.rossumext.internal.http.LogLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
 * The runs of this process, with their signs of life for the others. Its thread lives only while a
 * handler runs. Thread-safe.
 */
final class Runs {
  /** How often a run gives a sign of life. */
  private static final Duration BEAT = Duration.ofSeconds(5);

  private static final Duration CLEAN_UP = Duration.ofHours(1);

  private final DeliveryStore store;
  private final Duration keepTime;
  private final Clock clock;
  private final ExceptionTexts texts;
  private final Map<String, Run> runs = new ConcurrentHashMap<>();
  private final AtomicBoolean isTicking = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor timer;
  private volatile Instant cleanUp = Instant.MIN;

  Runs(DeliveryStore store, Duration keepTime, Clock clock, ExceptionTexts texts) {
    this.store = store;
    this.texts = texts;
    this.keepTime = keepTime;
    this.clock = clock;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1,
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

  /** Gives a sign of life for each run, and deletes what is over. */
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
    try {
      if (clock.instant().isAfter(cleanUp)) {
        cleanUp = clock.instant().plus(CLEAN_UP);
        store.deleteExpired(keepTime);
      }
    } catch (Throwable e) { // the next one deletes it
      LogLine.storeFailed("deleteExpired", "", e, texts);
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

  /** Ends the thread. */
  void close() {
    timer.shutdownNow();
  }
}
