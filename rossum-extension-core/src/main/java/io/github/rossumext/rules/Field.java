package io.github.rossumext.rules;

import io.github.rossumext.internal.check.ValueType;
import io.github.rossumext.internal.help.Mistake;
import io.github.rossumext.internal.help.Printable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of the document, or a cell of a row, that is read as a text.
 *
 * {@snippet class="io.github.rossumext.snippets.RuleSnippetsTest" region="field"}
 *
 * <p>{@link #isSet()} returns whether it holds any text. You can write texts, numbers, dates and
 * booleans. A write is a lossy write if the schema declares another type: for example, a date in a
 * number field. Mutable and not thread-safe.
 */
public final class Field extends AnyField<Field> {
  Field(ContentEditor editor, Slot slot) {
    super(editor, slot);
  }

  /** Returns whether all of these are set. */
  public static boolean allSet(AnyField<?>... fields) {
    for (AnyField<?> field : fields) {
      if (field.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  @Override
  Field self() {
    return this;
  }

  @Override
  ValueType type() {
    return ValueType.of(facts().type());
  }

  @Override
  ValueType opened() {
    return ValueType.TEXT;
  }

  @Override
  public Field set(String text) {
    return write(text);
  }

  /**
   * Writes a number as a plain decimal with all its digits, unless the field already holds the same
   * number.
   */
  public Field set(BigDecimal number) {
    return write(number);
  }

  /** Writes a whole number, unless the field holds it already. */
  public Field set(long number) {
    return write(BigDecimal.valueOf(number));
  }

  /**
   * Writes a date, unless the field holds it already.
   *
   * @throws IllegalArgumentException if the year is not from 1 to 9999
   */
  public Field set(LocalDate date) {
    return write(date);
  }

  /**
   * Writes {@code True} or {@code False}, unless the field holds it already. Upper and lower case
   * count as equal.
   */
  public Field set(boolean value) {
    return write(value);
  }

  /** Writes a number if the field is empty. */
  public Field defaultTo(BigDecimal number) {
    return isEmpty() ? set(number) : this;
  }

  /** Writes a date if the field is empty. */
  public Field defaultTo(LocalDate date) {
    return isEmpty() ? set(date) : this;
  }

  /** Writes {@code True} or {@code False} if the field is empty. */
  public Field defaultTo(boolean value) {
    return isEmpty() ? set(value) : this;
  }

  /** Refuses a value for a column that no field can hold. */
  static void requireWritable(String column, @Nullable Object value) {
    Object inner = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    boolean isEmpty = inner == null && value instanceof Optional<?>;
    if (!isEmpty
        && !(inner instanceof String
            || inner instanceof LocalDate
            || inner instanceof Boolean
            || number(inner) != null)) {
      throw Mistake.ofArgument(
          "Expected a String, BigDecimal, whole number, LocalDate or boolean, or an Optional of"
              + " one, for "
              + Printable.name(column)
              + ", but found "
              + (inner == null
                  ? "null. Write \"\" to clear it."
                  : inner.getClass().getName() + "."));
    }
  }

  /**
   * Returns a value that {@link #requireWritable} has let pass as a {@code String}, {@code
   * BigDecimal}, {@code LocalDate} or {@code Boolean}; an empty {@code Optional} is {@code ""}.
   */
  static Object plain(@Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? plain(optional.get()) : "";
    }
    BigDecimal number = number(value);
    return number == null ? Objects.requireNonNull(value) : number;
  }

  /** Writes a value that {@link #requireWritable} has let pass. */
  void setAny(@Nullable Object value) {
    Object plain = plain(value);
    if (plain instanceof LocalDate date) {
      set(date);
    } else if (plain instanceof Boolean flag) {
      set(flag.booleanValue());
    } else if (plain instanceof BigDecimal number) {
      set(number);
    } else {
      set(plain.toString());
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
