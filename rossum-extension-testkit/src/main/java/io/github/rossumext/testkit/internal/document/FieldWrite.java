package io.github.rossumext.testkit.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.internal.check.ChangeCheck;
import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The write of an operation into one field: the {@code value} of a replace, or a cell of an add. It
 * is read, checked and then written as a whole. With a problem, it writes nothing.
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

  /** Returns the write of this JSON. Throws if it does not follow the protocol. */
  static FieldWrite of(JsonNode json, String what, Set<String> keys) throws Refused {
    FieldWrite write = new FieldWrite(json, what);
    if (!json.isObject()) {
      throw new Refused("the value of " + what + " is not a JSON object.");
    }
    write.onlyKeys(json, keys);
    write.checkContent();
    if (json.has("hidden") && !json.path("hidden").isBoolean()) {
      throw new Refused("'hidden' of " + what + " is not true or false.");
    }
    write.checkOptions();
    if (json.has("validation_sources")) {
      sources(json.path("validation_sources"), what);
    }
    return write;
  }

  private void onlyKeys(JsonNode object, Set<String> keys) throws Refused {
    for (String name : Json.otherKeys(object, keys)) {
      throw new Refused(
          name.equals("no_recalculation")
              ? "'no_recalculation' of " + what + " can only be read."
              : "the protocol does not know the key '" + name + "' of " + what + ".");
    }
  }

  private void checkContent() throws Refused {
    if (!json.has("content")) {
      return;
    }
    JsonNode content = json.path("content");
    if (!content.isObject()) {
      throw new Refused("'content' of " + what + " is not an object.");
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
      throw new Refused("'page' of " + what + " is not a page number.");
    }
    JsonNode position = content.path("position");
    if (content.has("position") && !position.isNull() && !isPosition(position)) {
      throw new Refused("'position' of " + what + " is not a list of four numbers.");
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
      if (!number.isNumber() || !Double.isFinite(number.asDouble())) {
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
      throw new Refused("'options' of " + what + " is not a list.");
    }
    for (JsonNode option : json.path("options")) {
      if (!option.isObject()
          || option.size() != 2
          || !option.path("value").isTextual()
          || !option.path("label").isTextual()) {
        throw new Refused(
            "an option of " + what + " is not made of the texts 'value' and 'label'.");
      }
      if (Storable.length(option.path("value").asText()) > ChangeCheck.MAX_VALUE_LENGTH) {
        throw new Refused(
            "an option of "
                + what
                + " has a value of over "
                + ChangeCheck.MAX_VALUE_LENGTH
                + " characters.");
      }
    }
  }

  static List<ValidationSource> sources(JsonNode json, String what) throws Refused {
    if (!json.isArray()) {
      throw new Refused("'validation_sources' of " + what + " is not a list.");
    }
    List<ValidationSource> sources = new ArrayList<>();
    for (JsonNode source : json) {
      if (!source.isTextual()) {
        throw new Refused("a validation source of " + what + " is not a text.");
      }
      sources.add(new ValidationSource(source.asText()));
    }
    return sources;
  }

  /** Returns the new machine text; null if the text stays. */
  private @Nullable String value() {
    JsonNode content = json.path("content");
    JsonNode value = content.path(content.has("value") ? "value" : "normalized_value");
    return value.isTextual() ? value.asText() : null;
  }

  /** Throws if the field cannot hold the text. */
  void check(DocumentNode field) throws Refused {
    FieldDefinition definition = field.definition();
    DatapointType type = definition.type();
    if (json.has("content") && definition.isButton()) {
      throw new Refused(what + " has no content.");
    }
    if (json.has("options")
        && definition.schema().isPresent()
        && !type.equals(DatapointType.ENUM)) {
      throw new Refused(what + " is not an enum, so it has no options.");
    }
    String value = value();
    if (value == null) {
      return;
    }
    if (json.path("content").has("normalized_value")
        && !type.isOneOf(DatapointType.NUMBER, DatapointType.DATE)) {
      throw new Refused(what + " is neither number nor date, so it has no 'normalized_value'.");
    }
    // The options of the same operation count, because rules may set text and options in either
    // order.
    Optional<List<Option>> options =
        json.has("options")
            ? Optional.of(DocumentNode.options(json.path("options")))
            : field.options();
    field.check(what, value, options);
    definition.write(field.path(), value);
  }

  /** Writes into a field after {@link #check}. Returns what is unusual about the write, or "". */
  String write(DocumentNode field, List<ValidationSource> sourcesByDefault) throws Refused {
    for (String key : List.of("options", "hidden")) {
      if (json.has(key)) {
        field.set(key, json.path(key).deepCopy());
      }
    }
    for (String key : List.of("page", "position")) {
      if (json.path("content").has(key)) {
        field.setInContent(key, json.path("content").path(key).deepCopy());
      }
    }
    String doubt = "";
    String value = value();
    if (value != null) {
      FieldText text = field.definition().write(value);
      field.setText(text);
      // A new value has no validation sources, unless the extension sends some.
      field.setValidationSources(sourcesByDefault);
      if (!field.definition().isReadable(text)) {
        doubt =
            "'"
                + value
                + "' is not in machine format: it is stored in "
                + what
                + " as it is and reads as empty.";
      }
    }
    if (json.has("validation_sources")) {
      field.setValidationSources(sources(json.path("validation_sources"), what));
    } else if (value == null && !sourcesByDefault.isEmpty()) {
      field.setValidationSources(sourcesByDefault);
    }
    return doubt;
  }
}
