package io.github.rossumext.schema;

import io.github.rossumext.value.OpenEnum;
import java.util.Objects;
import java.util.Set;

/**
 * What a field of the schema holds. Immutable and thread-safe.
 *
 * @param value the word as Rossum writes it
 */
public record DatapointType(String value) implements OpenEnum<DatapointType> {
  /** A text. */
  public static final DatapointType STRING = new DatapointType("string");

  /** A number. */
  public static final DatapointType NUMBER = new DatapointType("number");

  /** A date. */
  public static final DatapointType DATE = new DatapointType("date");

  /** One of the options. */
  public static final DatapointType ENUM = new DatapointType("enum");

  /** A button, which holds nothing. */
  public static final DatapointType BUTTON = new DatapointType("button");

  /** {@code True} or {@code False}; Rossum does not document this type. */
  public static final DatapointType BOOLEAN = new DatapointType("boolean");

  private static final Set<DatapointType> KNOWN =
      Set.of(STRING, NUMBER, DATE, ENUM, BUTTON, BOOLEAN);

  /** Creates the word that Rossum writes, known or not. */
  public DatapointType {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  /** Returns the word itself. */
  @Override
  public String toString() {
    return value;
  }
}
