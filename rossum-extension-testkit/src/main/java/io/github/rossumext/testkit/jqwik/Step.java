package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;

/**
 * Something that a user or Rossum does with a document that is open in a simulator. It prints
 * itself as the code that does it. Immutable and thread-safe.
 */
public abstract sealed class Step permits EditStep, ClickStep, RemoveStep, PlainStep {
  Step() {}

  /**
   * Does it.
   *
   * @return what became of it; empty if the document does not have the row or value now
   */
  public abstract Optional<Outcome> in(RossumSimulator rossum);

  /** The code that does it. */
  @Override
  public abstract String toString();

  abstract Stream<Step> simpler();

  abstract ShrinkingDistance size();
}
