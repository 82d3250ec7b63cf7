package io.github.rossumext;

import io.github.rossumext.internal.http.LogLine;
import io.github.rossumext.internal.http.ThreadState;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs handlers: on the thread of the request, or on threads of their own, so that a handler that
 * does not return cannot hold up the response. Thread-safe.
 */
final class HandlerThreads {
  private static final Logger LOG = LoggerFactory.getLogger(HookEndpoint.class);

  private final @Nullable ExecutorService executor;
  private final boolean own;
  private final int limit;
  private final AtomicInteger running = new AtomicInteger();

  private HandlerThreads(@Nullable ExecutorService executor, boolean own, int limit) {
    this.executor = executor;
    this.own = own;
    this.limit = limit;
  }

  /** Runs handlers on the thread of the request, without a time limit. */
  static HandlerThreads ofRequests() {
    return new HandlerThreads(null, false, Integer.MAX_VALUE);
  }

  /**
   * Runs handlers on threads that are started here: virtual ones if the JVM has them.
   *
   * @param limit the approximate number that may run at a time, so that handlers that never return
   *     do not pile up
   */
  static HandlerThreads started(int limit) {
    return new HandlerThreads(virtualThreads(), true, limit);
  }

  /** Runs handlers on an executor of the application. */
  static HandlerThreads of(ExecutorService executor) {
    return new HandlerThreads(executor, false, Integer.MAX_VALUE);
  }

  /**
   * Returns the threads for handlers that outlive their requests: these, unless they are those of
   * the requests.
   *
   * @param most the approximate number that may run at a time
   */
  HandlerThreads forJobs(int most) {
    return executor == null ? started(most) : this;
  }

  // By reflection, because this library is compiled for Java 17, which does not have them.
  private static ExecutorService virtualThreads() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      return Executors.newCachedThreadPool(daemons());
    }
  }

  private static ThreadFactory daemons() {
    AtomicLong count = new AtomicLong();
    return task -> {
      Thread thread = new Thread(task, "rossum-handler-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Returns the result of the handler, or throws its exception.
   *
   * @param shown opens the log context on another thread than that of the request
   * @throws TooLateException if the handler takes longer than the time left; a later result is
   *     dropped
   * @throws BusyException if there is no thread for it
   */
  <T> T call(Callable<T> handler, Supplier<LogLine.Context> shown, Duration left, String requestId)
      throws Exception {
    if (executor == null) {
      return ThreadState.keptBy(handler);
    }
    requireRoom();
    Task<T> task = new Task<>(placed(handler, shown), requestId);
    Future<T> future = submitted(executor, task);
    try {
      return future.get(nanos(left), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      if (task.abandon()) {
        TooLateException late = new TooLateException(task.place());
        future.cancel(true);
        throw late;
      }
      // It returned just before it was abandoned, so its result is used.
      return result(future);
    } catch (InterruptedException e) {
      // The thread of the request was interrupted. Its owner may check that, so the flag stays set.
      Thread.currentThread().interrupt();
      task.abandon();
      future.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      throw cause(e);
    }
  }

  /**
   * Starts a task that itself tells how it ends. On the thread of the request, it returns when the
   * task has ended.
   *
   * @param shown opens the log context on another thread than that of the request
   * @throws BusyException if there is no thread for it
   */
  void start(Callable<?> task, Supplier<LogLine.Context> shown) throws Exception {
    if (executor == null) {
      ThreadState.keptBy(task);
      return;
    }
    requireRoom();
    Future<?> unused = submitted(executor, placed(task, shown));
  }

  private void requireRoom() throws BusyException {
    if (running.get() >= limit) {
      throw new BusyException("Too many handlers have not returned.", null);
    }
  }

  /** Returns the task as it runs on another thread: with the class loader and the log context. */
  private <T> Callable<T> placed(Callable<T> task, Supplier<LogLine.Context> shown) {
    @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();
    // The thread may belong to the application, which uses it for other work later.
    return () ->
        ThreadState.keptBy(
            () -> {
              LogLine.Context opened = shown.get();
              // The handler finds the same classes as on the thread of the request.
              Thread.currentThread().setContextClassLoader(loader);
              running.incrementAndGet();
              try {
                return task.call();
              } finally {
                opened.close();
                running.decrementAndGet();
              }
            });
  }

  // If the clock is set back, the time left may be too long for a long of nanoseconds.
  private static long nanos(Duration left) {
    Duration most = Duration.ofNanos(Long.MAX_VALUE);
    return left.compareTo(most) < 0 ? left.toNanos() : Long.MAX_VALUE;
  }

  private static <T> Future<T> submitted(ExecutorService executor, Callable<T> task)
      throws BusyException {
    try {
      return executor.submit(task);
    } catch (RejectedExecutionException e) {
      throw new BusyException("The executor takes no more handlers.", e);
    }
  }

  private static <T> T result(Future<T> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw cause(e);
    }
  }

  private static Exception cause(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof Exception own ? own : e;
  }

  /** Returns whether handlers run on threads that were started here. */
  boolean isOwn() {
    return own;
  }

  /** Stops the threads that were started here. An executor of the application stays open. */
  void close() {
    if (own && executor != null) {
      executor.shutdownNow();
    }
  }

  /** One run of a handler. It is either done in time or abandoned. */
  private static final class Task<T> implements Callable<T> {
    private enum State {
      RUNNING,
      DONE,
      ABANDONED
    }

    private final Callable<T> handler;
    private final String requestId;
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private volatile @Nullable Thread runner;

    Task(Callable<T> handler, String requestId) {
      this.handler = handler;
      this.requestId = requestId;
    }

    @Override
    public T call() throws Exception {
      runner = Thread.currentThread();
      try {
        return handler.call();
      } finally {
        runner = null;
        if (!state.compareAndSet(State.RUNNING, State.DONE)) {
          LOG.warn("handler returned too late, its result is dropped request={}", requestId);
        }
      }
    }

    /** Returns where the handler is; empty if it has not begun. */
    StackTraceElement[] place() {
      Thread running = runner;
      return running == null ? new StackTraceElement[0] : running.getStackTrace();
    }

    /** Abandons the handler. Returns false if it was already done. */
    boolean abandon() {
      return state.compareAndSet(State.RUNNING, State.ABANDONED);
    }
  }

  // The endpoint's own findings have private types, so that no handler can throw them.

  /** Says that the handler did not return before the response was due. */
  static final class TooLateException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Creates it.
     *
     * @param place where the handler is, which becomes the stack trace; empty if it has not begun
     */
    TooLateException(StackTraceElement[] place) {
      super("The handler did not return in time.");
      if (place.length > 0) {
        setStackTrace(place);
      }
    }
  }

  /** Says that the handler did not begin, because no thread was free. */
  static final class BusyException extends Exception {
    private static final long serialVersionUID = 1L;

    BusyException(String why, @Nullable RejectedExecutionException refused) {
      super(why, refused);
    }
  }
}
