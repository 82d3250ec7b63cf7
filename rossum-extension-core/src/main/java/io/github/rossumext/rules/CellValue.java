package io.github.rossumext.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Java values that a cell can hold. */
final class CellValue {
  private CellValue() {}

  /** Refuses a value that no cell can hold. */
  static void require(String column, @Nullable Object value) {
    Object inner = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    boolean isEmpty = inner == null && value instanceof Optional<?>;
    if (!isEmpty
        && !(inner instanceof String
            || inner instanceof LocalDate
            || inner instanceof Boolean
            || number(inner) != null)) {
      throw new IllegalArgumentException(
          "The value for '"
              + column
              + "' is "
              + (inner == null ? "null: write \"\"" : "a " + inner.getClass().getName() + ": write")
              + (inner == null ? "" : " a String, BigDecimal, whole number, LocalDate or boolean")
              + ", or an Optional of one.");
    }
  }

  /** Writes a value that {@link #require} has let pass. */
  static void write(Field cell, @Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      write(cell, optional.isPresent() ? optional.get() : "");
    } else if (value instanceof LocalDate date) {
      cell.set(date);
    } else if (value instanceof Boolean flag) {
      cell.set(flag.booleanValue());
    } else {
      BigDecimal number = number(value);
      if (number == null) {
        cell.set(String.valueOf(value));
      } else {
        cell.set(number);
      }
    }
  }

  // No double or float: 0.1 + 0.2 would go out with seventeen digits.
  private static @Nullable BigDecimal number(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof BigInteger whole) {
      return new BigDecimal(whole);
    }
    return value instanceof Long || value instanceof Integer || value instanceof Short
        ? BigDecimal.valueOf(((Number) value).longValue())
        : null;
  }
}
