package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;

/** A user removes a row of a table. */
final class RemoveStep extends Step {
  private final String table;
  private final int index;

  RemoveStep(String table, int index) {
    this.table = table;
    this.index = index;
  }

  @Override
  public Optional<Outcome> in(RossumSimulator rossum) {
    List<SimulatedRow> rows = rossum.rows(table);
    return index < rows.size() ? Optional.of(rows.get(index).remove()) : Optional.empty();
  }

  @Override
  Stream<Step> simpler() {
    return index == 0 ? Stream.of() : Stream.of(new RemoveStep(table, 0));
  }

  @Override
  ShrinkingDistance size() {
    return ShrinkingDistance.of(0, index);
  }

  @Override
  public String toString() {
    return "rossum.row(" + Code.text(table + "[" + index + "]") + ").remove();";
  }
}
