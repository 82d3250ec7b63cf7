package io.github.rossumext.rules;

import io.github.rossumext.internal.check.ValueType;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.Mistake;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.value.Tolerance;
import java.math.BigDecimal;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A field that is read as a number: {@link #isSet()} says whether a number can be read. A text that
 * is not a plain decimal reads as empty. Mutable and not thread-safe.
 */
public final class NumberField extends AnyField<NumberField> {
  NumberField(ContentEditor editor, Slot slot) {
    super(editor, slot);
  }

  @Override
  NumberField self() {
    return this;
  }

  @Override
  ValueType type() {
    return ValueType.NUMBER;
  }

  /**
   * Returns the number, with the digits that it came with.
   *
   * @throws NoSuchElementException if the field does not hold a number: ask {@link #isSet()} first
   */
  public BigDecimal value() {
    return find()
        .orElseThrow(
            () ->
                Mistake.ofMissing(
                    HelpTopic.NO_NUMBER_OR_DATE.explain(
                        "'"
                            + schemaId()
                            + "' is empty or not a number. Ask isSet() first, or call"
                            + " orElse(…).")));
  }

  /** Returns the number, or empty. */
  public Optional<BigDecimal> find() {
    return Optional.ofNullable(readNumber());
  }

  /** Returns the number, or another one if the field does not hold a number. */
  public BigDecimal orElse(BigDecimal other) {
    return find().orElse(other);
  }

  /** Returns the number, or zero if the field does not hold a number. */
  public BigDecimal orZero() {
    return orElse(BigDecimal.ZERO);
  }

  /**
   * Returns whether it holds a number that is as close to the expected one as the tolerance allows.
   */
  public boolean isCloseTo(BigDecimal expected, Tolerance tolerance) {
    return find().filter(actual -> tolerance.allows(expected, actual)).isPresent();
  }

  /**
   * Writes a number as a plain decimal with all its digits, unless the field holds the same number
   * already.
   */
  public NumberField set(BigDecimal number) {
    return write(number);
  }

  /** Writes a whole number, unless the field holds it already. */
  public NumberField set(long number) {
    return write(BigDecimal.valueOf(number));
  }

  /**
   * Writes a number given as a plain decimal; {@code ""} clears the field. Compared by value.
   *
   * @throws IllegalArgumentException if the text is not a number
   */
  @Override
  public NumberField set(String text) {
    if (!text.isEmpty() && !type().canRead(text)) {
      throw Mistake.ofArgument(
          "The text for "
              + Printable.name(schemaId())
              + " must be a plain decimal, such as 1132.87.");
    }
    return write(text);
  }

  /** Writes a number if the field is empty. */
  public NumberField defaultTo(BigDecimal number) {
    return isEmpty() ? set(number) : this;
  }
}
