package io.github.rossumext.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** The threads of a container in this process. */
final class ServerThreads {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private ServerThreads() {}

  /** Returns the live threads, without those of the clients. */
  static Set<Thread> alive() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("HttpClient-"))
        .filter(thread -> !thread.getName().startsWith("ForkJoinPool"))
        .filter(thread -> !thread.getName().startsWith("client-"))
        .collect(Collectors.toSet());
  }

  /**
   * Runs this number of clients at once, each on a thread of its own, and returns when all are
   * done.
   */
  static void runClients(int count, Client client) throws Exception {
    ExecutorService threads =
        Executors.newFixedThreadPool(count, work -> new Thread(work, "client-" + work.hashCode()));
    try {
      List<Future<Void>> running = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        running.add(
            threads.submit(
                () -> {
                  client.run();
                  return null;
                }));
      }
      for (Future<Void> each : running) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** The work of a client. */
  @FunctionalInterface
  interface Client {
    void run() throws Exception;
  }

  /** Fails if a thread does not return from the extension. */
  static void assertNoneStaysInTheExtension() {
    long start = System.nanoTime();
    long busy = busy();
    while (busy > 0 && System.nanoTime() - start < PATIENCE_NANOS) {
      LockSupport.parkNanos(PAUSE_NANOS);
      busy = busy();
    }
    assertThat(busy).as("threads that are still in the extension").isZero();
  }

  private static long busy() {
    return Thread.getAllStackTraces().values().stream().filter(ServerThreads::isBusy).count();
  }

  private static boolean isBusy(StackTraceElement[] trace) {
    return Arrays.stream(trace)
        .anyMatch(frame -> frame.getClassName().startsWith("io.github.rossumext.servlet."));
  }
}
