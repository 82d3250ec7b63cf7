package io.github.rossumext.playground;

import io.github.rossumext.testkit.simulator.AutomationLevel;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The queue gets another automation level. */
record AutomationAct() implements ActKind {
  private static final String LEVEL = "level";

  @Override
  public String name() {
    return "automation";
  }

  @Override
  public List<String> arguments() {
    return List.of(LEVEL);
  }

  @Override
  public void check(Act act) {
    level(act.text(LEVEL));
  }

  /** Returns the level of this name, such as {@code always}. */
  static AutomationLevel level(String name) {
    return Arrays.stream(AutomationLevel.values())
        .filter(level -> name(level).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected an automation level: never, confident or always, but found '"
                        + name
                        + "'."));
  }

  static String name(AutomationLevel level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public ActResult run(RossumSimulator rossum, Act act) {
    rossum.queue(rossum.queue().withAutomation(level(act.text(LEVEL))));
    return ActResult.DONE;
  }

  @Override
  public String inWords(Act act) {
    return "Let the queue automate: " + act.text(LEVEL);
  }

  @Override
  public JavaStep inJava(Act act) {
    return new JavaStep(
        "rossum.queue(rossum.queue().withAutomation(AutomationLevel."
            + level(act.text(LEVEL)).name()
            + "))",
        false,
        List.of(AutomationLevel.class.getName()));
  }
}
