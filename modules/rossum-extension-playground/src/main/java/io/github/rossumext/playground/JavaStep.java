package io.github.rossumext.playground;

import java.util.List;

/**
 * An act as a line of a test.
 *
 * @param expression Java that does it with the simulator {@code rossum}, without a semicolon
 * @param isOutcome whether the expression is an {@code Outcome}, which can be asserted
 * @param imports the full names of the types in it
 */
record JavaStep(String expression, boolean isOutcome, List<String> imports) {
  JavaStep {
    imports = List.copyOf(imports);
  }

  /** Returns a step that is a call of the simulator, such as {@code edit("order_id", "12")}. */
  static JavaStep outcome(String call) {
    return new JavaStep("rossum." + call, true, List.of());
  }
}
