package io.github.rossumext.schema;

import io.github.rossumext.internal.text.Numbers;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.RawJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A field, a column or a button in a schema. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#sideloads-and-the-schema">The
 *     protocol: sideloads and the schema</a>
 */
public final class SchemaDatapoint extends SchemaNode {
  private final DatapointType type;
  private final boolean isFormula;

  SchemaDatapoint(SchemaReader.Common common, DatapointType type, boolean isFormula) {
    super(common, List.of());
    this.type = type;
    this.isFormula = isFormula;
  }

  /** Returns what it holds; the empty word if the datapoint came without a type. */
  public DatapointType type() {
    return type;
  }

  /** Returns whether Rossum computes it, so that a value which an extension writes is lost. */
  public boolean isFormula() {
    return isFormula;
  }

  /** Returns the explanation that the user reads. */
  public Optional<String> description() {
    return textAt("description");
  }

  /** Returns the icon that the user sees next to it. */
  public Optional<String> icon() {
    return textAt("icon");
  }

  /** Returns the names by which the extraction knows it; the first that is found wins. */
  public List<String> rirFieldNames() {
    return textsAt("rir_field_names");
  }

  /** Returns the value that it has if the extraction finds none. */
  public Optional<String> defaultValue() {
    return text("default_value");
  }

  /** Returns whether it must have a value; true unless the schema says false. */
  public boolean isRequired() {
    return isNotFalse("constraints", "required");
  }

  /** Returns the minimum number of characters of its value. */
  public OptionalInt minLength() {
    return intAt("constraints", "length", "min");
  }

  /** Returns the maximum number of characters of its value. */
  public OptionalInt maxLength() {
    return intAt("constraints", "length", "max");
  }

  /** Returns the number of characters that its value must have. */
  public OptionalInt exactLength() {
    return intAt("constraints", "length", "exact");
  }

  /** Returns the pattern that its value must match, in the syntax of Python. */
  public Optional<String> regexp() {
    return textAt("constraints", "regexp", "pattern");
  }

  /** Returns where its value comes from; empty if the schema does not say. */
  public Optional<UiType> uiType() {
    return textAt("ui_configuration", "type").map(UiType::new);
  }

  /** Returns whether a user may edit it; {@code enabled} if the schema does not say. */
  public EditMode edit() {
    return textAt("ui_configuration", "edit").map(EditMode::new).orElse(EditMode.ENABLED);
  }

  /** Returns how a number or date is displayed, such as {@code # ##0.#} or {@code YYYY-MM-DD}. */
  public Optional<String> format() {
    return textAt("format");
  }

  /** Returns the options of an enum, in their order; a document may override them. */
  public List<Option> options() {
    return jsonAt("options").map(RawJson::elements).orElse(List.of()).stream()
        .filter(RawJson::isObject)
        .map(option -> Option.of(scalarOf(option, "value"), scalarOf(option, "label")))
        .toList();
  }

  private static String scalarOf(RawJson object, String key) {
    return object.find(key).flatMap(RawJson::scalar).orElse("");
  }

  /** Returns what the values of an enum's options are, such as numbers. */
  public Optional<DatapointType> enumValueType() {
    return textAt("enum_value_type").map(DatapointType::new);
  }

  /** Returns the code of a formula field. */
  public Optional<String> formula() {
    return textAt("formula");
  }

  /** Returns the prompt of a reasoning field. */
  public Optional<String> prompt() {
    return textAt("prompt");
  }

  /** Returns the fields that a reasoning field's prompt sees. */
  public List<String> context() {
    return textsAt("context");
  }

  /** Returns the confidence from which the extraction counts as validation, from 0 to 1. */
  public Optional<BigDecimal> scoreThreshold() {
    return textAt("score_threshold").map(Numbers::number);
  }

  /** Returns whether it is exported ({@code can_export}); true unless the schema says false. */
  public boolean isExportable() {
    return isNotFalse("can_export");
  }

  /** Returns whether a column can be collapsed into the others ({@code can_collapse}). */
  public boolean isCollapsible() {
    return flag("can_collapse");
  }

  /** Returns the aggregations of a column, as they came. */
  public Optional<RawJson> aggregations() {
    return objectAt("aggregations");
  }

  /** Returns the width of a column. */
  public OptionalInt width() {
    return intAt("width");
  }

  /** Returns whether a column takes the width that the others leave ({@code stretch}). */
  public boolean isStretched() {
    return flag("stretch");
  }

  /** Returns the URL that a click on a button opens. */
  public Optional<String> popupUrl() {
    return textAt("popup_url");
  }

  /**
   * Returns whether the page that a button opens may obtain a token for Rossum's API ({@code
   * can_obtain_token}).
   */
  public boolean isTokenAllowed() {
    return flag("can_obtain_token");
  }
}
