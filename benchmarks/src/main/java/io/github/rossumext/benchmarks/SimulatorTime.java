package io.github.rossumext.benchmarks;

import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The processor time of a user's edit in the simulator, in a document of 2.4 MB. */
final class SimulatorTime {
  private static final int WARM_UP = 100;
  private static final int EDITS = 200;

  private SimulatorTime() {}

  /** Prints how long an edit takes: its request, the rule, and the response that is applied. */
  public static void main(String[] args) {
    RossumSimulator rossum =
        RossumSimulator.of(
                content -> content.field("field_1").set(content.field("document_id").text()))
            .open(Bodies.largeInvoice(Language.CZECH));
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < WARM_UP + EDITS; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      rossum.edit("document_id", "invoice " + i);
      double taken = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
      if (!rossum.field("field_1").text().equals("invoice " + i)) {
        throw new IllegalStateException("The rule did not write the field.");
      }
      if (i >= WARM_UP) {
        millis.add(taken);
      }
    }
    System.out.println("an edit, in ms of processor time: " + Ratios.spread(1, millis));
  }
}
