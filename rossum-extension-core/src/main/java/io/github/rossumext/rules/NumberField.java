package io.github.rossumext.rules;

import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.json.Texts;
import io.github.rossumext.value.Tolerance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A field that is read as a number: {@link #isSet()} says that a number can be read. A text that is
 * no plain decimal reads as empty (protocol §3.4). Mutable and not thread-safe.
 */
public final class NumberField extends Field {
  NumberField(ContentEditor editor, Slot slot) {
    super(editor, slot);
  }

  @Override
  public boolean isSet() {
    return readNumber() != null;
  }

  /**
   * The number, with the digits that it came with.
   *
   * @throws NoSuchElementException if there is none: ask {@link #isSet()} first
   */
  public BigDecimal value() {
    return find()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    HelpTopic.NO_NUMBER_OR_DATE.explain("'" + schemaId() + "' holds no number.")));
  }

  /** The number, or empty. */
  public Optional<BigDecimal> find() {
    return Optional.ofNullable(readNumber());
  }

  /** The number, or another one where there is none. */
  public BigDecimal orElse(BigDecimal other) {
    return find().orElse(other);
  }

  /** The number, or zero where there is none. */
  public BigDecimal orZero() {
    return orElse(BigDecimal.ZERO);
  }

  /** Whether there is a number, and as close to the expected one as the tolerance allows. */
  public boolean isCloseTo(BigDecimal expected, Tolerance tolerance) {
    return find().filter(actual -> tolerance.allows(expected, actual)).isPresent();
  }

  /**
   * Writes a number given as a plain decimal; {@code ""} clears the field. Compared by value.
   *
   * @throws IllegalArgumentException if the text is no number
   */
  @Override
  public Field set(String text) {
    if (text.isEmpty()) {
      return clear();
    }
    BigDecimal number = Texts.number(text);
    if (number == null) {
      throw new IllegalArgumentException(
          "The text for '" + schemaId() + "' is no plain decimal, such as 1132.87.");
    }
    return set(number);
  }

  /**
   * Refuses a date.
   *
   * @throws IllegalArgumentException always, since Rossum would lose a date in a number field
   */
  @Override
  public Field set(LocalDate date) {
    throw new IllegalArgumentException("'" + schemaId() + "' was asked for as a number: no dates.");
  }

  @Override
  ValueType type() {
    return ValueType.NUMBER;
  }
}
