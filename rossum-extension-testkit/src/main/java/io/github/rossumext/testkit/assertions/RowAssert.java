package io.github.rossumext.testkit.assertions;

import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.testkit.simulator.SimulatedRow;
import java.util.List;

/**
 * Assertions on a row of a table as it is now; those on messages are about its cells. Begin with
 * {@link RossumAssertions#assertThat(SimulatedRow)}. Not thread-safe.
 */
public final class RowAssert extends MessagesAssert<RowAssert, SimulatedRow> {
  RowAssert(SimulatedRow actual) {
    super(actual, RowAssert.class);
  }

  /** Goes on with the document that the row is in. */
  public SimulatorAssert and() {
    return new SimulatorAssert(actual.simulator());
  }

  /**
   * Goes on with a cell.
   *
   * @throws IllegalArgumentException if the row has no such cell; the message names the nearest
   */
  public FieldAssert field(String column) {
    return new FieldAssert(actual.field(column));
  }

  /**
   * The cell of this column shows this value.
   *
   * @throws IllegalArgumentException if the row has no such cell; the message names the nearest
   */
  public RowAssert hasValue(String column, String displayed) {
    return checkEqual(column, displayed, actual.field(column).value());
  }

  /** Its cells show these values, in their order; those of buttons are left out. */
  public RowAssert hasValues(String... displayed) {
    return checkEqual(
        "values",
        List.of(displayed),
        actual.fields().stream()
            .filter(cell -> !cell.isButton())
            .map(SimulatedField::value)
            .toList());
  }

  /** It is in the table no more. */
  public RowAssert isRemoved() {
    return check(actual.index() < 0, "removed", "row " + actual.index());
  }

  @Override
  List<ShownMessage> said() {
    return actual.fields().stream().flatMap(cell -> cell.messages().stream()).toList();
  }

  @Override
  Story story() {
    Story story = new Story("The " + actual, actual.simulator().conversation());
    for (SimulatedField cell : actual.fields()) {
      if (!cell.isButton()) {
        story.beside(cell.schemaId(), shown(cell.value()));
      }
    }
    return story.beside("message", actual.simulator().messages());
  }
}
