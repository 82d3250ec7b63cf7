package io.github.rossumext.playground;

import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.List;
import java.util.function.Consumer;

/** An act that a test needs and no user can do. */
record TestAct(Consumer<RossumSimulator> step) implements ActKind {
  /** Returns an act that does this in the turn of the acts. */
  static Act of(Consumer<RossumSimulator> step) {
    return Act.of(new TestAct(step));
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public ActResult run(RossumSimulator rossum, Act act) {
    step.accept(rossum);
    return ActResult.DONE;
  }

  @Override
  public String inWords(Act act) {
    return "Test";
  }

  @Override
  public JavaStep inJava(Act act) {
    return new JavaStep("", false, List.of());
  }
}
