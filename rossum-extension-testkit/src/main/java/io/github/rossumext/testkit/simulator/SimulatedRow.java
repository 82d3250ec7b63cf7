package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.internal.document.DocumentNode;
import java.util.List;

/**
 * A row of the simulated document. Its methods return the state of the document when you call them.
 * Not thread-safe.
 */
public final class SimulatedRow {
  private final RossumSimulator rossum;
  private final DocumentNode node;

  SimulatedRow(RossumSimulator rossum, DocumentNode node) {
    this.rossum = rossum;
    this.node = node;
  }

  /** Returns the simulator that holds the document. */
  public RossumSimulator simulator() {
    return rossum;
  }

  /** Returns the id of the tuple. */
  public long id() {
    return node.id();
  }

  /** Returns the path, such as {@code line_items[0]}; {@code line_items[?]} if it was removed. */
  public String path() {
    return node.path();
  }

  /** Returns the index in the table, from 0; -1 if the row was removed. */
  public int index() {
    return node.parent().map(table -> table.children().indexOf(node)).orElse(-1);
  }

  /**
   * Returns the cell of a column.
   *
   * @throws IllegalArgumentException if the row does not have the cell; the message names the
   *     nearest
   */
  public SimulatedField field(String column) {
    return new SimulatedField(
        rossum, rossum.session().open().document().paths().cell(node, column));
  }

  /** Returns all cells, in their order. */
  public List<SimulatedField> fields() {
    return node.children().stream().map(cell -> new SimulatedField(rossum, cell)).toList();
  }

  /**
   * Lets the user type this text into a cell, as {@link RossumSimulator#edit} does.
   *
   * @throws IllegalArgumentException if the row does not have the cell; the message names the
   *     nearest
   */
  public Outcome edit(String column, String text) {
    return field(column).edit(text);
  }

  /**
   * Lets the user click a button of this row, as {@link RossumSimulator#click} does.
   *
   * @throws IllegalArgumentException if the row does not have the cell; the message names the
   *     nearest
   */
  public Outcome click(String column) {
    return field(column).click();
  }

  /** Lets the user remove the row. */
  public Outcome remove() {
    return rossum.user().remove(node);
  }

  /** Returns the path, and no text of the row. */
  @Override
  public String toString() {
    return "row '" + path() + "'";
  }
}
