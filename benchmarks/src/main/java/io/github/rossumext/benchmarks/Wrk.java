package io.github.rossumext.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A run of the load generator wrk with a Lua script, and its results. */
final class Wrk {
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
  private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
  private static final Pattern ERRORS =
      Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");
  private static final Pattern COUNT = Pattern.compile("count (\\w+) (\\d+)");

  private final String output;

  private Wrk(String output) {
    this.output = output;
  }

  /** Runs wrk with one thread, because the service needs the other processors. */
  static Wrk run(String url, Path script, int connections, int seconds)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    "wrk",
                    "-t1",
                    "-c" + connections,
                    "-d" + seconds + "s",
                    "--timeout",
                    "30s",
                    "--latency",
                    "-s",
                    script.toString(),
                    url))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("wrk failed: " + output);
    }
    return new Wrk(output);
  }

  /** Returns the requests per second. */
  double rate() {
    return Double.parseDouble(find(RATE).group(1));
  }

  /** Returns the number of requests. */
  long requests() {
    return Long.parseLong(find(REQUESTS).group(1));
  }

  /** Returns the 99th percentile of the latencies in milliseconds. */
  double p99() {
    Matcher found = find(P99);
    double number = Double.parseDouble(found.group(1));
    return switch (found.group(2)) {
      case "us" -> number / 1000;
      case "s" -> number * 1000;
      default -> number;
    };
  }

  /** Returns the number of connections that failed or timed out. */
  long socketErrors() {
    Matcher errors = ERRORS.matcher(output);
    long sum = 0;
    if (errors.find()) {
      for (int group = 1; group <= errors.groupCount(); group++) {
        sum += Long.parseLong(errors.group(group));
      }
    }
    return sum;
  }

  /** Returns the number of responses with a status other than 2xx and 3xx. */
  long failedResponses() {
    Matcher failed = Pattern.compile("Non-2xx or 3xx responses: (\\d+)").matcher(output);
    return failed.find() ? Long.parseLong(failed.group(1)) : 0;
  }

  /** Returns the counts of the script, by name. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (Matcher count = COUNT.matcher(output); count.find(); ) {
      counts.put(count.group(1), Long.parseLong(count.group(2)));
    }
    return counts;
  }

  private Matcher find(Pattern pattern) {
    Matcher found = pattern.matcher(output);
    if (!found.find()) {
      throw new IllegalStateException("Expected the summary of wrk, but found: " + output);
    }
    return found;
  }
}
