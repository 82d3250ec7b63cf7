package io.github.rossumext.rules;

import io.github.rossumext.internal.check.ValueType;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.Mistake;
import io.github.rossumext.internal.help.Printable;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A field that is read as a boolean: {@link #isSet()} says whether {@code True} or {@code False}
 * can be read, regardless of case. Another text reads as empty. Mutable and not thread-safe.
 */
public final class BooleanField extends AnyField<BooleanField> {
  BooleanField(ContentEditor editor, Slot slot) {
    super(editor, slot);
  }

  @Override
  BooleanField self() {
    return this;
  }

  @Override
  ValueType type() {
    return ValueType.BOOLEAN;
  }

  /**
   * Returns the boolean.
   *
   * @throws NoSuchElementException if the field does not hold one: ask {@link #isSet()} first
   */
  public boolean value() {
    return find()
        .orElseThrow(
            () ->
                Mistake.ofMissing(
                    HelpTopic.NO_NUMBER_OR_DATE.explain(
                        "'"
                            + schemaId()
                            + "' is empty or not a boolean. Ask isSet() first, or call"
                            + " orElse(…).")));
  }

  /** Returns the boolean, or empty. */
  public Optional<Boolean> find() {
    return Optional.ofNullable(readFlag());
  }

  /** Returns the boolean, or another one if the field does not hold one. */
  public boolean orElse(boolean other) {
    return find().orElse(other);
  }

  /**
   * Writes {@code True} or {@code False}, unless the field holds it already. Upper and lower case
   * count as equal.
   */
  public BooleanField set(boolean value) {
    return write(value);
  }

  /**
   * Writes {@code True} or {@code False} given as a text; {@code ""} clears the field. Compared
   * regardless of case.
   *
   * @throws IllegalArgumentException if the text is neither
   */
  @Override
  public BooleanField set(String text) {
    if (!text.isEmpty() && !type().canRead(text)) {
      throw Mistake.ofArgument(
          "The text for " + Printable.name(schemaId()) + " must be True or False.");
    }
    return write(text);
  }

  /** Writes {@code True} or {@code False} if the field is empty. */
  public BooleanField defaultTo(boolean value) {
    return isEmpty() ? set(value) : this;
  }
}
