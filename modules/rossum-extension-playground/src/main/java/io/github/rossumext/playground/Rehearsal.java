package io.github.rossumext.playground;

import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.simulator.AutomationLevel;
import io.github.rossumext.testkit.simulator.Blocker;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.Problem;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scenario leads to, found by playing it as its test will.
 *
 * @param scenario the scenario, without secrets
 * @param opening what the test calls until a user sees the document
 * @param opened the document then
 * @param moments the document after each act
 * @param hasValidation whether an extension could say something
 * @param blockers the reasons for which extensions block automation at the end
 * @param level the automation level of the queue at the end
 * @param isAutomated whether the document would be automated at the end
 * @param problems the texts of the problems, each once
 * @param notAsOnTheScreen how the document at the end differs from what was on the screen before
 */
record Rehearsal(
    Scenario scenario,
    List<String> opening,
    Moment opened,
    List<Moment> moments,
    boolean hasValidation,
    List<String> blockers,
    AutomationLevel level,
    boolean isAutomated,
    List<String> problems,
    List<Difference> notAsOnTheScreen) {
  /**
   * Plays the scenario whose end is on the screen.
   *
   * @throws IllegalStateException if an act does not fit the document
   */
  static Rehearsal of(Scenario scenario, RossumSimulator rossum) {
    Facts screen = FactsReader.ofScreen(rossum);
    int problemsBefore = rossum.problems().size();
    int before = rossum.exchanges().size();
    ScenarioPlayer.open(scenario, rossum);
    List<String> opening = opening(scenario, rossum);
    Moment opened = Moment.of(rossum, List.of(), since(before, rossum), List.of());
    List<Moment> moments = new ArrayList<>();
    for (Act act : scenario.acts()) {
      int sent = rossum.exchanges().size();
      List<ShownMessage> said = rossum.messages();
      ActResult result = ScenarioPlayer.step(act, rossum);
      if (!result.fits()) {
        throw new IllegalStateException(
            "The act \"" + act.inWords() + "\" does not fit the document: " + result.refusals());
      }
      moments.add(Moment.of(rossum, result.refusals(), since(sent, rossum), said));
    }
    List<Problem> problems = rossum.problems();
    return new Rehearsal(
        scenario,
        opening,
        opened,
        moments,
        rossum.hasValidation(),
        rossum.blockers().stream()
            .filter(blocker -> blocker.type() == Blocker.Type.EXTENSION)
            .map(Blocker::text)
            .toList(),
        rossum.queue().automationLevel(),
        rossum.automation().isAutomated(),
        problems.subList(Math.min(problemsBefore, problems.size()), problems.size()).stream()
            .filter(problem -> problem.kind() != Problem.Kind.USER)
            .map(Problem::text)
            .distinct()
            .toList(),
        screen.differences(FactsReader.ofScreen(rossum)));
  }

  private static List<Exchange> since(int count, RossumSimulator rossum) {
    List<Exchange> all = rossum.exchanges();
    return all.subList(count, all.size());
  }

  private static List<String> opening(Scenario scenario, RossumSimulator rossum) {
    HookAction action = scenario.document().payload(ContentPayload.class).action();
    if (action.equals(HookAction.INITIALIZE)) {
      return rossum.isAutomated()
          ? List.of("initialize", "export")
          : List.of("initialize", "start");
    }
    return action.equals(HookAction.STARTED) ? List.of("start") : List.of();
  }

  /** Returns the document at the end. */
  Moment last() {
    return moments.isEmpty() ? opened : moments.get(moments.size() - 1);
  }
}
