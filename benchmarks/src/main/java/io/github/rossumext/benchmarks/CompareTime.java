package io.github.rossumext.benchmarks;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.playground.Compare;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.rules.Row;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Secret;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How long the comparison of two builds takes, and how much memory, in a process as a pipeline
 * starts it. Each hundredth recording differs. Folders of different sizes show whether the memory
 * grows.
 */
final class CompareTime {
  private static final String SECRET = "a secret for the comparison";
  private static final List<Integer> RECORDINGS = List.of(100, 500);
  private static final int SAMPLE = 50;

  /** The build before checks one order less than the build after. */
  private static final String STRICT = "compare.strict";

  /** The rules of both builds. The property tells them apart when the factory is called. */
  static final class Factory implements Supplier<HookEndpoint> {
    @Override
    public HookEndpoint get() {
      // Of the two builds, the first that is made is the one before.
      boolean isStrict = Boolean.getBoolean(STRICT);
      System.setProperty(STRICT, "true");
      return HookEndpoint.builder()
          .secret(Secret.of(SECRET))
          .on(ANNOTATION_CONTENT, ContentRules.of(content -> check(content, isStrict)))
          .build();
    }

    private static void check(ContentEditor content, boolean isStrict) {
      for (Row line : content.table("line_items")) {
        line.number("item_quantity").isSet();
      }
      if (isStrict && content.field("order_id").text().startsWith("9")) {
        content.field("order_id").error("Orders with 9 are new.");
      }
    }
  }

  private CompareTime() {}

  /**
   * Measures.
   *
   * @param args the numbers of recordings; without any, 100 and 500
   */
  public static void main(String[] args) throws Exception {
    System.out.printf(
        Locale.ROOT,
        "load before: %.1f%n",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    List<Integer> numbers =
        args.length == 0 ? RECORDINGS : Arrays.stream(args).map(Integer::valueOf).toList();
    for (int recordings : numbers) {
      Path folder = Files.createTempDirectory("recorded");
      try {
        record(folder, recordings);
        measure(folder, recordings);
      } finally {
        delete(folder);
      }
    }
  }

  private static void record(Path folder, int recordings) throws IOException {
    for (int i = 0; i < recordings; i++) {
      Fixture invoice =
          Fixtures.invoiceWithSchema()
              .withField(
                  "order_id", (i % 100 == 7 ? "9" : "1") + String.format(Locale.ROOT, "%05d", i))
              .with(HookAction.INITIALIZE);
      Files.write(folder.resolve(String.format(Locale.ROOT, "%06d.json", i)), invoice.body());
    }
  }

  private static void measure(Path folder, int recordings) throws Exception {
    Path log = folder.resolve("gc.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-Xlog:gc:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                Compare.class.getName(),
                Factory.class.getName(),
                folder.toString(),
                "--before",
                classPath()));
    ProcessBuilder program = new ProcessBuilder(command);
    program.environment().put("ROSSUM_HOOK_SECRET", SECRET);
    program.redirectError(ProcessBuilder.Redirect.DISCARD);
    Path output = folder.resolve("output.txt");
    program.redirectOutput(output.toFile());
    long start = System.nanoTime();
    Process process = program.start();
    Duration processor = Duration.ZERO;
    while (!process.waitFor(SAMPLE, TimeUnit.MILLISECONDS)) {
      processor = process.info().totalCpuDuration().orElse(processor);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    List<String> lines = Files.readAllLines(output);
    System.out.printf(
        Locale.ROOT,
        "%d recordings of %d kB: %.1f s, processor time %.1f s, live heap at most %d MB, %s, status"
            + " %d%n",
        recordings,
        Files.size(folder.resolve("000000.json")) / 1000,
        seconds,
        processor.toMillis() / 1e3,
        peakAfterCollection(log),
        lines.isEmpty() ? "no output" : lines.get(lines.size() - 1),
        process.exitValue());
  }

  private static String classPath() {
    return System.getProperty("java.class.path").split(File.pathSeparator, -1)[0];
  }

  /** Returns the largest heap that a collection left, in MB: what is live, and not yet garbage. */
  private static long peakAfterCollection(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains("->"))
          .mapToLong(line -> Long.parseLong(line.replaceAll(".*->(\\d+)M\\(.*", "$1")))
          .max()
          .orElse(0);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
