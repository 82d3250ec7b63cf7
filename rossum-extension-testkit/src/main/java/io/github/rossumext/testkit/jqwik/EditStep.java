package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.testkit.simulator.UserEdits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;

/** A user edits a field, or several before the request is sent. */
final class EditStep extends Step {
  private final List<Edit> edits;

  record Edit(Place place, String text) {
    Stream<Edit> simpler() {
      Stream<Edit> nearer =
          place.index() == 0 ? Stream.of() : Stream.of(new Edit(place.at(0), text));
      return Stream.concat(
          nearer, Texts.simpler(place.definition(), text).map(other -> new Edit(place, other)));
    }

    long size() {
      return place.index() + Texts.size(place.definition(), text);
    }
  }

  EditStep(List<Edit> edits) {
    this.edits = List.copyOf(edits);
  }

  @Override
  public Optional<Outcome> in(RossumSimulator rossum) {
    UserEdits together = rossum.edits();
    boolean isAny = false;
    for (Edit edit : edits) {
      Optional<SimulatedField> field = edit.place().find(rossum);
      field.ifPresent(known -> together.edit(known, edit.text()));
      isAny |= field.isPresent();
    }
    return isAny ? Optional.of(together.send()) : Optional.empty();
  }

  @Override
  Stream<Step> simpler() {
    return Stream.concat(
            Lists.shorter(edits).filter(fewer -> !fewer.isEmpty()),
            Lists.withOneChanged(edits, Edit::simpler))
        .map(EditStep::new);
  }

  @Override
  ShrinkingDistance size() {
    return ShrinkingDistance.of(edits.size(), edits.stream().mapToLong(Edit::size).sum());
  }

  @Override
  public String toString() {
    String all = edits.stream().map(EditStep::code).collect(Collectors.joining());
    return edits.size() == 1 ? "rossum" + all + ";" : "rossum.edits()" + all + ".send();";
  }

  private static String code(Edit edit) {
    return ".edit(" + Code.text(edit.place().path()) + ", " + Code.text(edit.text()) + ")";
  }
}
