package io.github.rossumext.playground;

import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.List;

/**
 * An act on one place of the document: a field, a row, a table or a list.
 *
 * @param words what a user reads before the path
 * @param java what a test calls, with {@code %s} for the path
 */
record PlaceAct(String name, String words, String java, Step step) implements ActKind {
  /** What the act does. */
  interface Step {
    Outcome take(RossumSimulator rossum, String path);
  }

  @Override
  public List<String> arguments() {
    return List.of(Act.PATH);
  }

  @Override
  public ActResult run(RossumSimulator rossum, Act act) {
    return ActResult.of(step.take(rossum, act.path()));
  }

  @Override
  public String inWords(Act act) {
    return words + " " + act.path();
  }

  @Override
  public JavaStep inJava(Act act) {
    return JavaStep.outcome(java.formatted(JavaText.literal(act.path())));
  }
}
