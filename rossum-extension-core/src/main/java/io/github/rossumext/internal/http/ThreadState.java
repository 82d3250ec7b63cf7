package io.github.rossumext.internal.http;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What a thread was like before code of the author ran on it. It is made so again afterwards,
 * because the thread belongs to a container or pool: a leftover interrupt, for example, would close
 * the channel of the response. For one thread.
 */
public final class ThreadState {
  private final Thread thread = Thread.currentThread();
  private final boolean isInterrupted = thread.isInterrupted();
  private final String name = thread.getName();
  private final int priority = thread.getPriority();
  private final @Nullable ClassLoader loader = thread.getContextClassLoader();
  private final @Nullable UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
  private final @Nullable Map<String, String> shown = MDC.getCopyOfContextMap();

  private ThreadState() {}

  /** Returns or throws what this code does, and leaves the current thread as it is. */
  public static <T> T keptBy(Callable<T> code) throws Exception {
    ThreadState before = new ThreadState();
    try {
      return code.call();
    } finally {
      before.restore();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // it gives back what was there
  private void restore() {
    quietly(this::restoreInterrupt);
    quietly(this::restoreShown);
    quietly(
        () -> {
          if (!thread.getName().equals(name)) {
            thread.setName(name);
          }
        });
    quietly(
        () -> {
          if (thread.getPriority() != priority) {
            thread.setPriority(priority);
          }
        });
    quietly(
        () -> {
          if (thread.getContextClassLoader() != loader) {
            thread.setContextClassLoader(loader);
          }
        });
    quietly(
        () -> {
          if (thread.getUncaughtExceptionHandler() != handler) {
            // A group is what a thread without a handler of its own returns.
            thread.setUncaughtExceptionHandler(handler instanceof ThreadGroup ? null : handler);
          }
        });
  }

  private void restoreInterrupt() {
    if (isInterrupted) {
      thread.interrupt();
    } else {
      Thread.interrupted();
    }
  }

  private void restoreShown() {
    if (shown == null || shown.isEmpty()) {
      MDC.clear();
    } else if (!Objects.equals(shown, MDC.getCopyOfContextMap())) {
      MDC.setContextMap(shown);
    }
  }

  // A thread may refuse a change; the others happen all the same, and the response goes out.
  private static void quietly(Runnable restoring) {
    try {
      restoring.run();
    } catch (Throwable e) {
      // It keeps what it refuses to give back.
    }
  }
}
