package io.github.rossumext.playground;

import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.ArrayList;
import java.util.List;

/** Does the acts of a scenario on a simulator. */
final class ScenarioPlayer {
  private ScenarioPlayer() {}

  /** Opens the document, and does all acts. Returns how each act ended. */
  static List<ActResult> play(Scenario scenario, RossumSimulator rossum) {
    open(scenario, rossum);
    List<ActResult> results = new ArrayList<>();
    for (Act act : scenario.acts()) {
      results.add(step(act, rossum));
    }
    return results;
  }

  /** Opens the document, and lets happen what happens in Rossum until a user sees it. */
  static void open(Scenario scenario, RossumSimulator rossum) {
    Acts.all().forEach(kind -> kind.forget(rossum));
    rossum.queue(scenario.queue());
    rossum.open(scenario.document());
    arrive(scenario.document(), rossum);
  }

  private static void arrive(Fixture document, RossumSimulator rossum) {
    HookAction action = document.payload(ContentPayload.class).action();
    if (action.equals(HookAction.INITIALIZE)) {
      rossum.initialize();
      if (isToBeExported(rossum)) {
        rossum.export();
      }
      if (!rossum.isAutomated()) {
        rossum.start();
      }
    } else if (action.equals(HookAction.STARTED)) {
      rossum.start();
    } else {
      rossum.deliver(document);
    }
  }

  /** Returns whether Rossum exports the document now, because the queue lets it not wait. */
  static boolean isToBeExported(RossumSimulator rossum) {
    return rossum.status().equals(AnnotationStatus.EXPORTING);
  }

  /** Does one act. One that does not fit the document is refused. */
  static ActResult step(Act act, RossumSimulator rossum) {
    try {
      return act.on(rossum);
    } catch (IllegalArgumentException | IllegalStateException e) {
      return ActResult.misfit(String.valueOf(e.getMessage()));
    }
  }
}
