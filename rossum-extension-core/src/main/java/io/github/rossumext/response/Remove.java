package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import java.io.IOException;

/** Removes a row of a table, or a value of a simple multivalue. Immutable and thread-safe. */
public final class Remove extends Operation {
  private Remove(long id) {
    super(id);
  }

  /** Returns the removal of the row or value with this id: a direct child of a multivalue. */
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

  /** The id. */
  @Override
  public String toString() {
    return "Remove[" + id() + "]";
  }
}
