package io.github.rossumext.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.Map;

/**
 * The processor time and the allocated bytes of all threads that do not serve the API stub: those
 * that call, and those of the JDK's HTTP client.
 */
final class ClientThreads {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What one thread, or all together, used. */
  record Usage(long nanos, long bytes) {
    Usage plus(Usage other) {
      return new Usage(nanos + other.nanos, bytes + other.bytes);
    }

    Usage minus(Usage other) {
      return new Usage(nanos - other.nanos, bytes - other.bytes);
    }
  }

  private static final Usage NOTHING = new Usage(0, 0);

  private final Map<Long, Usage> usages;

  private ClientThreads(Map<Long, Usage> usages) {
    this.usages = usages;
  }

  /** Returns what the threads have used so far. */
  static ClientThreads now() {
    long[] ids = THREADS.getAllThreadIds();
    ThreadInfo[] infos = THREADS.getThreadInfo(ids);
    Map<Long, Usage> usages = new HashMap<>();
    for (ThreadInfo info : infos) {
      if (info != null && !isServer(info.getThreadName())) {
        long id = info.getThreadId();
        usages.put(
            id, new Usage(THREADS.getThreadCpuTime(id), THREADS.getThreadAllocatedBytes(id)));
      }
    }
    return new ClientThreads(usages);
  }

  private static boolean isServer(String name) {
    return name.startsWith("rossum-api-stub") || name.startsWith("HTTP-Dispatcher");
  }

  /** Returns what the threads that still live have used since then. */
  Usage since(ClientThreads before) {
    return usages.entrySet().stream()
        .map(one -> one.getValue().minus(before.usages.getOrDefault(one.getKey(), NOTHING)))
        .reduce(NOTHING, Usage::plus);
  }
}
