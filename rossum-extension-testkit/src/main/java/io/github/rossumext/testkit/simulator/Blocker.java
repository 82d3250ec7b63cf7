package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.internal.document.DocumentNode;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A reason that keeps a document from being automated. Immutable and thread-safe. */
public final class Blocker {
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

  private final Type type;
  private final OptionalLong datapointId;
  private final String schemaId;
  private final String path;
  private final String text;

  private Blocker(Type type, OptionalLong datapointId, String schemaId, String path, String text) {
    this.type = Objects.requireNonNull(type, "type");
    this.datapointId = datapointId;
    this.schemaId = Objects.requireNonNull(schemaId, "schemaId");
    this.path = path;
    this.text = Objects.requireNonNull(text, "text");
  }

  /**
   * Returns a reason for the whole document.
   *
   * @param text the reason in a sentence
   */
  public static Blocker of(Type type, String text) {
    return new Blocker(type, OptionalLong.empty(), "", "", text);
  }

  static Blocker of(Type type, @Nullable DocumentNode field, String text) {
    Blocker blocker = of(type, text);
    return field == null ? blocker : blocker.withField(field.id(), field.schemaId(), field.path());
  }

  /** Returns a copy that belongs to this field or table. */
  public Blocker withField(long datapointId, String schemaId) {
    return withField(datapointId, schemaId, schemaId);
  }

  Blocker withField(long id, String schemaId, String path) {
    return new Blocker(type, OptionalLong.of(id), schemaId, path, text);
  }

  /** Returns the type of the reason. */
  public Type type() {
    return type;
  }

  /** Returns the id of the field or table; empty for the whole document. */
  public OptionalLong datapointId() {
    return datapointId;
  }

  /** Returns the schema id of the field or table; {@code ""} for the whole document. */
  public String schemaId() {
    return schemaId;
  }

  /**
   * Returns the reason in a sentence. The extension wrote it if the type is {@link Type#EXTENSION}.
   */
  public String text() {
    return text;
  }

  /**
   * Returns the path of the field, such as {@code line_items[0].item_code}; {@code ""} for the
   * whole document.
   */
  public String path() {
    return path;
  }

  /** Compares everything but the path, which follows from the id. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Blocker that
        && type == that.type
        && datapointId.equals(that.datapointId)
        && schemaId.equals(that.schemaId)
        && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, datapointId, schemaId, text);
  }

  /** Returns type, field and text. */
  @Override
  public String toString() {
    return type + (path.isEmpty() ? "" : " on " + path) + ": " + text;
  }
}
