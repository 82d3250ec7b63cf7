package io.github.rossumext.testkit.assertions;

import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.testkit.simulator.SimulatedRow;
import java.util.List;
import java.util.function.Function;

/**
 * Assertions on a row of a table as it is now. Those on messages are about its cells. Start with
 * {@link RossumAssertions#assertThat(SimulatedRow)}. Not thread-safe.
 */
public final class RowAssert extends MessagesAssert<RowAssert, SimulatedRow> {
  RowAssert(SimulatedRow actual) {
    super(actual, RowAssert.class);
  }

  /** Returns assertions on the document that holds the row. */
  public SimulatorAssert and() {
    return new SimulatorAssert(actual.simulator());
  }

  /**
   * Returns assertions on a cell.
   *
   * @throws IllegalArgumentException if the row does not have the cell; the message names the
   *     nearest
   */
  public FieldAssert field(String column) {
    return new FieldAssert(actual.field(column));
  }

  /**
   * Asserts that the cell of this column has this machine text.
   *
   * @throws IllegalArgumentException if the row does not have the cell; the message names the
   *     nearest
   */
  public RowAssert hasText(String column, String machineText) {
    SimulatedField cell = actual.field(column);
    return checkEqual("text of " + cell.path() + ":", machineText, cell.text());
  }

  /**
   * Asserts that the user sees this text in the cell of this column.
   *
   * @throws IllegalArgumentException if the row does not have the cell; the message names the
   *     nearest
   */
  public RowAssert hasDisplayedText(String column, String text) {
    SimulatedField cell = actual.field(column);
    return checkEqual("displayed text of " + cell.path() + ":", text, cell.displayedText());
  }

  /** Asserts that the cells have these machine texts, in their order. Buttons do not count. */
  public RowAssert hasTexts(String... machineTexts) {
    return checkEqual("texts", List.of(machineTexts), cells(SimulatedField::text));
  }

  /** Asserts that the user sees these texts in the cells, in their order. Buttons do not count. */
  public RowAssert hasDisplayedTexts(String... texts) {
    return checkEqual("displayed texts", List.of(texts), cells(SimulatedField::displayedText));
  }

  private List<String> cells(Function<SimulatedField, String> text) {
    return actual.fields().stream().filter(cell -> !cell.isButton()).map(text).toList();
  }

  /** Asserts that the row is no longer in the table. */
  public RowAssert isRemoved() {
    return check(actual.index() < 0, "removed", "row " + actual.index());
  }

  @Override
  List<ShownMessage> said() {
    return actual.fields().stream().flatMap(cell -> cell.messages().stream()).toList();
  }

  @Override
  String silence() {
    return actual.index() < 0 ? "the row was removed" : SimulatorAssert.silence(actual.simulator());
  }

  @Override
  Story story() {
    return new Story("The " + actual, actual.simulator().exchanges())
        .withProblems(actual.simulator().problems())
        .withScreen(actual.simulator().screen());
  }
}
