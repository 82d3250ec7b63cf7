package io.github.rossumext.rules;

import io.github.rossumext.internal.check.ValueType;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.Mistake;
import io.github.rossumext.internal.help.Printable;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A field that is read as a date: {@link #isSet()} says whether a date can be read. A text that is
 * not an ISO date reads as empty. Mutable and not thread-safe.
 */
public final class DateField extends AnyField<DateField> {
  DateField(ContentEditor editor, Slot slot) {
    super(editor, slot);
  }

  @Override
  DateField self() {
    return this;
  }

  @Override
  ValueType type() {
    return ValueType.DATE;
  }

  /**
   * Returns the date.
   *
   * @throws NoSuchElementException if the field does not hold a date: ask {@link #isSet()} first
   */
  public LocalDate value() {
    return find()
        .orElseThrow(
            () ->
                Mistake.ofMissing(
                    HelpTopic.NO_NUMBER_OR_DATE.explain(
                        "'"
                            + schemaId()
                            + "' is empty or not a date. Ask isSet() first, or call"
                            + " orElse(…).")));
  }

  /** Returns the date, or empty. */
  public Optional<LocalDate> find() {
    return Optional.ofNullable(readDate());
  }

  /** Returns the date, or another one if the field does not hold a date. */
  public LocalDate orElse(LocalDate other) {
    return find().orElse(other);
  }

  /**
   * Writes a date, unless the field holds it already.
   *
   * @throws IllegalArgumentException if the year is not from 1 to 9999
   */
  public DateField set(LocalDate date) {
    return write(date);
  }

  /**
   * Writes a date given as {@code YYYY-MM-DD}; {@code ""} clears the field. Compared by day.
   *
   * @throws IllegalArgumentException if the text is not an ISO date, because Rossum would lose it
   */
  @Override
  public DateField set(String text) {
    if (!text.isEmpty() && !type().canRead(text)) {
      throw Mistake.ofArgument(
          "The text for "
              + Printable.name(schemaId())
              + " must be an ISO date, such as 2026-01-31.");
    }
    return write(text);
  }

  /** Writes a date if the field is empty. */
  public DateField defaultTo(LocalDate date) {
    return isEmpty() ? set(date) : this;
  }
}
