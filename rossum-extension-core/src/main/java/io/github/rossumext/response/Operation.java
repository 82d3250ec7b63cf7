package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import java.io.IOException;

/** A change of the document that a response asks for. Immutable and thread-safe. */
public abstract sealed class Operation permits Replace, AddRow, AddValue, Remove {
  private final long id;

  Operation(long id) {
    this.id = id;
  }

  /**
   * Returns the id of the datapoint that is replaced, of the multivalue that something is added to,
   * or of the row or value that is removed.
   */
  public final long id() {
    return id;
  }

  abstract void write(JsonWriter json) throws IOException;
}
