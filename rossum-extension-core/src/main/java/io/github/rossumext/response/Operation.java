package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

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

  /**
   * Returns the body of {@code POST /annotations/{id}/content/operations} in UTF-8: an object with
   * the list {@code operations}.
   */
  public static byte[] toJson(List<? extends Operation> operations) {
    try {
      JsonWriter json = new JsonWriter();
      json.object().list("operations");
      for (Operation operation : operations) {
        operation.write(json);
      }
      json.endList().endObject();
      return json.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed.", e);
    }
  }

  abstract void write(JsonWriter json) throws IOException;
}
