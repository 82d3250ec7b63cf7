package io.github.rossumext.benchmarks;

import io.github.rossumext.client.RossumClient;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.api.StubbedAnnotation;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The calls per second, processor time and garbage of the client, compared with a bare {@code
 * java.net.http} that reads the same bytes. Both fetch the content of an annotation, in turns, from
 * an API stub in the same process. The client also makes a tree of the content; the second
 * comparison lets the bare program scan the tokens of the JSON.
 *
 * <p>A client makes ten calls a second with a token. Here it may make a million, so that the bucket
 * is asked for each call, and never lets one wait.
 */
final class CallRatio {
  private static final int ROUNDS = 15;
  private static final int CALLS = 400;
  private static final int NO_THROTTLE = 1_000_000;

  /** Fields of the annotation. A response has them twice, as Rossum's, which makes it 30 kB. */
  private static final int FIELDS = 34;

  private static final int MIN_WARM_UP = 30;

  /** The warm-up ends when this many rounds take the same time, within a tenth. */
  private static final int FLAT_ROUNDS = 4;

  private static final int MAX_WARM_UP = 60;

  private static final HttpClient BARE =
      HttpClient.newBuilder()
          .followRedirects(Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  private final Floor floor = new Floor("not used");
  private final ExecutorService threads;
  private final int callers;
  // Printed, so that the compiler cannot drop a result.
  private long consumed;

  private CallRatio(int callers) {
    this.callers = callers;
    this.threads = Executors.newFixedThreadPool(callers);
  }

  /** One call; its result depends on what was fetched. */
  private interface Caller {
    long call() throws Exception;
  }

  /** What one call takes, of the wall clock divided by the callers, and of the client's threads. */
  private record Measured(double rate, double cpuMicros, double bytes) {}

  /** Measures and prints. The argument, if any, is the number of rounds. */
  public static void main(String[] args) throws Exception {
    int rounds = args.length == 0 ? ROUNDS : Integer.parseInt(args[0]);
    print("The response has %d bytes.%n", responseBytes());
    for (int callers : List.of(1, 8)) {
      CallRatio ratio = new CallRatio(callers);
      ratio.compare("bare", false, rounds);
      ratio.compare("bare and scan", true, rounds);
      ratio.threads.shutdown();
    }
  }

  private static int responseBytes() throws Exception {
    try (RossumApiStub api = RossumApiStub.create()) {
      StubbedAnnotation annotation = api.add(Fixture.of(Bodies.withFields(FIELDS)));
      client(api.baseUrl(), api.token(), annotation.id()).call();
      return api.exchanges().get(0).responseBody().length;
    }
  }

  private void compare(String what, boolean isScanned, int rounds) throws Exception {
    String name = callers + (callers == 1 ? " caller" : " callers") + ", client / " + what;
    print("%s: warm after %d rounds%n", name, warmUp(isScanned));
    List<Double> rates = new ArrayList<>();
    List<Double> cpus = new ArrayList<>();
    List<Double> garbage = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Turns<Measured> turns = round(round, isScanned);
      Measured ours = turns.ours();
      Measured theirs = turns.theirs();
      rates.add(ours.rate() / theirs.rate());
      cpus.add(ours.cpuMicros() / theirs.cpuMicros());
      garbage.add(ours.bytes() / theirs.bytes());
      print(
          "%s round %d: %.0f / %.0f calls per second, CPU %.0f / %.0f us, %.0f / %.0f kB%n",
          name,
          round + 1,
          ours.rate(),
          theirs.rate(),
          ours.cpuMicros(),
          theirs.cpuMicros(),
          ours.bytes() / 1e3,
          theirs.bytes() / 1e3);
    }
    print(
        "%s: calls per second %s, CPU per call %s, allocated per call %s (consumed %d)%n",
        name, Ratios.spread(3, rates), Ratios.spread(3, cpus), Ratios.spread(3, garbage), consumed);
  }

  /** Returns the number of rounds until their times were flat. */
  private int warmUp(boolean isScanned) throws Exception {
    List<Double> last = new ArrayList<>();
    for (int round = 1; round <= MAX_WARM_UP; round++) {
      Turns<Measured> turns = round(round, isScanned);
      last.add(1 / turns.ours().rate() + 1 / turns.theirs().rate());
      List<Double> end = last.subList(Math.max(0, last.size() - FLAT_ROUNDS), last.size());
      if (round >= MIN_WARM_UP && Collections.max(end) < 1.1 * Collections.min(end)) {
        return round;
      }
    }
    return MAX_WARM_UP;
  }

  /** Measures both at a new stub, because a stub remembers each request. */
  private Turns<Measured> round(int round, boolean isScanned) throws Exception {
    try (RossumApiStub api = RossumApiStub.create()) {
      StubbedAnnotation annotation = api.add(Fixture.of(Bodies.withFields(FIELDS)));
      Secret token = api.token();
      return Turns.take(
          round,
          client(api.baseUrl(), token, annotation.id()),
          bare(api.baseUrl(), token, annotation.id(), isScanned),
          this::measure);
    }
  }

  private static Caller client(URI base, Secret token, long annotation) {
    RossumClient rossum = RossumClient.of(base.toString(), token).withCallsPerSecond(NO_THROTTLE);
    return () -> rossum.annotations().tree(annotation).sections().size();
  }

  private Caller bare(URI base, Secret token, long annotation, boolean isScanned) {
    URI uri = base.resolve("/api/v1/annotations/" + annotation + "/content");
    return () -> {
      HttpRequest request =
          HttpRequest.newBuilder(uri)
              .timeout(Duration.ofMinutes(1))
              .version(Version.HTTP_1_1)
              .header("Accept", "application/json")
              .header("User-Agent", "bare")
              .header("Authorization", "Bearer " + token.reveal())
              .build();
      HttpResponse<byte[]> response = BARE.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IllegalStateException("The status was " + response.statusCode() + ".");
      }
      return isScanned ? floor.scan(response.body()) : response.body().length;
    };
  }

  private Measured measure(Caller caller) throws Exception {
    run(caller, callers); // the connections to the new stub
    ClientThreads before = ClientThreads.now();
    long start = System.nanoTime();
    run(caller, CALLS);
    long nanos = System.nanoTime() - start;
    ClientThreads.Usage usage = ClientThreads.now().since(before);
    return new Measured(
        CALLS * 1e9 / nanos, usage.nanos() / 1e3 / CALLS, (double) usage.bytes() / CALLS);
  }

  private void run(Caller caller, int calls) throws Exception {
    Callable<Long> part =
        () -> {
          long results = 0;
          for (int i = 0; i < calls / callers; i++) {
            results += caller.call();
          }
          return results;
        };
    for (Future<Long> results : threads.invokeAll(Collections.nCopies(callers, part))) {
      consumed += results.get();
    }
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
