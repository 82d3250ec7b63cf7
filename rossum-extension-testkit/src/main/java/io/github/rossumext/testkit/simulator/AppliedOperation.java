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
 * @param path the path of the node before the operation, such as {@code line_items[0].item_code}
 */
public record AppliedOperation(
    int index, String op, long id, String schemaId, RawJson json, String path) {
  /** Creates an operation on a node whose path is its schema id. */
  public AppliedOperation(int index, String op, long id, String schemaId, RawJson json) {
    this(index, op, id, schemaId, json, schemaId);
  }

  /** Returns the operation's name and the path, and no text of the document. */
  @Override
  public String toString() {
    return op + " " + path;
  }
}
