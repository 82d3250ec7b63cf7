package io.github.rossumext.testkit.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The part of JSON Schema that settings of hooks use. */
public final class JsonSchema {
  private static final Set<String> KEYWORDS =
      Set.of(
          "$schema",
          "$id",
          "title",
          "description",
          "default",
          "examples",
          "format",
          "type",
          "enum",
          "const",
          "minimum",
          "maximum",
          "minLength",
          "pattern",
          "required",
          "properties",
          "additionalProperties",
          "minItems",
          "items");

  private final Predicate<JsonNode> isUnknown;
  private final List<String> problems = new ArrayList<>();

  private JsonSchema(Predicate<JsonNode> isUnknown) {
    this.isUnknown = isUnknown;
  }

  /**
   * Returns what is wrong with JSON, in its order, as sentences. They quote names and the schema,
   * and no value.
   *
   * @param path where the JSON is
   * @param isUnknown says of a part of it whether its value is not known yet
   */
  public static List<String> problems(
      String path, JsonNode schema, JsonNode json, Predicate<JsonNode> isUnknown) {
    JsonSchema check = new JsonSchema(isUnknown);
    check.compare(path, schema, json);
    return List.copyOf(check.problems);
  }

  private void compare(String path, JsonNode schema, JsonNode json) {
    if (isUnknown.test(json)) {
      return;
    }
    if (!isOfType(schema.path("type"), json)) {
      add(path, "is not of type " + schema.path("type"));
      return;
    }
    if (schema.has("enum") && !isAmong(schema.path("enum"), json)) {
      add(path, "is not one of " + schema.path("enum"));
    }
    if (schema.has("const") && !schema.path("const").equals(json)) {
      add(path, "is not " + schema.path("const"));
    }
    if (json.isNumber()) {
      ofNumber(path, schema, json);
    } else if (json.isTextual()) {
      ofText(path, schema, json.textValue());
    } else if (json.isObject()) {
      ofObject(path, schema, json);
    } else if (json.isArray()) {
      ofList(path, schema, json);
    }
  }

  private void add(String path, String text) {
    problems.add(path + " " + text + ".");
  }

  private static boolean isOfType(JsonNode type, JsonNode json) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isOfType(one, json)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asText("")) {
      case "object" -> json.isObject();
      case "array" -> json.isArray();
      case "string" -> json.isTextual();
      case "boolean" -> json.isBoolean();
      case "null" -> json.isNull();
      case "number" -> json.isNumber();
      case "integer" -> json.isNumber() && json.decimalValue().stripTrailingZeros().scale() <= 0;
      default -> true;
    };
  }

  private static boolean isAmong(JsonNode values, JsonNode json) {
    for (JsonNode value : values) {
      if (value.equals(json)) {
        return true;
      }
    }
    return false;
  }

  private void ofNumber(String path, JsonNode schema, JsonNode json) {
    JsonNode least = schema.path("minimum");
    if (least.isNumber() && json.decimalValue().compareTo(least.decimalValue()) < 0) {
      add(path, "is less than the minimum of " + least);
    }
    JsonNode most = schema.path("maximum");
    if (most.isNumber() && json.decimalValue().compareTo(most.decimalValue()) > 0) {
      add(path, "is greater than the maximum of " + most);
    }
  }

  private void ofText(String path, JsonNode schema, String text) {
    if (text.codePointCount(0, text.length()) < schema.path("minLength").asInt(0)) {
      add(path, "is too short");
    }
    pattern(schema)
        .filter(pattern -> !pattern.matcher(text).find())
        .ifPresent(pattern -> add(path, "does not match " + schema.path("pattern")));
  }

  /** Returns the pattern; empty without one, and for one that Java cannot read. */
  private static Optional<Pattern> pattern(JsonNode schema) {
    try {
      return Optional.ofNullable(schema.path("pattern").textValue()).map(Pattern::compile);
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private void ofObject(String path, JsonNode schema, JsonNode json) {
    for (JsonNode name : schema.path("required")) {
      if (!json.has(name.asText())) {
        problems.add("'" + name.asText() + "' is a required property.");
      }
    }
    JsonNode known = schema.path("properties");
    JsonNode others = schema.path("additionalProperties");
    for (Map.Entry<String, JsonNode> property : json.properties()) {
      String key = property.getKey();
      JsonNode wanted = known.has(key) ? known.path(key) : others;
      if (wanted.isBoolean() && !wanted.booleanValue()) {
        problems.add("Additional properties are not allowed ('" + key + "' was unexpected).");
      } else {
        compare(path + "." + key, wanted, property.getValue());
      }
    }
  }

  private void ofList(String path, JsonNode schema, JsonNode json) {
    if (json.size() < schema.path("minItems").asInt(0)) {
      add(path, "has too few items");
    }
    for (int i = 0; i < json.size(); i++) {
      compare(path + "[" + i + "]", schema.path("items"), json.get(i));
    }
  }

  /** Returns the keywords of a schema that {@link #problems} does not check. */
  public static Set<String> uncheckedKeywords(JsonNode schema) {
    Set<String> unchecked = new TreeSet<>(Json.otherKeys(schema, KEYWORDS));
    if (schema.has("pattern") && pattern(schema).isEmpty()) {
      unchecked.add("pattern");
    }
    schema.path("properties").forEach(each -> unchecked.addAll(uncheckedKeywords(each)));
    for (String key : new String[] {"additionalProperties", "items"}) {
      if (schema.path(key).isObject()) {
        unchecked.addAll(uncheckedKeywords(schema.path(key)));
      }
    }
    return unchecked;
  }
}
