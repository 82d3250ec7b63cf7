package io.github.rossumext.playground;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.QueueSettings;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A document, and what is done with it. Immutable and thread-safe.
 *
 * @param document a fixture of {@code annotation_content}, which {@link ScenarioPlayer#open} opens
 * @param queue the settings of the queue when the document is opened
 * @param acts what is done then, in this order
 */
record Scenario(Fixture document, QueueSettings queue, List<Act> acts) {
  Scenario {
    acts = List.copyOf(acts);
  }

  /** Returns a copy with other acts. */
  Scenario withActs(List<Act> others) {
    return new Scenario(document, queue, others);
  }

  /**
   * Returns a copy that can be written to a file.
   *
   * @param clean removes secrets from a text
   */
  Scenario withoutSecrets(UnaryOperator<String> clean) {
    return new Scenario(
        document.withoutSecrets(),
        queue,
        acts.stream().map(act -> act.withoutSecrets(clean)).toList());
  }
}
