package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.internal.document.DocumentNode;
import java.util.List;

/** A row of a table of the simulated document as it is now. Not thread-safe. */
public final class SimulatedRow {
  private final RossumSimulator rossum;
  private final DocumentNode node;

  SimulatedRow(RossumSimulator rossum, DocumentNode node) {
    this.rossum = rossum;
    this.node = node;
  }

  /** The simulator that holds the document. */
  public RossumSimulator simulator() {
    return rossum;
  }

  /** Its id. */
  public long id() {
    return node.id();
  }

  /** Returns its path, such as {@code line_items[0]}. */
  public String path() {
    return node.path();
  }

  /** Its place in the table, from 0; -1 if it was removed. */
  public int index() {
    return node.parent().map(table -> table.children().indexOf(node)).orElse(-1);
  }

  /**
   * The cell of a column.
   *
   * @throws IllegalArgumentException if the row has no such cell; the message names the nearest
   */
  public SimulatedField field(String column) {
    return new SimulatedField(
        rossum, rossum.session().open().document().paths().cell(node, column));
  }

  /** All cells, in their order. */
  public List<SimulatedField> fields() {
    return node.children().stream().map(cell -> new SimulatedField(rossum, cell)).toList();
  }

  /**
   * Lets the user type this into a cell, as {@link RossumSimulator#edit}.
   *
   * @throws IllegalArgumentException if the row has no such cell; the message names the nearest
   */
  public Outcome edit(String column, String text) {
    return field(column).edit(text);
  }

  /**
   * Lets the user click a button of this row, as {@link RossumSimulator#click}.
   *
   * @throws IllegalArgumentException if the row has no such cell; the message names the nearest
   */
  public Outcome click(String column) {
    return field(column).click();
  }

  /** Lets the user remove it. */
  public Outcome remove() {
    return rossum.user().remove(node);
  }

  /** The table and the place; no value. */
  @Override
  public String toString() {
    return "row " + index() + " of '" + node.parent().map(DocumentNode::schemaId).orElse("") + "'";
  }
}
