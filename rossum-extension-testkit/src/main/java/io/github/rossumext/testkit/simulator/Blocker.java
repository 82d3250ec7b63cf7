package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.internal.document.DocumentNode;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a document from being automated (protocol §7). Immutable and thread-safe.
 *
 * @param type the kind of reason
 * @param datapointId the id of the field or table that it belongs to; empty for the whole document
 * @param schemaId the schema id of this field; {@code ""} for the whole document
 * @param text the reason in a sentence; an extension's own where it is one of an extension
 */
public record Blocker(Type type, OptionalLong datapointId, String schemaId, String text) {
  /** The kinds of reasons that the simulator knows how to find. */
  public enum Type {
    /** The queue does not automate. */
    AUTOMATION_DISABLED("automation_disabled"),
    /** A message of type error stands. */
    ERROR_MESSAGE("error_message"),
    /** An extension said so. */
    EXTENSION("extension"),
    /** The extraction was not sure enough, and nothing else validated the field. */
    LOW_SCORE("low_score"),
    /** Rossum's own checks failed, or a table has too few rows. */
    FAILED_CHECKS("failed_checks"),
    /** Nothing validated the field. */
    NO_VALIDATION_SOURCES("no_validation_sources");

    private final String value;

    Type(String value) {
      this.value = value;
    }

    /** The word as Rossum writes it. */
    public String value() {
      return value;
    }

    /** The word as Rossum writes it. */
    @Override
    public String toString() {
      return value;
    }
  }

  static Blocker of(Type type, @Nullable DocumentNode field, String text) {
    return field == null
        ? new Blocker(type, OptionalLong.empty(), "", text)
        : new Blocker(type, OptionalLong.of(field.id()), field.schemaId(), text);
  }

  /** Kind, field and text. */
  @Override
  public String toString() {
    return type + (schemaId.isEmpty() ? "" : " on " + schemaId) + ": " + text;
  }
}
