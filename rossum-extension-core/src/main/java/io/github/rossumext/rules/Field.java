package io.github.rossumext.rules;

import io.github.rossumext.internal.check.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A field of the live document, or a cell of a row, that is read as a text.
 *
 * {@snippet class="io.github.rossumext.snippets.RuleSnippetsTest" region="field"}
 *
 * <p>{@link #isSet()} says whether it holds any text. It takes texts, numbers, dates and booleans.
 * If the schema says that the field holds something else than what you write, this is a lossy
 * write. Mutable and not thread-safe.
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

  /** Writes a number as a plain decimal with the digits that it has; compared by value. */
  public Field set(BigDecimal number) {
    return write(number);
  }

  /** Writes a whole number; compared by value. */
  public Field set(long number) {
    return write(BigDecimal.valueOf(number));
  }

  /**
   * Writes a date; compared by day.
   *
   * @throws IllegalArgumentException if the year does not have four digits
   */
  public Field set(LocalDate date) {
    return write(date);
  }

  /** Writes {@code True} or {@code False}; compared regardless of case. */
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
}
