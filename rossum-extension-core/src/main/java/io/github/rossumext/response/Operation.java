package io.github.rossumext.response;

import io.github.rossumext.json.JsonWriter;
import java.io.IOException;

/** A change of the document that an answer asks for (protocol §4.1). Immutable and thread-safe. */
public abstract sealed class Operation permits Replace {
  private final long id;

  Operation(long id) {
    this.id = id;
  }

  /** The id of the node that is changed. */
  public final long id() {
    return id;
  }

  abstract void write(JsonWriter json) throws IOException;
}
