package io.github.rossumext.testkit.assertions;

import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.testkit.simulator.SimulatedRow;
import java.util.List;
import java.util.function.Function;

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
   * The cell of this column has this machine text.
   *
   * @throws IllegalArgumentException if the row has no such cell; the message names the nearest
   */
  public RowAssert hasText(String column, String machineText) {
    return checkEqual("text of " + column + ":", machineText, actual.field(column).text());
  }

  /**
   * The user sees this text in the cell of this column.
   *
   * @throws IllegalArgumentException if the row has no such cell; the message names the nearest
   */
  public RowAssert hasDisplayedText(String column, String text) {
    return checkEqual(
        "displayed text of " + column + ":", text, actual.field(column).displayedText());
  }

  /** Its cells have these machine texts, in their order; buttons have none. */
  public RowAssert hasTexts(String... machineTexts) {
    return checkEqual("texts", List.of(machineTexts), cells(SimulatedField::text));
  }

  /** The user sees these texts in its cells, in their order; buttons have none. */
  public RowAssert hasDisplayedTexts(String... texts) {
    return checkEqual("displayed texts", List.of(texts), cells(SimulatedField::displayedText));
  }

  private List<String> cells(Function<SimulatedField, String> text) {
    return actual.fields().stream().filter(cell -> !cell.isButton()).map(text).toList();
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
    return new Story("The " + actual, actual.simulator().conversation())
        .withScreen(actual.simulator().screen());
  }
}
