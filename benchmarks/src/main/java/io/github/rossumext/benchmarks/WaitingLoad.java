package io.github.rossumext.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A thousand connections to a service whose rule waits for 200 ms, on virtual threads. It is
 * compared with a bare servlet that waits as long. Needs Java 21 or later.
 */
final class WaitingLoad {
  private static final String SECRET = "a secret for the load";
  private static final int CONNECTIONS = 1000;
  private static final int ROUNDS = 5;
  private static final int SECONDS = 10;

  private WaitingLoad() {}

  /** Runs the load, and prints the rates. It needs wrk on the path. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("load");
    Path script =
        LuaScript.good(folder, "small", Bodies.invoice(Language.CZECH), new Floor(SECRET));
    try (ServiceProcess ours = start("ours");
        ServiceProcess bare = start("bare")) {
      Wrk.run(ours.url(), script, CONNECTIONS, 2 * SECONDS);
      Wrk.run(bare.url(), script, CONNECTIONS, 2 * SECONDS);
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        Turns<Wrk> turns =
            Turns.take(round, ours, bare, one -> Wrk.run(one.url(), script, CONNECTIONS, SECONDS));
        Wrk mine = turns.ours();
        Wrk theirs = turns.theirs();
        ratios.add(mine.rate() / theirs.rate());
        System.out.printf(
            Locale.ROOT,
            "%d connections: %.0f / %.0f requests per second, p99 %.0f / %.0f ms, "
                + "%d / %d not 2xx, %d / %d socket errors%n",
            CONNECTIONS,
            mine.rate(),
            theirs.rate(),
            mine.p99(),
            theirs.p99(),
            mine.failedResponses(),
            theirs.failedResponses(),
            mine.socketErrors(),
            theirs.socketErrors());
      }
      System.out.println("ratio " + Ratios.spread(3, ratios));
    }
  }

  private static ServiceProcess start(String which) throws Exception {
    return ServiceProcess.start(
        SECRET,
        List.of(
            "-cp", System.getProperty("java.class.path"), WaitingServer.class.getName(), which));
  }
}
