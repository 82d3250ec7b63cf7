package io.github.rossumext.testkit.internal.document;

import org.jspecify.annotations.Nullable;

/**
 * The two texts of a field, as Rossum keeps them. Immutable.
 *
 * @param displayed the text that the user sees; {@code ""} when empty
 * @param normalized the machine text of a number or date; null for anything else, and if it cannot
 *     be read
 */
public record FieldText(String displayed, @Nullable String normalized) {
  /** Returns the texts of an empty field. */
  public static final FieldText EMPTY = new FieldText("", null);

  /** Returns a text that is neither a number nor a date, or one that cannot be read. */
  public static FieldText of(String text) {
    return text.isEmpty() ? EMPTY : new FieldText(text, null);
  }

  /** Returns whether the displayed text is empty. */
  public boolean isEmpty() {
    return displayed.isEmpty();
  }
}
