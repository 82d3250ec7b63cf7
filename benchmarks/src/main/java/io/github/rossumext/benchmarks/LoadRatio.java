package io.github.rossumext.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The requests per second and the slowest responses of the vendor-matching service, compared with
 * the {@link BareServer} in the same Jetty. Both get the same requests, in turns.
 */
final class LoadRatio {
  private static final String SECRET = "a secret for the load";
  private static final int ROUNDS = 7;
  private static final int SECONDS = 6;

  /** The time until the compiler has compiled the service. */
  private static final int WARM_UP_SECONDS = 25;

  private LoadRatio() {}

  /**
   * Runs the load. It needs wrk on the path. The argument is the jar of the vendor-matching
   * service.
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("load");
    Floor floor = new Floor(SECRET);
    try (ServiceProcess service = ServiceProcess.start(SECRET, List.of("-jar", args[0]));
        ServiceProcess bare =
            ServiceProcess.start(
                SECRET,
                List.of(
                    "-cp", System.getProperty("java.class.path"), BareServer.class.getName()))) {
      measure(
          "33 kB, nothing to match",
          service,
          bare,
          LuaScript.good(folder, "unmatched", Bodies.invoice(Language.CZECH), floor),
          8);
      measure(
          "33 kB",
          service,
          bare,
          LuaScript.good(folder, "small", Bodies.matched(Bodies.invoice(Language.CZECH)), floor),
          8);
      measure(
          "2.4 MB",
          service,
          bare,
          LuaScript.good(
              folder, "large", Bodies.matched(Bodies.largeInvoice(Language.CZECH)), floor),
          4);
    }
  }

  private static void measure(
      String name, ServiceProcess service, ServiceProcess bare, Path script, int connections)
      throws Exception {
    Wrk.run(service.url(), script, connections, WARM_UP_SECONDS);
    Wrk.run(bare.url(), script, connections, WARM_UP_SECONDS);
    List<Double> rates = new ArrayList<>();
    List<Double> p99s = new ArrayList<>();
    List<Double> cpus = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Turns<Measured> turns =
          Turns.take(round, service, bare, one -> run(one, script, connections));
      Wrk ours = turns.ours().wrk();
      Wrk theirs = turns.theirs().wrk();
      double ourCpu = turns.ours().cpuMicros();
      double theirCpu = turns.theirs().cpuMicros();
      if (ours.failedResponses() + theirs.failedResponses() > 0) {
        throw new IllegalStateException("Requests failed.");
      }
      rates.add(ours.rate() / theirs.rate());
      p99s.add(ours.p99() / theirs.p99());
      cpus.add(theirCpu / ourCpu);
      print(
          "%s round %d: %.0f / %.0f requests per second, p99 %.2f / %.2f ms, CPU %.0f / %.0f us%n",
          name, round + 1, ours.rate(), theirs.rate(), ours.p99(), theirs.p99(), ourCpu, theirCpu);
    }
    print("%s: bare's CPU per request / ours %s%n", name, Ratios.spread(3, cpus));
    print(
        "%s: requests per second %s, p99 %s%n",
        name, Ratios.spread(3, rates), Ratios.spread(3, p99s));
  }

  /** What wrk saw, and the processor time of the service for each request. */
  private record Measured(Wrk wrk, double cpuMicros) {}

  private static Measured run(ServiceProcess service, Path script, int connections)
      throws Exception {
    long before = service.processorMillis();
    Wrk wrk = Wrk.run(service.url(), script, connections, SECONDS);
    return new Measured(wrk, (service.processorMillis() - before) * 1e3 / wrk.requests());
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
