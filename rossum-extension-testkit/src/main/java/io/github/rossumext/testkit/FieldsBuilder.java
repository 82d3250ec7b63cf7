package io.github.rossumext.testkit;

import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a section or the cells of a row, in their order. {@link #hidden()}, {@link
 * #options} and {@link #validatedBy} are about the field that was named last. A field with a value
 * counts as validated by the extraction's score unless something else is said. Not thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract sealed class FieldsBuilder<B extends FieldsBuilder<B>>
    permits SectionBuilder, RowBuilder {
  private final List<FieldSpec> fields = new ArrayList<>();

  FieldsBuilder() {}

  abstract B self();

  /** Takes a field in; the builder refuses what does not fit its place. */
  abstract void adding(FieldSpec field);

  final List<FieldSpec> fields() {
    return fields;
  }

  private B add(FieldSpec field) {
    adding(field);
    fields.add(field);
    return self();
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
    return add(FieldSpec.text(schemaId, text));
  }

  /**
   * A number, shown by the format of the schema, or as it is where no schema is known.
   *
   * @param number a plain decimal, such as {@code 1132.87}; {@code ""} for none
   * @throws IllegalArgumentException if it is anything else
   */
  public final B number(String schemaId, String number) {
    return add(FieldSpec.number(schemaId, null, number));
  }

  /**
   * A number and how it is displayed.
   *
   * @param displayed such as {@code 1,132.87}
   * @param number a plain decimal, such as {@code 1132.87}; {@code ""} if Rossum could not read it
   * @throws IllegalArgumentException if it is anything else
   */
  public final B number(String schemaId, String displayed, String number) {
    return add(FieldSpec.number(schemaId, displayed, number));
  }

  /**
   * A date, shown by the format of the schema, or in ISO format where no schema is known.
   *
   * @param date in ISO format, such as {@code 2026-03-01}; {@code ""} for none
   * @throws IllegalArgumentException if it is anything else
   */
  public final B date(String schemaId, String date) {
    return add(FieldSpec.date(schemaId, null, date));
  }

  /**
   * A date and how it is displayed.
   *
   * @param displayed such as {@code 1. 3. 2026}
   * @param date in ISO format, such as {@code 2026-03-01}; {@code ""} if Rossum could not read it
   * @throws IllegalArgumentException if it is anything else
   */
  public final B date(String schemaId, String displayed, String date) {
    return add(FieldSpec.date(schemaId, displayed, date));
  }

  /** A button. */
  public final B button(String schemaId) {
    return add(FieldSpec.button(schemaId));
  }

  /** The field that was named last is hidden in this document. */
  public final B hidden() {
    last().hidden = true;
    return self();
  }

  /** The field that was named last has these options in this document. */
  public final B options(Option... options) {
    last().options = List.of(options);
    return self();
  }

  /** The field that was named last is validated by these, or by nothing. */
  public final B validatedBy(ValidationSource... sources) {
    last().sources = List.of(sources);
    return self();
  }

  private FieldSpec last() {
    if (fields.isEmpty()) {
      throw new IllegalStateException("Name a field first.");
    }
    return fields.get(fields.size() - 1);
  }
}
