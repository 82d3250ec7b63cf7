package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.value.Option;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operation writes into one field: the {@code value} of a replace, or a cell of an add
 * (protocol §4.1). It is read, checked and then written as a whole, or not at all.
 */
final class FieldWrite {
  private static final Set<String> CONTENT_KEYS =
      Set.of("value", "normalized_value", "page", "position");

  private final JsonNode json;
  private final String what;

  private FieldWrite(JsonNode json, String what) {
    this.json = json;
    this.what = what;
  }

  /** The write of this JSON, which has the shape that the protocol gives it. */
  static FieldWrite of(JsonNode json, String what, Set<String> keys) throws Refused {
    FieldWrite write = new FieldWrite(json, what);
    if (!json.isObject()) {
      throw new Refused("what is written into " + what + " is no object.");
    }
    write.onlyKeys(json, keys);
    write.checkContent();
    if (json.has("hidden") && !json.path("hidden").isBoolean()) {
      throw new Refused("'hidden' of " + what + " is neither true nor false.");
    }
    write.checkOptions();
    if (json.has("validation_sources")) {
      sources(json.path("validation_sources"), what);
    }
    return write;
  }

  private void onlyKeys(JsonNode object, Set<String> keys) throws Refused {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!keys.contains(name)) {
        throw new Refused(
            name.equals("no_recalculation")
                ? "'no_recalculation' of " + what + " can only be read."
                : "the key '" + name + "' of " + what + " is not one of the protocol's.");
      }
    }
  }

  private void checkContent() throws Refused {
    if (!json.has("content")) {
      return;
    }
    JsonNode content = json.path("content");
    if (!content.isObject()) {
      throw new Refused("'content' of " + what + " is no object.");
    }
    onlyKeys(content, CONTENT_KEYS);
    if (content.has("value") && content.has("normalized_value")) {
      throw new Refused(what + " gets both 'value' and 'normalized_value'; Rossum takes one.");
    }
    for (String key : List.of("value", "normalized_value")) {
      if (content.has(key) && !content.path(key).isTextual()) {
        throw new Refused(
            "'" + key + "' of " + what + " is " + kind(content.path(key)) + ", not a text.");
      }
    }
    JsonNode page = content.path("page");
    if (content.has("page") && !page.isNull() && !(page.isInt() && page.intValue() > 0)) {
      throw new Refused("'page' of " + what + " is no page number.");
    }
    JsonNode position = content.path("position");
    if (content.has("position") && !position.isNull() && !isPosition(position)) {
      throw new Refused("'position' of " + what + " is no list of four numbers.");
    }
  }

  private static String kind(JsonNode json) {
    return json.isNull() ? "null" : "a " + json.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private static boolean isPosition(JsonNode position) {
    if (!position.isArray() || position.size() != 4) {
      return false;
    }
    for (JsonNode number : position) {
      if (!number.isNumber()) {
        return false;
      }
    }
    return true;
  }

  private void checkOptions() throws Refused {
    if (!json.has("options")) {
      return;
    }
    if (!json.path("options").isArray()) {
      throw new Refused("'options' of " + what + " is no list.");
    }
    for (JsonNode option : json.path("options")) {
      if (!option.isObject()
          || option.size() != 2
          || !option.path("value").isTextual()
          || !option.path("label").isTextual()) {
        throw new Refused(
            "an option of " + what + " is not made of the texts 'value' and 'label'.");
      }
    }
  }

  static List<String> sources(JsonNode json, String what) throws Refused {
    if (!json.isArray()) {
      throw new Refused("'validation_sources' of " + what + " is no list.");
    }
    List<String> sources = new ArrayList<>();
    for (JsonNode source : json) {
      if (!source.isTextual()) {
        throw new Refused("a validation source of " + what + " is no text.");
      }
      sources.add(source.asText());
    }
    return sources;
  }

  /** The new value in machine format; null if the value stays. */
  @Nullable String value() {
    JsonNode content = json.path("content");
    return content.has("value")
        ? content.path("value").asText()
        : content.has("normalized_value") ? content.path("normalized_value").asText() : null;
  }

  /** Refuses what the field cannot hold. */
  void check(DocumentNode field, FieldTypes types, ValueWriter values) throws Refused {
    DatapointType type = types.type(field.schemaId());
    if (json.has("content") && types.isButton(field)) {
      throw new Refused(what + " has no content.");
    }
    if (json.has("options") && types.isKnown() && !type.equals(DatapointType.ENUM)) {
      throw new Refused(what + " is no enum, so it has no options.");
    }
    String value = value();
    if (value == null) {
      return;
    }
    if (types.isFormula(field.schemaId())) {
      throw new Refused(what + " is computed by a formula, which would replace the value.");
    }
    if (json.path("content").has("normalized_value")
        && !type.isOneOf(DatapointType.NUMBER, DatapointType.DATE)) {
      throw new Refused(what + " is neither number nor date, so it has no 'normalized_value'.");
    }
    values.check(what, value, options(field, types));
    values.ofMachine(field.schemaId(), value);
  }

  // The options of the same operation count: authors write value and options in either order.
  private @Nullable List<Option> options(DocumentNode field, FieldTypes types) {
    if (!json.has("options")) {
      return types.options(field).orElse(null);
    }
    List<Option> options = new ArrayList<>();
    json.path("options")
        .forEach(
            option ->
                options.add(
                    Option.of(option.path("value").asText(), option.path("label").asText())));
    return options;
  }

  /** Writes into a field what {@link #check} let pass; gives what is odd about it, or "". */
  String write(DocumentNode field, List<String> sourcesByDefault, ValueWriter values)
      throws Refused {
    ObjectNode target = field.json();
    String doubt = "";
    for (String key : List.of("options", "hidden")) {
      if (json.has(key)) {
        target.set(key, json.path(key).deepCopy());
      }
    }
    for (String key : List.of("page", "position")) {
      if (json.path("content").has(key)) {
        field.content().set(key, json.path("content").path(key).deepCopy());
      }
    }
    String value = value();
    if (value != null) {
      ValueWriter.Stored stored = values.ofMachine(field.schemaId(), value);
      field.value(stored.displayed(), stored.normalized());
      // A new value is not validated, unless the extension says so.
      field.validationSources(sourcesByDefault);
      if (values.isUnreadable(field.schemaId(), stored)) {
        doubt =
            "'"
                + value
                + "' is not in machine format: it is stored in "
                + what
                + " as it is and reads as empty.";
      }
    }
    if (json.path("validation_sources") instanceof ArrayNode sources) {
      field.validationSources(sources(sources, what));
    } else if (value == null && !sourcesByDefault.isEmpty()) {
      field.validationSources(sourcesByDefault);
    }
    return doubt;
  }
}
