package io.github.rossumext.testkit.simulator;

import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.DocumentSchema;
import java.util.List;
import java.util.Optional;

/**
 * A table or a list of the simulated document. Its methods return the state of the document when
 * you call them. Not thread-safe.
 */
public final class SimulatedMultivalue implements SimulatedNode {
  private final RossumSimulator rossum;
  private final DocumentNode node;

  SimulatedMultivalue(RossumSimulator rossum, DocumentNode node) {
    this.rossum = rossum;
    this.node = node;
  }

  private DocumentSchema schema() {
    return rossum.session().open().document().schema();
  }

  @Override
  public long id() {
    return node.id();
  }

  @Override
  public String schemaId() {
    return node.schemaId();
  }

  @Override
  public String label() {
    return schema().label(node.schemaId());
  }

  @Override
  public boolean isHidden() {
    return node.isHidden();
  }

  /** Returns it as the schema has it; empty if the schema is unknown, or does not have it. */
  public Optional<SchemaMultivalue> definition() {
    return schema().multivalue(node.schemaId());
  }

  /** Returns whether it is a table. It counts as one if it has neither schema nor rows. */
  public boolean isTable() {
    return schema().isTable(node).orElse(true);
  }

  /** Returns the columns of a table: those of the schema, or else those of its rows. */
  public List<String> columns() {
    return isTable() ? schema().columns(node) : List.of();
  }

  /** Returns the rows of a table; empty for a list. */
  public List<SimulatedRow> rows() {
    return node.children().stream()
        .filter(DocumentNode::isTuple)
        .map(row -> new SimulatedRow(rossum, row))
        .toList();
  }

  /** Returns the values of a list; empty for a table. */
  public List<SimulatedField> values() {
    return node.children().stream()
        .filter(DocumentNode::isDatapoint)
        .map(value -> new SimulatedField(rossum, value))
        .toList();
  }

  /**
   * Returns the sum below a column, in the format of the column; empty unless the schema asks for
   * it. Cells without a number do not count.
   */
  public Optional<String> sum(String column) {
    return schema()
        .field(column)
        .schema()
        .flatMap(SchemaDatapoint::aggregations)
        .filter(asked -> asked.find("sum").isPresent())
        .map(asked -> schema().sum(node, column));
  }

  /** Lets the user add an empty row to a table, or an empty value to a list. */
  public Outcome add() {
    return rossum.user().add(node);
  }

  /** Returns the kind and the schema id, and nothing of the content. */
  @Override
  public String toString() {
    return (isTable() ? "table '" : "list '") + schemaId() + "'";
  }
}
