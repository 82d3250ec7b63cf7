package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.testkit.simulator.SimulatedRow;
import io.github.rossumext.testkit.simulator.UserEdits;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;

/**
 * A step of the user or of Rossum on the open document of a simulator. {@link #toString} returns
 * the code of the action. Immutable and thread-safe.
 */
public final class Step {
  static final Step INITIALIZE = plain("initialize()", RossumSimulator::initialize);
  static final Step START = plain("start()", RossumSimulator::start);
  static final Step VALIDATE = plain("validate()", RossumSimulator::validate);
  static final Step CONFIRM = plain("confirm()", RossumSimulator::confirm);
  static final Step EXPORT = plain("export()", RossumSimulator::export);
  static final Step CANCEL = plain("cancel()", RossumSimulator::cancel);
  static final Step POSTPONE = plain("postpone()", RossumSimulator::postpone);

  private final String code;
  private final Function<RossumSimulator, Optional<Outcome>> action;
  private final Supplier<Stream<Step>> simpler;
  private final ShrinkingDistance size;

  private Step(
      String code,
      Function<RossumSimulator, Optional<Outcome>> action,
      Supplier<Stream<Step>> simpler,
      ShrinkingDistance size) {
    this.code = code;
    this.action = action;
    this.simpler = simpler;
    this.size = size;
  }

  private static Step plain(String code, Function<RossumSimulator, Outcome> action) {
    return new Step(code, action.andThen(Optional::of), Stream::of, ShrinkingDistance.of(0, 0));
  }

  static Step addRow(String multivalue) {
    return plain("addRow(" + Code.text(multivalue) + ")", rossum -> rossum.addRow(multivalue));
  }

  static Step click(Place button) {
    return new Step(
        "click(" + Code.text(button.path()) + ")",
        rossum -> button.find(rossum).map(SimulatedField::click),
        () -> button.nearer().map(Step::click),
        ShrinkingDistance.of(0, button.index()));
  }

  static Step remove(String table, int index) {
    return new Step(
        "row(" + Code.text(table + "[" + index + "]") + ").remove()",
        rossum -> rossum.rows(table).stream().skip(index).findFirst().map(SimulatedRow::remove),
        () -> index == 0 ? Stream.of() : Stream.of(remove(table, 0)),
        ShrinkingDistance.of(0, index));
  }

  /** One edit of a user. */
  record Edit(Place place, String text) {
    Stream<Edit> simpler() {
      return Stream.concat(
          place.nearer().map(other -> new Edit(other, text)),
          Texts.simpler(place.definition(), text).map(other -> new Edit(place, other)));
    }

    long size() {
      return place.index() + Texts.size(place.definition(), text);
    }

    String code() {
      return "edit(" + Code.text(place.path()) + ", " + Code.text(text) + ")";
    }
  }

  /** A user edits a field, or several before the request is sent. */
  static Step edit(List<Edit> edits) {
    String code = edits.stream().map(Edit::code).collect(Collectors.joining("."));
    return new Step(
        edits.size() == 1 ? code : "edits()." + code + ".send()",
        rossum -> edit(edits, rossum),
        () ->
            Stream.concat(
                    Lists.shorter(edits).filter(fewer -> !fewer.isEmpty()),
                    Lists.withOneChanged(edits, Edit::simpler))
                .map(Step::edit),
        ShrinkingDistance.of(edits.size(), edits.stream().mapToLong(Edit::size).sum()));
  }

  private static Optional<Outcome> edit(List<Edit> edits, RossumSimulator rossum) {
    UserEdits together = rossum.edits();
    boolean isAny = false;
    for (Edit edit : edits) {
      Optional<SimulatedField> field = edit.place().find(rossum);
      field.ifPresent(known -> together.edit(known, edit.text()));
      isAny |= field.isPresent();
    }
    return isAny ? Optional.of(together.send()) : Optional.empty();
  }

  /**
   * Does the step.
   *
   * @return the outcome; empty if the document does not have the row or value now
   */
  public Optional<Outcome> in(RossumSimulator rossum) {
    return action.apply(rossum);
  }

  Stream<Step> simpler() {
    return simpler.get();
  }

  ShrinkingDistance size() {
    return size;
  }

  /** Returns the code that does it. */
  @Override
  public String toString() {
    return "rossum." + code + ";";
  }
}
