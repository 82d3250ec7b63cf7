package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.testkit.internal.Json;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The part of JSON Schema that settings of hooks use. */
final class JsonSchema {
  private JsonSchema() {}

  /**
   * Returns the first thing that is wrong with JSON; {@code ""} for nothing.
   *
   * @param path where the JSON is, for the text
   */
  static String problem(String path, JsonNode schema, JsonNode json) {
    if (!isOfType(schema.path("type"), json)) {
      return path + " is not of type " + schema.path("type") + ".";
    }
    if (schema.has("enum") && !isAmong(schema.path("enum"), json)) {
      return path + " is not one of " + schema.path("enum") + ".";
    }
    if (schema.has("const") && !schema.path("const").equals(json)) {
      return path + " is not " + schema.path("const") + ".";
    }
    if (json.isNumber()) {
      return ofNumber(path, schema, json);
    }
    if (json.isTextual()) {
      return ofText(path, schema, json.textValue());
    }
    return json.isObject() ? ofObject(path, schema, json) : ofList(path, schema, json);
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

  private static String ofNumber(String path, JsonNode schema, JsonNode json) {
    JsonNode least = schema.path("minimum");
    if (least.isNumber() && json.decimalValue().compareTo(least.decimalValue()) < 0) {
      return path + " is less than the minimum of " + least + ".";
    }
    JsonNode most = schema.path("maximum");
    return most.isNumber() && json.decimalValue().compareTo(most.decimalValue()) > 0
        ? path + " is greater than the maximum of " + most + "."
        : "";
  }

  private static String ofText(String path, JsonNode schema, String text) {
    if (text.codePointCount(0, text.length()) < schema.path("minLength").asInt(0)) {
      return path + " is too short.";
    }
    if (schema.has("pattern")
        && !Pattern.compile(schema.path("pattern").asText()).matcher(text).find()) {
      return path + " does not match " + schema.path("pattern") + ".";
    }
    return "";
  }

  private static String ofObject(String path, JsonNode schema, JsonNode json) {
    for (JsonNode name : schema.path("required")) {
      if (!json.has(name.asText())) {
        return "'" + name.asText() + "' is a required property.";
      }
    }
    JsonNode known = schema.path("properties");
    JsonNode others = schema.path("additionalProperties");
    for (Map.Entry<String, JsonNode> property : json.properties()) {
      String key = property.getKey();
      JsonNode wanted = known.has(key) ? known.path(key) : others;
      if (wanted.isBoolean() && !wanted.booleanValue()) {
        return "Additional properties are not allowed ('" + key + "' was unexpected).";
      }
      String problem = problem(path + "." + key, wanted, property.getValue());
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return "";
  }

  private static String ofList(String path, JsonNode schema, JsonNode json) {
    if (json.isArray() && json.size() < schema.path("minItems").asInt(0)) {
      return path + " has too few items.";
    }
    int place = 0;
    for (Iterator<JsonNode> items = json.elements(); items.hasNext(); place++) {
      String problem = problem(path + "[" + place + "]", schema.path("items"), items.next());
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return "";
  }

  /** Returns the keywords of a schema that {@link #problem} does not know. */
  static Set<String> unknownKeywords(JsonNode schema) {
    Set<String> unknown = new TreeSet<>();
    unknown.addAll(
        Json.otherKeys(
            schema,
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
                "items")));
    schema.path("properties").forEach(each -> unknown.addAll(unknownKeywords(each)));
    for (String key : new String[] {"additionalProperties", "items"}) {
      if (schema.path(key).isObject()) {
        unknown.addAll(unknownKeywords(schema.path(key)));
      }
    }
    return unknown;
  }
}
