package io.github.rossumext.rules;

import io.github.rossumext.internal.help.HelpTopic;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field that is read as a date: {@link #isSet()} says that a date can be read. A text that is no
 * ISO date reads as empty (protocol §3.4). Mutable and not thread-safe.
 */
public final class DateField extends Field {
  private static final int ISO_LENGTH = 10;

  DateField(ContentEditor editor, Slot slot) {
    super(editor, slot);
  }

  static @Nullable LocalDate parse(String text) {
    if (text.length() != ISO_LENGTH) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  @Override
  public boolean isSet() {
    return readDate() != null;
  }

  /**
   * The date.
   *
   * @throws NoSuchElementException if there is none: ask {@link #isSet()} first
   */
  public LocalDate value() {
    return find()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    HelpTopic.NO_NUMBER_OR_DATE.explain("'" + schemaId() + "' holds no date.")));
  }

  /** The date, or empty. */
  public Optional<LocalDate> find() {
    return Optional.ofNullable(readDate());
  }

  /** The date, or another one where there is none. */
  public LocalDate orElse(LocalDate other) {
    return find().orElse(other);
  }

  /**
   * Writes a date given as {@code YYYY-MM-DD}; {@code ""} clears the field. Compared by day.
   *
   * @throws IllegalArgumentException if the text is no ISO date, since Rossum would lose it
   */
  @Override
  public Field set(String text) {
    if (text.isEmpty()) {
      return clear();
    }
    LocalDate date = parse(text);
    if (date == null) {
      throw new IllegalArgumentException(
          "The text for '" + schemaId() + "' is no ISO date, such as 2026-01-31.");
    }
    return set(date);
  }

  /**
   * Refuses a number.
   *
   * @throws IllegalArgumentException always, since Rossum would lose a number in a date field
   */
  @Override
  public Field set(BigDecimal number) {
    throw new IllegalArgumentException("'" + schemaId() + "' was asked for as a date: no numbers.");
  }

  @Override
  ValueType type() {
    return ValueType.DATE;
  }
}
