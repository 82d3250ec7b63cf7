package io.github.rossumext.playground;

import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.function.Function;

/**
 * An act on the whole document, without arguments.
 *
 * @param name also the name of the method of the simulator
 */
record DocumentAct(String name, String words, Function<RossumSimulator, Outcome> step)
    implements ActKind {
  @Override
  public ActResult run(RossumSimulator rossum, Act act) {
    return ActResult.of(step.apply(rossum));
  }

  @Override
  public String inWords(Act act) {
    return words;
  }

  @Override
  public JavaStep inJava(Act act) {
    return JavaStep.outcome(name + "()");
  }
}
