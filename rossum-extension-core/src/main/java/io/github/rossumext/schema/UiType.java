package io.github.rossumext.schema;

import io.github.rossumext.value.OpenEnum;
import java.util.Objects;
import java.util.Set;

/**
 * Where the value of a field comes from. Immutable and thread-safe.
 *
 * @param value the word as Rossum writes it
 */
public record UiType(String value) implements OpenEnum<UiType> {
  /** The extraction reads it from the document. */
  public static final UiType CAPTURED = new UiType("captured");

  /** It comes from extensions or master data. */
  public static final UiType DATA = new UiType("data");

  /** A user types it in. */
  public static final UiType MANUAL = new UiType("manual");

  /** Rossum computes it by the formula of the schema. */
  public static final UiType FORMULA = new UiType("formula");

  /** Rossum asks a language model for it, by the prompt of the schema. */
  public static final UiType REASONING = new UiType("reasoning");

  /** Rossum's master data hub fills it. */
  public static final UiType LOOKUP = new UiType("lookup");

  private static final Set<UiType> KNOWN =
      Set.of(CAPTURED, DATA, MANUAL, FORMULA, REASONING, LOOKUP);

  /** Creates the word that Rossum writes, known or not. */
  public UiType {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  /** Returns the word itself. */
  @Override
  public String toString() {
    return value;
  }
}
