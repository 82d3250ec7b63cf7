package io.github.rossumext.testkit.simulator;

import io.github.rossumext.value.RawJson;

/**
 * An operation of a response that took effect. Immutable and thread-safe.
 *
 * @param index the index in the response, from 0
 * @param op {@code replace}, {@code add} or {@code remove}
 * @param id the id of the node
 * @param schemaId the schema id of the node
 * @param json the operation as the extension sent it
 */
public record AppliedOperation(int index, String op, long id, String schemaId, RawJson json) {
  /** Returns the operation's name, schema id and id, and no text of the document. */
  @Override
  public String toString() {
    return op + " " + schemaId + " " + id;
  }
}
