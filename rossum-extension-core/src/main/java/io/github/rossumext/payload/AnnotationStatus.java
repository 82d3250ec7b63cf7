package io.github.rossumext.payload;

import io.github.rossumext.value.OpenEnum;
import java.util.Objects;
import java.util.Set;

/**
 * The status of an annotation. Immutable and thread-safe.
 *
 * @param value the word as Rossum writes it
 */
public record AnnotationStatus(String value) implements OpenEnum<AnnotationStatus> {
  /** It exists, nothing has begun. */
  public static final AnnotationStatus CREATED = new AnnotationStatus("created");

  /** The extraction is running. */
  public static final AnnotationStatus IMPORTING = new AnnotationStatus("importing");

  /** The import failed. */
  public static final AnnotationStatus FAILED_IMPORT = new AnnotationStatus("failed_import");

  /** It was split into others. */
  public static final AnnotationStatus SPLIT = new AnnotationStatus("split");

  /** It waits for a user. */
  public static final AnnotationStatus TO_REVIEW = new AnnotationStatus("to_review");

  /** A user has it open. */
  public static final AnnotationStatus REVIEWING = new AnnotationStatus("reviewing");

  /** It is in an approval workflow. */
  public static final AnnotationStatus IN_WORKFLOW = new AnnotationStatus("in_workflow");

  /** A user, or automation, confirmed it. */
  public static final AnnotationStatus CONFIRMED = new AnnotationStatus("confirmed");

  /** It was rejected. */
  public static final AnnotationStatus REJECTED = new AnnotationStatus("rejected");

  /** It is being exported. */
  public static final AnnotationStatus EXPORTING = new AnnotationStatus("exporting");

  /** It was exported. */
  public static final AnnotationStatus EXPORTED = new AnnotationStatus("exported");

  /** The export failed. */
  public static final AnnotationStatus FAILED_EXPORT = new AnnotationStatus("failed_export");

  /** A user put it off. */
  public static final AnnotationStatus POSTPONED = new AnnotationStatus("postponed");

  /** It was deleted. */
  public static final AnnotationStatus DELETED = new AnnotationStatus("deleted");

  /** It was deleted for good. */
  public static final AnnotationStatus PURGED = new AnnotationStatus("purged");

  private static final Set<AnnotationStatus> KNOWN =
      Set.of(
          CREATED,
          IMPORTING,
          FAILED_IMPORT,
          SPLIT,
          TO_REVIEW,
          REVIEWING,
          IN_WORKFLOW,
          CONFIRMED,
          REJECTED,
          EXPORTING,
          EXPORTED,
          FAILED_EXPORT,
          POSTPONED,
          DELETED,
          PURGED);

  /** Creates the word that Rossum writes, known or not. */
  public AnnotationStatus {
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
