package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import java.io.IOException;

/** A change of the document in a response. Immutable and thread-safe. */
public abstract sealed class Operation permits Replace, AddRow, AddValue, Remove {
  private final long id;

  Operation(long id) {
    this.id = id;
  }

  /**
   * Returns the id: of the datapoint for a {@link Replace}, of the multivalue for an {@link AddRow}
   * or {@link AddValue}, of the row or value for a {@link Remove}.
   */
  public final long id() {
    return id;
  }

  abstract void write(JsonWriter json) throws IOException;
}
