package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import java.io.IOException;

/**
 * An operation that appends a value to a simple multivalue, which authors know as a list. Rossum
 * gives the value an id in the next request. Immutable and thread-safe.
 */
public final class AddValue extends Operation {
  private final DatapointChange value;

  private AddValue(long id, DatapointChange value) {
    super(id);
    this.value = value;
  }

  /**
   * Returns an operation that appends a value.
   *
   * @param id the id of the multivalue
   */
  public static AddValue of(long id, DatapointChange value) {
    return new AddValue(id, value);
  }

  /** Returns the value with its attributes. */
  public DatapointChange value() {
    return value;
  }

  @Override
  void write(JsonWriter json) throws IOException {
    json.object().text("op", "add").number("id", id()).object("value");
    value.write(json);
    json.endObject().endObject();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddValue that && id() == that.id() && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(id()) + value.hashCode();
  }

  /** Returns the id of the multivalue, and no value. */
  @Override
  public String toString() {
    return "AddValue[" + id() + ", " + value + "]";
  }
}
