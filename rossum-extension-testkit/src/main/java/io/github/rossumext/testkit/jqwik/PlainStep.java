package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;

/** Something that is done with the document as a whole, or a row that is added. */
final class PlainStep extends Step {
  static final Step INITIALIZE = new PlainStep("initialize()", RossumSimulator::initialize);
  static final Step START = new PlainStep("start()", RossumSimulator::start);
  static final Step VALIDATE = new PlainStep("validate()", RossumSimulator::validate);
  static final Step CONFIRM = new PlainStep("confirm()", RossumSimulator::confirm);
  static final Step EXPORT = new PlainStep("export()", RossumSimulator::export);
  static final Step CANCEL = new PlainStep("cancel()", RossumSimulator::cancel);
  static final Step POSTPONE = new PlainStep("postpone()", RossumSimulator::postpone);

  private final String code;
  private final Function<RossumSimulator, Outcome> action;

  private PlainStep(String code, Function<RossumSimulator, Outcome> action) {
    this.code = code;
    this.action = action;
  }

  static Step addRow(String multivalue) {
    return new PlainStep(
        "addRow(" + Code.text(multivalue) + ")", rossum -> rossum.addRow(multivalue));
  }

  @Override
  public Optional<Outcome> in(RossumSimulator rossum) {
    return Optional.of(action.apply(rossum));
  }

  @Override
  Stream<Step> simpler() {
    return Stream.of();
  }

  @Override
  ShrinkingDistance size() {
    return ShrinkingDistance.of(0, 0);
  }

  @Override
  public String toString() {
    return "rossum." + code + ";";
  }
}
