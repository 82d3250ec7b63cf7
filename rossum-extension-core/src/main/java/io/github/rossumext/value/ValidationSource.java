package io.github.rossumext.value;

import java.util.Objects;
import java.util.Set;

/**
 * What has validated a field. A field without a source is not validated. This blocks automation at
 * level {@code confident}. Immutable and thread-safe.
 *
 * @param value the word as Rossum writes it
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#the-datapoint-tree">The
 *     protocol: the datapoint tree</a>
 */
public record ValidationSource(String value) implements OpenEnum<ValidationSource> {
  /** The confidence of the extraction passed the threshold. */
  public static final ValidationSource SCORE = new ValidationSource("score");

  /** Checks of Rossum passed. */
  public static final ValidationSource CHECKS = new ValidationSource("checks");

  /** The extraction is sure that the document has no such value. */
  public static final ValidationSource NOT_FOUND = new ValidationSource("not_found");

  /** Matched against master data. */
  public static final ValidationSource DATA_MATCHING = new ValidationSource("data_matching");

  /** Known from earlier documents. */
  public static final ValidationSource HISTORY = new ValidationSource("history");

  /** An extension. Use it to mark a field as validated. */
  public static final ValidationSource CONNECTOR = new ValidationSource("connector");

  /** The suggestions for tables. */
  public static final ValidationSource TABLE_SUGGESTER = new ValidationSource("table_suggester");

  /** Rules of the schema. */
  public static final ValidationSource RULES = new ValidationSource("rules");

  /** A user visited the field. */
  public static final ValidationSource HUMAN = new ValidationSource("human");

  /** The field is not required and empty. */
  public static final ValidationSource NON_REQUIRED = new ValidationSource("non_required");

  /** Not applicable, as on data, formula and manual fields. */
  public static final ValidationSource NA = new ValidationSource("NA");

  private static final Set<ValidationSource> KNOWN =
      Set.of(
          SCORE,
          CHECKS,
          NOT_FOUND,
          DATA_MATCHING,
          HISTORY,
          CONNECTOR,
          TABLE_SUGGESTER,
          RULES,
          HUMAN,
          NON_REQUIRED,
          NA);

  /** Creates the word that Rossum writes, known or not. */
  public ValidationSource {
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
