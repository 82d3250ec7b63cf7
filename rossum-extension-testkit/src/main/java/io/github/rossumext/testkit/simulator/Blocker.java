package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.internal.document.DocumentNode;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A reason that keeps a document from being automated. Immutable and thread-safe.
 *
 * @param type the type of the reason
 * @param datapointId the id of the field or table; empty for the whole document
 * @param schemaId the schema id of this field or table; {@code ""} for the whole document
 * @param text the reason in a sentence, which the extension wrote if the type is {@link
 *     Type#EXTENSION}
 */
public record Blocker(Type type, OptionalLong datapointId, String schemaId, String text) {
  /** The types of reasons that the simulator finds. */
  public enum Type {
    /** The queue does not automate. */
    AUTOMATION_DISABLED("automation_disabled"),
    /** The document or a field has an error message. */
    ERROR_MESSAGE("error_message"),
    /** An extension sent an automation blocker. */
    EXTENSION("extension"),
    /** The confidence of the extraction is too low, and nothing else validated the field. */
    LOW_SCORE("low_score"),
    /** Rossum's own checks failed, or a table has too few rows. */
    FAILED_CHECKS("failed_checks"),
    /** Nothing validated the field. */
    NO_VALIDATION_SOURCES("no_validation_sources");

    private final String value;

    Type(String value) {
      this.value = value;
    }

    /** Returns the word of the protocol. */
    public String value() {
      return value;
    }

    /** Returns the word of the protocol. */
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

  /** Returns type, field and text. */
  @Override
  public String toString() {
    return type + (schemaId.isEmpty() ? "" : " on " + schemaId) + ": " + text;
  }
}
