package io.github.rossumext.testkit.internal.document;

import io.github.rossumext.internal.check.FieldFacts;
import io.github.rossumext.internal.check.ValueType;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.EditMode;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.UiType;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.RawJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The knowledge about the fields of one schema id. It is computed once, because every event needs
 * it for every field. Immutable.
 */
public final class FieldDefinition {
  private static final Map<DatapointType, String> NOT_OF_TYPE =
      Map.of(
          DatapointType.NUMBER,
          "This is not a number.",
          DatapointType.DATE,
          "This is not a date.",
          DatapointType.BOOLEAN,
          "This is not a boolean.");

  private final String schemaId;
  private final FieldFacts facts;
  private final DatapointType type;
  private final FieldFormat format;
  private final boolean isRequired;
  private final boolean isNotCaptured;
  private final boolean isReadOnly;
  private final FieldConstraint constraint;

  /**
   * Creates the knowledge from the schema, or else from the document.
   *
   * @param schema the field in the schema; null if the schema does not have it
   * @param seen the type that the document shows, which counts if the schema does not have the
   *     field
   */
  FieldDefinition(String schemaId, @Nullable SchemaDatapoint schema, DatapointType seen) {
    this.schemaId = schemaId;
    this.type = schema == null ? seen : schema.type();
    this.format =
        schema == null
            ? FieldFormat.withoutSchema(type)
            : FieldFormat.of(type, schema.find("format").flatMap(RawJson::scalar).orElse(null));
    this.facts =
        FieldFacts.ofDefinition(schemaId, schema).withButton(type.equals(DatapointType.BUTTON));
    this.isRequired = schema != null && !isButton() && schema.isRequired();
    this.isNotCaptured =
        schema != null
            && (schema.isFormula()
                || schema
                    .uiType()
                    .filter(it -> it.isOneOf(UiType.DATA, UiType.MANUAL, UiType.FORMULA))
                    .isPresent());
    this.isReadOnly = schema != null && isReadOnly(schema);
    this.constraint = FieldConstraint.of(schema);
  }

  /** A formula is read-only, unless the schema itself says that users can edit it. */
  private static boolean isReadOnly(SchemaDatapoint schema) {
    boolean saysEdit = schema.find("ui_configuration").flatMap(ui -> ui.find("edit")).isPresent();
    return schema.edit().equals(EditMode.DISABLED) || (schema.isFormula() && !saysEdit);
  }

  /** Returns the knowledge of a field in the schema. */
  public static FieldDefinition of(SchemaDatapoint schema) {
    return new FieldDefinition(schema.id(), schema, schema.type());
  }

  /** Returns the field in the schema; empty if the schema is unknown, or does not have it. */
  public Optional<SchemaDatapoint> schema() {
    return facts.definition();
  }

  /** Returns the type; empty if it is unknown. */
  public DatapointType type() {
    return type;
  }

  /** Returns whether it is a button, which has no value. */
  public boolean isButton() {
    return facts.isButton();
  }

  /** Returns whether a formula computes it. */
  public boolean isFormula() {
    return facts.isFormula();
  }

  /** Returns whether the schema says that users cannot edit it. */
  public boolean isReadOnly() {
    return isReadOnly;
  }

  /** Returns whether the schema requires a value. */
  public boolean isRequired() {
    return isRequired;
  }

  /** Returns whether the schema says that it may be empty. */
  public boolean isOptional() {
    return schema().isPresent() && !isRequired;
  }

  /** Returns whether the extraction does not fill the field, so that it needs no validation. */
  public boolean isNotCaptured() {
    return isNotCaptured;
  }

  /** Returns whether Rossum documents the format. If not, the field displays machine text. */
  public boolean hasKnownFormat() {
    return schema().isEmpty() || format.isKnown();
  }

  /** Returns the facts about the field, as core knows them. */
  public FieldFacts facts() {
    return facts;
  }

  /** Returns the facts for an edit of a user, who can override some formulas. */
  FieldFacts factsForUser() {
    return isFormula() && !isReadOnly ? FieldFacts.ofDefinition(schemaId, null) : facts;
  }

  /**
   * Returns what a user means by a text: as displayed, else in machine format. A text that cannot
   * be read is kept without a machine text.
   *
   * @throws Refused if the field cannot hold it
   */
  public FieldText read(String text) throws Refused {
    try {
      return text.isEmpty() ? FieldText.EMPTY : format.read(text);
    } catch (Refused e) {
      throw about(schemaId, e);
    }
  }

  /**
   * Returns what an extension writes, in machine format. A text that cannot be read is kept without
   * a machine text.
   *
   * @throws Refused if the field cannot hold it
   */
  public FieldText write(String machineText) throws Refused {
    return write(schemaId, machineText);
  }

  /**
   * Returns what an extension writes into the field at a path, in machine format.
   *
   * @throws Refused if the field cannot hold it. The reason names the path
   */
  FieldText write(String path, String machineText) throws Refused {
    try {
      return machineText.isEmpty() ? FieldText.EMPTY : format.write(machineText);
    } catch (Refused e) {
      throw about(path, e);
    }
  }

  private static Refused about(String path, Refused reason) {
    String rest = reason.reason();
    return new Refused(
        "'" + path + "' " + Character.toLowerCase(rest.charAt(0)) + rest.substring(1));
  }

  /** Returns the texts of a number; in machine format unless the schema has a format. */
  public FieldText number(BigDecimal number) throws Refused {
    return typed(DatapointType.NUMBER, number.toPlainString());
  }

  /** Returns the texts of a date; in machine format unless the schema has a format. */
  public FieldText date(LocalDate date) throws Refused {
    return typed(DatapointType.DATE, date.toString());
  }

  /** Returns the text of a boolean. */
  public FieldText bool(boolean value) throws Refused {
    requireType(DatapointType.BOOLEAN);
    return FieldText.of(ValueType.text(value));
  }

  private FieldText typed(DatapointType wanted, String machineText) throws Refused {
    requireType(wanted);
    return schema().isEmpty() ? new FieldText(machineText, machineText) : write(machineText);
  }

  /** Throws if the schema has another type. */
  public void requireType(DatapointType wanted) throws Refused {
    if (schema().isPresent() && !type.equals(wanted)) {
      throw new Refused(
          "'" + schemaId + "' is of type " + type + " in the schema, not " + wanted + ".");
    }
  }

  /** Returns whether an extension can read these texts as a value of the type. */
  public boolean isReadable(FieldText text) {
    return text.isEmpty() || format.isReadable(text);
  }

  /**
   * Returns the error of Rossum's own checks of type and constraints for these texts; {@code ""} if
   * they are valid.
   *
   * @param options the options of an enum; empty if they are not known
   */
  public String problem(FieldText text, Optional<List<Option>> options) {
    if (text.isEmpty()) {
      return isRequired ? "This field is required." : "";
    }
    if (!isReadable(text)) {
      return NOT_OF_TYPE.getOrDefault(type, "This cannot be read.");
    }
    if (options.filter(all -> !DocumentNode.isAmong(all, text.displayed())).isPresent()) {
      return "This is not among the options.";
    }
    return constraint.problem(text.displayed());
  }

  /** Returns whether Java can read the pattern of the schema; true if the schema has none. */
  public boolean hasReadablePattern() {
    return constraint.isReadable();
  }

  /** Returns the plain decimal of a machine text; empty if it is not one. */
  public static Optional<BigDecimal> plainNumber(String text) {
    return NumberFormat.plain(text.strip());
  }

  /** Returns the date of a machine text; empty if it is not an ISO date. */
  public static Optional<LocalDate> isoDate(String text) {
    return DateFormat.iso(text.strip());
  }
}
