package io.github.rossumext.playground;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A scenario of a folder. Both builds go through it step by step, so that a difference is told with
 * the step after which it is first seen.
 */
record ComparedScenario(ScenarioFolder folder, String name) implements ComparedDocument {
  @Override
  public List<Difference> differences(Side before, Side after) throws IOException {
    Scenario scenario = folder.load(name);
    List<Difference> found = new ArrayList<>();
    Set<Difference> known = new HashSet<>();
    add(found, known, "open", before.open(scenario).differences(after.open(scenario)));
    int number = 0;
    for (Act act : scenario.acts()) {
      number++;
      String step = "step " + number + " (" + act.inWords() + ")";
      add(found, known, step, before.act(act).differences(after.act(act)));
    }
    return found;
  }

  /** Adds what was not there after an earlier step. */
  private static void add(
      List<Difference> found, Set<Difference> known, String step, List<Difference> differences) {
    for (Difference one : differences) {
      if (known.add(one)) {
        found.add(one.withStep(step));
      }
    }
  }
}
