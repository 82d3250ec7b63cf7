package io.github.rossumext.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * The vendor-matching service at full load, with one bad request in a hundred. It must show no
 * unexpected error, a flat heap and no additional thread; if it does not, the program ends with
 * status 1.
 */
final class Soak {
  private static final String SECRET = "a secret for the load";
  private static final int CONNECTIONS = 8;
  private static final int ROUND_SECONDS = 60;

  /** Jetty keeps idle threads for a minute. */
  private static final int IDLE_SECONDS = 75;

  private Soak() {}

  /**
   * Runs the load. It needs wrk on the path. The arguments are the jar of the service and the
   * minutes.
   */
  public static void main(String[] args) throws Exception {
    int minutes = Integer.parseInt(args[1]);
    Path folder = Files.createTempDirectory("soak");
    Path script =
        LuaScript.withBadOnes(
            folder, "soak", Bodies.matched(Bodies.invoice(Language.CZECH)), new Floor(SECRET));
    boolean isFine = true;
    try (ServiceProcess service = ServiceProcess.start(SECRET, List.of("-jar", args[0]))) {
      Wrk.run(service.url(), script, CONNECTIONS, 20);
      TimeUnit.SECONDS.sleep(IDLE_SECONDS);
      long heap = service.usedHeap();
      List<String> threads = ownThreads(service);
      print("after the warm-up: %d kB, %s%n", heap, threads);
      for (int minute = 1; minute <= minutes; minute++) {
        Wrk round = Wrk.run(service.url(), script, CONNECTIONS, ROUND_SECONDS);
        Map<String, Long> counts = round.counts();
        isFine &= isProvoked(counts) && round.socketErrors() == 0 && service.isAlive();
        print(
            "minute %d: %.0f requests per second, p99 %.2f ms, %s, %d socket errors, %d kB%n",
            minute, round.rate(), round.p99(), counts, round.socketErrors(), service.usedHeap());
      }
      TimeUnit.SECONDS.sleep(IDLE_SECONDS);
      long heapAfter = service.usedHeap();
      List<String> threadsAfter = ownThreads(service);
      print("at the end: %d kB, %s%n", heapAfter, threadsAfter);
      isFine &= heapAfter < heap * 1.1 && threadsAfter.equals(threads);
    }
    print(isFine ? "fine%n" : "NOT FINE%n");
    if (!isFine) {
      System.exit(1);
    }
  }

  /**
   * Returns the threads of the service, without those of the JVM and of Jetty's pool, whose number
   * changes by itself.
   */
  private static List<String> ownThreads(ServiceProcess service) {
    return service.threads().stream()
        .filter(name -> !name.matches("(C[12] |G1 |GC |VM |qtp|Attach|JVMCI|StringDedup).*"))
        .sorted()
        .toList();
  }

  /**
   * Returns whether each bad request got the expected status. Requests that run at the end get no
   * response.
   */
  private static boolean isProvoked(Map<String, Long> counts) {
    ToLongFunction<String> count = name -> counts.getOrDefault(name, 0L);
    long malformed = count.applyAsLong("s400");
    long unsigned = count.applyAsLong("s401");
    long untyped = count.applyAsLong("s415");
    long refused = malformed + unsigned + untyped;
    long open = count.applyAsLong("sent") - count.applyAsLong("s200") - refused;
    long openBad = count.applyAsLong("bad") - refused;
    return count.applyAsLong("other") == 0
        && open >= 0
        && open
            <= CONNECTIONS + 1 // wrk asks the script for one more request, which it does not send
        && openBad >= 0
        && openBad <= open
        && malformed > 0
        && Math.abs(unsigned - 2 * malformed) <= CONNECTIONS
        && Math.abs(untyped - malformed) <= CONNECTIONS;
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
