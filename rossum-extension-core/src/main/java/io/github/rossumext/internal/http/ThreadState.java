package io.github.rossumext.internal.http;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The state of a thread before user code runs on it. The state is restored afterwards, because the
 * thread belongs to a container or pool. A leftover interrupt, for example, would close the channel
 * of the response. For one thread.
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

  /**
   * Returns or throws the result of this code, and then restores the state of the current thread.
   */
  public static <T> T keptBy(Callable<T> code) throws Exception {
    ThreadState before = new ThreadState();
    try {
      return code.call();
    } finally {
      before.restore();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // it restores the old priority
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
            // A thread without a handler of its own returns its group.
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

  // A thread may refuse one change. The other changes still happen, and the response is sent.
  private static void quietly(Runnable restoring) {
    try {
      restoring.run();
    } catch (Throwable e) {
      // This part of the state stays as it is.
    }
  }
}
