package io.github.rossumext.schema;

import io.github.rossumext.value.OpenEnum;
import java.util.Objects;
import java.util.Set;

/**
 * Whether a user may edit a field. It does not bind extensions, which may write any field. If the
 * field has a formula, the formula overwrites what they write. Immutable and thread-safe.
 *
 * @param value the word as Rossum writes it
 */
public record EditMode(String value) implements OpenEnum<EditMode> {
  /** A user may edit it. */
  public static final EditMode ENABLED = new EditMode("enabled");

  /** A user may edit it without being warned. */
  public static final EditMode ENABLED_WITHOUT_WARNING = new EditMode("enabled_without_warning");

  /** A user may not edit it; an extension may. */
  public static final EditMode DISABLED = new EditMode("disabled");

  private static final Set<EditMode> KNOWN = Set.of(ENABLED, ENABLED_WITHOUT_WARNING, DISABLED);

  /** Creates the word that Rossum writes, known or not. */
  public EditMode {
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
