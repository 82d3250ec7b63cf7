package io.github.rossumext.playground;

import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.List;

/** The user types a text into a field. */
record EditAct() implements ActKind {
  private static final String TEXT = "text";

  @Override
  public String name() {
    return "edit";
  }

  @Override
  public List<String> arguments() {
    return List.of(Act.PATH, TEXT);
  }

  @Override
  public ActResult run(RossumSimulator rossum, Act act) {
    return ActResult.of(rossum.edit(act.path(), act.text(TEXT)));
  }

  @Override
  public String inWords(Act act) {
    String text = act.text(TEXT);
    return text.isEmpty() ? "Empty " + act.path() : "Edit " + act.path() + " to " + text;
  }

  @Override
  public JavaStep inJava(Act act) {
    return JavaStep.outcome(
        "edit(" + JavaText.literal(act.path()) + ", " + JavaText.literal(act.text(TEXT)) + ")");
  }
}
