package io.github.rossumext.testkit.simulator;

/**
 * A part of a section of the simulated document: a field or button, a table, or a list of values.
 * Its methods return the state of the document when you call them. Not thread-safe.
 */
public sealed interface SimulatedNode permits SimulatedField, SimulatedMultivalue {
  /** Returns the id of the node. */
  long id();

  /** Returns the schema id. */
  String schemaId();

  /** Returns the label that the user reads; {@code ""} if the schema is unknown. */
  String label();

  /** Returns whether the node is hidden, or anything around it, such as its table. */
  boolean isHidden();
}
