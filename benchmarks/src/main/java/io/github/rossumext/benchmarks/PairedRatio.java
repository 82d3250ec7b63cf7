package io.github.rossumext.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/**
 * The ratio of the pipeline to its floor on a machine that also runs other programs. Both run in
 * turns in one process, so that a slow moment slows both. The time is the processor time of the
 * thread.
 */
public final class PairedRatio {
  private static final int WARM_UP = 30;
  private static final int ROUNDS = 100;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  // Printed, so that the compiler cannot drop a result.
  private long consumed;

  private PairedRatio() {}

  private interface Operation {
    Object run() throws Exception;
  }

  /**
   * Measures and prints both sizes in every language, and how the time of a rule on every row grows
   * with the rows. Takes about five minutes.
   */
  public static void main(String[] args) throws Exception {
    PairedRatio ratio = new PairedRatio();
    for (Language language : Language.values()) {
      ratio.measurePipeline("33kB", language, 400);
      ratio.measurePipeline("2.4MB", language, 6);
    }
    for (int rows = 50; rows <= 5000; rows *= 10) {
      ratio.measureTable(rows, 3000 / rows + 1);
    }
    System.out.println("(consumed " + ratio.consumed + ")");
  }

  private void measurePipeline(String size, Language language, int times) throws Exception {
    PipelineBenchmark benchmark = new PipelineBenchmark();
    benchmark.size = size;
    benchmark.language = language;
    benchmark.prepare();
    measure(size + " " + language, benchmark::floor, benchmark::pipeline, times);
  }

  private void measureTable(int rows, int times) throws Exception {
    TableBenchmark benchmark = new TableBenchmark();
    benchmark.rows = rows;
    benchmark.prepare();
    double micros = measure(rows + " rows", benchmark::floor, benchmark::pipeline, times);
    System.out.printf(Locale.ROOT, "%d rows: pipeline %.3f us per row%n", rows, micros / rows);
  }

  /** Returns the median time of the pipeline, in microseconds. */
  private double measure(String what, Operation floor, Operation pipeline, int times)
      throws Exception {
    double[] floors = new double[ROUNDS];
    double[] pipelines = new double[ROUNDS];
    double[] ratios = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      double floorMicros = micros(floor, times);
      double pipelineMicros = micros(pipeline, times);
      if (round >= 0) {
        floors[round] = floorMicros;
        pipelines[round] = pipelineMicros;
        ratios[round] = pipelineMicros / floorMicros;
      }
    }
    Arrays.sort(floors);
    Arrays.sort(pipelines);
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "%s: floor %.1f us (median), pipeline / floor: median %.3f, middle half %.3f to %.3f%n",
        what,
        floors[ROUNDS / 2],
        ratios[ROUNDS / 2],
        ratios[ROUNDS / 4],
        ratios[ROUNDS * 3 / 4]);
    return pipelines[ROUNDS / 2];
  }

  private double micros(Operation operation, int times) throws Exception {
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) {
      consumed += operation.run().hashCode();
    }
    return (threads.getCurrentThreadCpuTime() - start) / 1e3 / times;
  }
}
