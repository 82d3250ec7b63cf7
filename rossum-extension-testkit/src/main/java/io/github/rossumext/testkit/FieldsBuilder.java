package io.github.rossumext.testkit;

import static io.github.rossumext.schema.DatapointType.DATE;
import static io.github.rossumext.schema.DatapointType.NUMBER;

import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.FieldDefinition;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A builder of the fields of a section or the cells of a row, in their order. {@link #hidden()},
 * {@link #options} and {@link #validatedBy} change the last field. A field with a text has the
 * validation source {@code score} unless you call {@link #validatedBy}. Not thread-safe.
 *
 * @param <B> the type of the builder itself
 */
public abstract sealed class FieldsBuilder<B extends FieldsBuilder<B>>
    permits SectionBuilder, RowBuilder {
  private final List<DocumentNode> fields = new ArrayList<>();

  FieldsBuilder() {}

  abstract B self();

  /** Returns the field of this schema id, or a new one. Throws if it does not fit there. */
  abstract DocumentNode place(String schemaId, boolean isButton);

  private B add(String schemaId, DocumentEdit.Texts texts) {
    DocumentNode field = place(schemaId, false);
    DocumentEdit.set(field, texts);
    DocumentEdit.captured(field);
    fields.add(field);
    return self();
  }

  /** Checks the options, which you may set after the text. */
  final void finish() {
    fields.forEach(field -> DocumentEdit.checkOption(field, field.schemaId()));
  }

  /** Adds an empty field. */
  public final B field(String schemaId) {
    return field(schemaId, "");
  }

  /**
   * Adds a field with this text. If the schema is known, a number or date also gets its normalized
   * value.
   */
  public final B field(String schemaId, String text) {
    return add(schemaId, definition -> definition.read(text));
  }

  /**
   * Adds a number. It is displayed in the format of the schema, or as a plain decimal if the schema
   * is unknown.
   *
   * @param number a plain decimal, such as {@code 1132.87}; {@code ""} for none
   * @throws IllegalArgumentException if the text has another form
   */
  public final B number(String schemaId, String number) {
    return typed(schemaId, NUMBER, null, number);
  }

  /**
   * Adds a number with its displayed text.
   *
   * @param displayed such as {@code 1,132.87}
   * @param number a plain decimal, such as {@code 1132.87}; {@code ""} if Rossum could not read it
   * @throws IllegalArgumentException if the text has another form
   */
  public final B number(String schemaId, String displayed, String number) {
    return typed(schemaId, NUMBER, displayed, number);
  }

  /**
   * Adds a date. It is displayed in the format of the schema, or in ISO format if the schema is
   * unknown.
   *
   * @param date in ISO format, such as {@code 2026-03-01}; {@code ""} for none
   * @throws IllegalArgumentException if the text has another form
   */
  public final B date(String schemaId, String date) {
    return typed(schemaId, DATE, null, date);
  }

  /**
   * Adds a date with its displayed text.
   *
   * @param displayed such as {@code 1. 3. 2026}
   * @param date in ISO format, such as {@code 2026-03-01}; {@code ""} if Rossum could not read it
   * @throws IllegalArgumentException if the text has another form
   */
  public final B date(String schemaId, String displayed, String date) {
    return typed(schemaId, DATE, displayed, date);
  }

  private B typed(String schemaId, DatapointType type, @Nullable String displayed, String text) {
    boolean isNumber = type.equals(NUMBER);
    if (!text.isEmpty()
        && (isNumber
            ? FieldDefinition.plainNumber(text).isEmpty()
            : FieldDefinition.isoDate(text).isEmpty())) {
      throw new IllegalArgumentException(
          "'%1$s' needs %2$s, not '%3$s'. For what is displayed, call %4$s(\"%1$s\", displayed, %5$s)."
              .formatted(
                  schemaId,
                  isNumber ? "a plain decimal such as 1132.87" : "an ISO date such as 2026-03-01",
                  text,
                  type,
                  isNumber ? "decimal" : "date"));
    }
    return add(schemaId, field -> DocumentEdit.typed(field, type, displayed, text));
  }

  /** A boolean, whose text is {@code True} or {@code False}. */
  public final B bool(String schemaId, boolean value) {
    return add(schemaId, field -> field.bool(value));
  }

  /** Adds a button. */
  public final B button(String schemaId) {
    fields.add(place(schemaId, true));
    return self();
  }

  /** Hides the last field in this document. */
  public final B hidden() {
    last().setHidden(true);
    return self();
  }

  /** Sets the options of the last field in this document. */
  public final B options(Option... options) {
    last().setOptions(List.of(options));
    return self();
  }

  /** Sets exactly these validation sources of the last field. */
  public final B validatedBy(ValidationSource... sources) {
    DocumentEdit.validatedBy(last(), List.of(sources));
    return self();
  }

  private DocumentNode last() {
    if (fields.isEmpty()) {
      throw new IllegalStateException("There is no field yet. Call field(…) first.");
    }
    return fields.get(fields.size() - 1);
  }
}
