package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import java.io.IOException;

/** An operation that changes a datapoint. Immutable and thread-safe. */
public final class Replace extends Operation {
  private final DatapointChange change;

  private Replace(long id, DatapointChange change) {
    super(id);
    this.change = change;
  }

  /**
   * Returns an operation that changes the datapoint with this id.
   *
   * @throws IllegalArgumentException if the change is empty
   */
  public static Replace of(long id, DatapointChange change) {
    if (change.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected a change with at least one part, but it was empty.");
    }
    return new Replace(id, change);
  }

  /** Returns what changes. */
  public DatapointChange change() {
    return change;
  }

  @Override
  void write(JsonWriter json) throws IOException {
    json.object().text("op", "replace").number("id", id()).object("value");
    change.write(json);
    json.endObject().endObject();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Replace that && id() == that.id() && change.equals(that.change);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(id()) + change.hashCode();
  }

  /** Returns the id and the names of the parts that change, and no value. */
  @Override
  public String toString() {
    return "Replace[" + id() + ", " + change + "]";
  }
}
