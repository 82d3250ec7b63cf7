package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import java.io.IOException;

/**
 * An operation that removes a row of a table, or a value of a simple multivalue. Immutable and
 * thread-safe.
 */
public final class Remove extends Operation {
  private Remove(long id) {
    super(id);
  }

  /** Returns an operation that removes the row or value with this id. */
  public static Remove of(long id) {
    return new Remove(id);
  }

  @Override
  void write(JsonWriter json) throws IOException {
    json.object().text("op", "remove").number("id", id()).endObject();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Remove that && id() == that.id();
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id());
  }

  /** Returns the id. */
  @Override
  public String toString() {
    return "Remove[" + id() + "]";
  }
}
