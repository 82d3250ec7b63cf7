package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was done with the open document, and how far it is done: a user may step back, and forward
 * again. Not thread-safe.
 */
final class Script {
  private final Scenario start;
  private final List<Act> acts;

  /** How the acts ended, for those that were done. */
  private final List<ActResult> results = new ArrayList<>();

  private int position;

  /** Creates a script of a scenario that is open, and of which no act is done. */
  Script(Scenario scenario) {
    this.start = scenario;
    this.acts = new ArrayList<>(scenario.acts());
  }

  /** Returns the scenario with all acts, also those that are ahead. */
  Scenario scenario() {
    return start.withActs(acts);
  }

  /** Returns the scenario with the acts that are done. */
  Scenario done() {
    return start.withActs(acts.subList(0, position));
  }

  int position() {
    return position;
  }

  int size() {
    return acts.size();
  }

  /** Opens the document again: no act is done. */
  void reopen(RossumSimulator rossum) {
    ScenarioPlayer.open(start, rossum);
    position = 0;
  }

  /** Does an act after those that are done. It replaces those that are ahead. */
  ActResult add(Act act, RossumSimulator rossum) {
    ActResult result = ScenarioPlayer.step(act, rossum);
    if (result.fits()) {
      cut(acts);
      cut(results);
      acts.add(act);
      results.add(result);
      position++;
    }
    return result;
  }

  private void cut(List<?> list) {
    list.subList(Math.min(position, list.size()), list.size()).clear();
  }

  /** Does the next act. If it does not fit the document, it stays ahead. */
  ActResult forward(RossumSimulator rossum) {
    Act act = acts.get(position);
    ActResult result = ScenarioPlayer.step(act, rossum);
    if (!result.fits()) {
      return ActResult.misfit(
          "Step "
              + (position + 1)
              + ", \""
              + act.inWords()
              + "\", does not fit the document: "
              + result.refusals().get(0));
    }
    results.subList(Math.min(position, results.size()), results.size()).clear();
    results.add(result);
    position++;
    return result;
  }

  /** Returns what came of the last event among the acts that are done; empty if none sent one. */
  Optional<ObjectNode> report() {
    return results.subList(0, Math.min(position, results.size())).stream()
        .map(ActResult::report)
        .filter(Objects::nonNull)
        .reduce((one, next) -> next);
  }

  /** Returns what the page shows of it. */
  ObjectNode json(RossumSimulator rossum) {
    ObjectNode json = Json.object();
    json.put("position", position);
    report().ifPresent(report -> json.set("report", report));
    ArrayNode steps = json.putArray("steps");
    for (int i = 0; i < acts.size(); i++) {
      ObjectNode step = steps.addObject();
      step.put("words", rossum.withoutSecrets(acts.get(i).inWords()));
      boolean isRefused = i < position && !results.get(i).refusals().isEmpty();
      if (isRefused) {
        step.put("refused", rossum.withoutSecrets(results.get(i).refusals().get(0)));
      }
    }
    return json;
  }
}
