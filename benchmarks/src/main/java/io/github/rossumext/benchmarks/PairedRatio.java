package io.github.rossumext.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/**
 * The ratio of the pipeline to its floor, where other programs disturb the machine: both run in
 * turns in one process, and the processor's time of the thread is taken, so that a slow moment
 * slows both.
 */
public final class PairedRatio {
  private static final int WARM_UP = 30;
  private static final int ROUNDS = 100;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  // Printed, so that no result can be thrown away.
  private long consumed;

  private PairedRatio() {}

  private interface Operation {
    Object run() throws Exception;
  }

  /** Measures and prints both sizes; takes about a minute. */
  public static void main(String[] args) throws Exception {
    PairedRatio ratio = new PairedRatio();
    ratio.measure("33kB", 400);
    ratio.measure("2.4MB", 6);
    System.out.println("(consumed " + ratio.consumed + ")");
  }

  private void measure(String size, int calls) throws Exception {
    PipelineBenchmark benchmark = new PipelineBenchmark();
    benchmark.size = size;
    benchmark.prepare();
    double[] floors = new double[ROUNDS];
    double[] ratios = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      double floor = micros(benchmark::floor, calls);
      double pipeline = micros(benchmark::pipeline, calls);
      if (round >= 0) {
        floors[round] = floor;
        ratios[round] = pipeline / floor;
      }
    }
    Arrays.sort(floors);
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "%s: floor %.1f us (median), pipeline / floor: median %.3f, middle half %.3f to %.3f%n",
        size,
        floors[ROUNDS / 2],
        ratios[ROUNDS / 2],
        ratios[ROUNDS / 4],
        ratios[ROUNDS * 3 / 4]);
  }

  private double micros(Operation operation, int calls) throws Exception {
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < calls; i++) {
      consumed += operation.run().hashCode();
    }
    return (threads.getCurrentThreadCpuTime() - start) / 1e3 / calls;
  }
}
