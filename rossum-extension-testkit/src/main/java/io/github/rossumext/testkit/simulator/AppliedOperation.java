package io.github.rossumext.testkit.simulator;

import io.github.rossumext.value.RawJson;

/**
 * An operation of a response that took effect. Immutable and thread-safe; it prints no value.
 *
 * @param index its place in the response, from 0
 * @param op what it does: {@code replace}, {@code add} or {@code remove}
 * @param id the id of the node that it names
 * @param schemaId the schema id of this node
 * @param json the operation as the extension sent it
 */
public record AppliedOperation(int index, String op, long id, String schemaId, RawJson json) {
  /** What it does and to which node. */
  @Override
  public String toString() {
    return op + " " + schemaId + " " + id;
  }
}
