package io.github.rossumext.value;

import java.util.Objects;

/**
 * One choice of an enum field. Value and label may be empty, which often means "nothing chosen".
 * Immutable and thread-safe.
 *
 * @param value the text of the field if the option is chosen
 * @param label the text that the user reads
 */
public record Option(String value, String label) {
  /** Creates a choice. Neither part may be null. */
  public Option {
    Objects.requireNonNull(value, "An option needs a value, even if it is empty.");
    Objects.requireNonNull(label, "An option needs a label, even if it is empty.");
  }

  /** Returns a choice. */
  public static Option of(String value, String label) {
    return new Option(value, label);
  }

  /** Returns a choice whose label is its value. */
  public static Option of(String value) {
    return new Option(value, value);
  }
}
