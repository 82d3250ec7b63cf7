package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.internal.document.DocumentNode;
import java.util.List;

/**
 * A section of the simulated document. Its methods return the state of the document when you call
 * them. Not thread-safe.
 */
public final class SimulatedSection {
  private final RossumSimulator rossum;
  private final DocumentNode node;

  SimulatedSection(RossumSimulator rossum, DocumentNode node) {
    this.rossum = rossum;
    this.node = node;
  }

  /** Returns the schema id. */
  public String schemaId() {
    return node.schemaId();
  }

  /** Returns the label that the user reads; {@code ""} if the schema is unknown. */
  public String label() {
    return rossum.session().open().document().schema().label(node.schemaId());
  }

  /** Returns the fields, tables and lists, in their order. */
  public List<SimulatedNode> children() {
    return node.children().stream().map(this::child).toList();
  }

  private SimulatedNode child(DocumentNode child) {
    return child.isDatapoint()
        ? new SimulatedField(rossum, child)
        : new SimulatedMultivalue(rossum, child);
  }

  /** Returns the schema id, and nothing of the content. */
  @Override
  public String toString() {
    return "section '" + schemaId() + "'";
  }
}
