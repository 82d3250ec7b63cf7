package io.github.rossumext.testkit.internal.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.internal.help.Nearest;
import io.github.rossumext.testkit.internal.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings and secrets of a hook, and their schemas, fit the author's records. */
final class BoundCheck {
  private static final Set<String> KEYS_OF_SECRETS =
      Set.of("type", "properties", "additionalProperties");

  private BoundCheck() {}

  /**
   * Checks the values and the schema.
   *
   * @param what {@code settings} or {@code secrets}
   * @param derived the schema of the author's record
   */
  static void check(String what, ObjectNode hook, ObjectNode derived, Findings findings) {
    JsonNode properties = derived.path("properties");
    for (Map.Entry<String, JsonNode> value : hook.path(what).properties()) {
      String key = value.getKey();
      if (find(properties, key).isMissingNode()) {
        findings.warning(
            what + "." + key,
            "The record does not have it. "
                + Nearest.question(key, names(properties), "The record has no component."));
      }
    }
    JsonNode given = hook.path(what + "_schema");
    List<String> differences = new ArrayList<>();
    if (given.isMissingNode() || given.isNull()) {
      differences.add("it is missing");
    } else {
      compare("", given, derived, differences);
    }
    if (!differences.isEmpty()) {
      findings.error(
          what + "_schema",
          "It does not fit the record: "
              + String.join("; ", differences)
              + ". Paste this, and add titles and limits as you like:\n\""
              + what
              + "_schema\": "
              + derived.toPrettyString());
    }
  }

  /**
   * Checks the values of the settings, as Rossum does when the hook is saved.
   *
   * @param derived the schema of the author's record, which counts for a hook without one; null
   *     without a record
   */
  static void requireSettingsOfSchema(
      ObjectNode hook, @Nullable ObjectNode derived, Findings findings) {
    JsonNode schema = hook.path("settings_schema");
    if (!schema.isObject()) {
      if (derived == null) {
        return;
      }
      schema = derived.deepCopy();
      // The record takes the words in another case, too.
      schema.findParents("enum").stream()
          .filter(parent -> parent.path("enum").isArray())
          .forEach(parent -> ((ObjectNode) parent).remove("enum"));
    }
    if (!hook.has("settings")) {
      return;
    }
    for (String problem :
        JsonSchema.problems("settings", schema, hook.path("settings"), HookCheck::hasHole)) {
      findings.error("settings", problem);
    }
  }

  private static List<String> names(JsonNode properties) {
    List<String> names = new ArrayList<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Returns a property in another spelling, as the library binds it. */
  private static JsonNode find(JsonNode properties, String key) {
    for (String name : names(properties)) {
      if (Nearest.plain(name).equals(Nearest.plain(key))) {
        return properties.path(name);
      }
    }
    return properties.path(key);
  }

  /** Notes differences of types and names. Titles, limits and the like are the author's. */
  private static void compare(
      String path, JsonNode given, JsonNode derived, List<String> differences) {
    String at = path.isEmpty() ? "" : "'" + path + "' ";
    String type = derived.path("type").asText("");
    if (!type.isEmpty() && !hasType(given.path("type"), type)) {
      differences.add(at + "must have the type " + type);
      return;
    }
    if (derived.has("enum") && !words(given.path("enum")).equals(words(derived.path("enum")))) {
      differences.add(at + "must have the words " + String.join(", ", list(derived.path("enum"))));
    }
    if (derived.has("items") && given.has("items")) {
      compare(path + "[]", given.path("items"), derived.path("items"), differences);
    }
    JsonNode properties = derived.path("properties");
    for (String name : names(properties)) {
      JsonNode known = find(given.path("properties"), name);
      String within = path.isEmpty() ? name : path + "." + name;
      if (known.isMissingNode()) {
        differences.add("'" + within + "' is missing");
      } else {
        compare(within, known, properties.path(name), differences);
      }
    }
    if (derived.has("properties")) {
      for (String name : names(given.path("properties"))) {
        if (find(properties, name).isMissingNode()) {
          differences.add(
              "the record does not have '" + (path.isEmpty() ? name : path + "." + name) + "'");
        }
      }
    }
  }

  private static boolean hasType(JsonNode given, String type) {
    return list(given).contains(type) || given.asText("").equals(type);
  }

  private static List<String> list(JsonNode words) {
    List<String> list = new ArrayList<>();
    words.forEach(word -> list.add(word.asText()));
    return list;
  }

  private static Set<String> words(JsonNode words) {
    return Set.copyOf(
        list(words).stream().map(word -> word.toLowerCase(Locale.ROOT)).distinct().toList());
  }

  /** Checks what Rossum allows in the schema of secrets. */
  static void requireLegalSecretsSchema(JsonNode schema, Findings findings) {
    if (schema.isMissingNode() || schema.isNull()) {
      return;
    }
    String path = "secrets_schema";
    for (String key : names(schema)) {
      if (!KEYS_OF_SECRETS.contains(key)) {
        findings.error(
            path, "'" + key + "' is not allowed: only type, properties and additionalProperties.");
      }
    }
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (!property.getValue().path("type").asText().equals("string")) {
        findings.error(path, "'" + property.getKey() + "' must have the type string.");
      }
    }
    JsonNode others = schema.path("additionalProperties");
    boolean isLegal =
        (others.isBoolean() && !others.asBoolean())
            || others.path("type").asText().equals("string");
    if (!schema.path("type").asText().equals("object") || !isLegal) {
      findings.error(
          path,
          "Expected \"type\": \"object\" and \"additionalProperties\": false, or {\"type\":"
              + " \"string\"}.");
    }
  }
}
