package io.github.rossumext.testkit;

import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.FieldDefinition;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a section or the cells of a row, in their order. {@link #hidden()}, {@link
 * #options} and {@link #validatedBy} are about the field that was named last. A field with a value
 * counts as validated by the extraction's score unless something else is said. Not thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract sealed class FieldsBuilder<B extends FieldsBuilder<B>>
    permits SectionBuilder, RowBuilder {
  private final List<DocumentNode> fields = new ArrayList<>();

  FieldsBuilder() {}

  abstract B self();

  /** Returns the field of this schema id, or a new one; refuses what does not fit its place. */
  abstract DocumentNode place(String schemaId, boolean isButton);

  private B add(String schemaId, DocumentEdit.Texts texts) {
    DocumentNode field = place(schemaId, false);
    DocumentEdit.set(field, texts);
    DocumentEdit.captured(field);
    fields.add(field);
    return self();
  }

  /** Checks what could not be checked before all was said. */
  final void finish() {
    fields.forEach(field -> DocumentEdit.checkOption(field, field.schemaId()));
  }

  /** An empty field. */
  public final B field(String schemaId) {
    return field(schemaId, "");
  }

  /**
   * A field with this text. Where a schema is known, it tells the type: a text that shows a number
   * or date gets its machine text too.
   */
  public final B field(String schemaId, String text) {
    return add(schemaId, definition -> definition.read(text));
  }

  /**
   * A number, shown by the format of the schema, or as it is where no schema is known.
   *
   * @param number a plain decimal, such as {@code 1132.87}; {@code ""} for none
   * @throws IllegalArgumentException if it is anything else
   */
  public final B number(String schemaId, String number) {
    return addNumber(schemaId, null, number);
  }

  /**
   * A number and how it is displayed.
   *
   * @param displayed such as {@code 1,132.87}
   * @param number a plain decimal, such as {@code 1132.87}; {@code ""} if Rossum could not read it
   * @throws IllegalArgumentException if it is anything else
   */
  public final B number(String schemaId, String displayed, String number) {
    return addNumber(schemaId, displayed, number);
  }

  private B addNumber(String schemaId, @Nullable String displayed, String number) {
    if (!number.isEmpty() && FieldDefinition.plainNumber(number).isEmpty()) {
      throw new IllegalArgumentException(
          "'"
              + schemaId
              + "' needs a plain decimal such as 1132.87, not '"
              + number
              + "'. For what is displayed, call number(\""
              + schemaId
              + "\", displayed, decimal).");
    }
    return add(schemaId, definition -> DocumentEdit.number(definition, displayed, number));
  }

  /**
   * A date, shown by the format of the schema, or in ISO format where no schema is known.
   *
   * @param date in ISO format, such as {@code 2026-03-01}; {@code ""} for none
   * @throws IllegalArgumentException if it is anything else
   */
  public final B date(String schemaId, String date) {
    return addDate(schemaId, null, date);
  }

  /**
   * A date and how it is displayed.
   *
   * @param displayed such as {@code 1. 3. 2026}
   * @param date in ISO format, such as {@code 2026-03-01}; {@code ""} if Rossum could not read it
   * @throws IllegalArgumentException if it is anything else
   */
  public final B date(String schemaId, String displayed, String date) {
    return addDate(schemaId, displayed, date);
  }

  private B addDate(String schemaId, @Nullable String displayed, String date) {
    if (!date.isEmpty() && FieldDefinition.isoDate(date).isEmpty()) {
      throw new IllegalArgumentException(
          "'"
              + schemaId
              + "' needs an ISO date such as 2026-03-01, not '"
              + date
              + "'. For what is displayed, call date(\""
              + schemaId
              + "\", displayed, date).");
    }
    return add(schemaId, definition -> DocumentEdit.date(definition, displayed, date));
  }

  /** A button. */
  public final B button(String schemaId) {
    fields.add(place(schemaId, true));
    return self();
  }

  /** The field that was named last is hidden in this document. */
  public final B hidden() {
    last().setHidden(true);
    return self();
  }

  /** The field that was named last has these options in this document. */
  public final B options(Option... options) {
    last().setOptions(List.of(options));
    return self();
  }

  /** The field that was named last is validated by these, or by nothing. */
  public final B validatedBy(ValidationSource... sources) {
    DocumentEdit.validatedBy(last(), List.of(sources));
    return self();
  }

  private DocumentNode last() {
    if (fields.isEmpty()) {
      throw new IllegalStateException("Name a field first.");
    }
    return fields.get(fields.size() - 1);
  }
}
