package io.github.rossumext.rules;

import io.github.rossumext.internal.check.ChangeCheck;
import io.github.rossumext.internal.check.ValueType;
import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.response.DatapointChange;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A value that a field is to hold: a text, number, date or boolean. Immutable.
 *
 * @param value what is written
 * @param type how it is compared with the text that a field holds
 */
record Wanted(Object value, ValueType type) {
  /**
   * Returns the value of a column, which may be in an {@code Optional}.
   *
   * @param declared the type of the column; texts are compared as of this type
   * @throws IllegalArgumentException if no field can hold it
   */
  static Wanted of(String column, Object any, ValueType declared) {
    Field.requireWritable(column, any);
    Object value = Field.plain(any);
    if (value instanceof BigDecimal) {
      return new Wanted(value, ValueType.NUMBER);
    }
    if (value instanceof LocalDate) {
      return new Wanted(value, ValueType.DATE);
    }
    return new Wanted(value, value instanceof Boolean ? ValueType.BOOLEAN : declared);
  }

  /** Whether the options of a field, as far as they are known now, do not have it. */
  boolean isOutsideOptions(Field field) {
    DatapointChange change = field.change().withValue(value.toString());
    return ChangeCheck.isOutsideOptions(field.facts(), change);
  }

  /** Returns how it is compared, and no value. */
  @Override
  public String toString() {
    return "Wanted[" + type + "]";
  }

  /** What it has in common with the texts that hold the same value. */
  Object key() {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros();
    }
    return value instanceof String text ? keyOf(text) : value;
  }

  /** The key of the text that a field holds. */
  Object keyOf(String text) {
    return type.key(Storable.repaired(text));
  }
}
