package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedField;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;

/** A user clicks a button. */
final class ClickStep extends Step {
  private final Place button;

  ClickStep(Place button) {
    this.button = button;
  }

  @Override
  public Optional<Outcome> in(RossumSimulator rossum) {
    return button.find(rossum).map(SimulatedField::click);
  }

  @Override
  Stream<Step> simpler() {
    return button.index() == 0 ? Stream.of() : Stream.of(new ClickStep(button.at(0)));
  }

  @Override
  ShrinkingDistance size() {
    return ShrinkingDistance.of(0, button.index());
  }

  @Override
  public String toString() {
    return "rossum.click(" + Code.text(button.path()) + ");";
  }
}
