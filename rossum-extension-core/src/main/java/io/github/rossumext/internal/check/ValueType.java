package io.github.rossumext.internal.check;

import io.github.rossumext.internal.text.Numbers;
import io.github.rossumext.schema.DatapointType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The type of a field's value: how its machine texts are read and compared. */
public enum ValueType {
  /** Any text. */
  TEXT("a text"),
  /** A plain decimal. */
  NUMBER("a number"),
  /** An ISO date. */
  DATE("a date"),
  /** {@code True} or {@code False}. */
  BOOLEAN("a boolean");

  private static final int ISO_LENGTH = 10;

  private final String name;

  ValueType(String name) {
    this.name = name;
  }

  /** Returns its name with an article. */
  public String named() {
    return name;
  }

  /** Returns how the texts of a field of this type are read. */
  public static ValueType of(DatapointType type) {
    if (type.equals(DatapointType.NUMBER)) {
      return NUMBER;
    }
    if (type.equals(DatapointType.BOOLEAN)) {
      return BOOLEAN;
    }
    return type.equals(DatapointType.DATE) ? DATE : TEXT;
  }

  /** Returns the number that a text holds; null if it is not a plain decimal. */
  public static @Nullable BigDecimal number(String text) {
    return Numbers.number(text);
  }

  /** Returns the date that a text holds; null if it is not an ISO date. */
  public static @Nullable LocalDate date(String text) {
    if (text.length() != ISO_LENGTH) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Returns the boolean that a text holds, regardless of case; null if it does not hold one. */
  public static @Nullable Boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  /** Returns the text of a boolean. */
  public static String text(boolean value) {
    return value ? "True" : "False";
  }

  /** Returns whether a text can be read as a value of this type. */
  public boolean canRead(String text) {
    return this == TEXT || read(text) != null;
  }

  private @Nullable Object read(String text) {
    return switch (this) {
      case TEXT -> text;
      case NUMBER -> number(text);
      case DATE -> date(text);
      case BOOLEAN -> flag(text);
    };
  }

  /**
   * Returns a key that is equal for texts with the same value: the value, or the text itself if it
   * cannot be read.
   */
  public Object key(String text) {
    Object value = read(text);
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros();
    }
    return value == null ? text : value;
  }

  /** Returns whether two texts hold the same value; texts that cannot be read must be equal. */
  public boolean isSame(String one, String other) {
    return one.equals(other) || key(one).equals(key(other));
  }
}
