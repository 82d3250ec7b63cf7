package io.github.rossumext.client;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The bodies that are being read. A timer for each would wake a thread in each call. So while there
 * are any, one timer looks at them now and then, and only a body that is overdue soon gets its own.
 * Thread-safe.
 */
final class OpenBodies {
  static final OpenBodies ALL = new OpenBodies();

  private static final long SOON = TimeUnit.MILLISECONDS.toNanos(200);

  private final Set<BoundedBody> open = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean isScheduled = new AtomicBoolean();

  private OpenBodies() {}

  void add(BoundedBody body) {
    if (body.left() <= SOON) {
      body.startTimer();
    } else {
      open.add(body);
      schedule();
    }
  }

  void remove(BoundedBody body) {
    open.remove(body);
  }

  private void schedule() {
    if (!open.isEmpty() && isScheduled.compareAndSet(false, true)) {
      // Twice until a body is overdue soon, so that none is missed if a thread is late.
      CompletableFuture.delayedExecutor(SOON / 2, TimeUnit.NANOSECONDS).execute(this::look);
    }
  }

  private void look() {
    isScheduled.set(false);
    for (BoundedBody body : List.copyOf(open)) {
      if (body.left() <= SOON) {
        open.remove(body);
        body.startTimer();
      }
    }
    schedule();
  }
}
