package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;

/**
 * What Rossum takes for a key of a schema that is missing. It may write these values into a schema,
 * so they are not a difference.
 */
final class SchemaDefaults {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonNode NO = NODES.booleanNode(false);
  private static final Map<String, JsonNode> VALUES =
      Map.of(
          "hidden", NO,
          "can_export", NODES.booleanNode(true),
          "can_collapse", NO,
          "disable_prediction", NO,
          "stretch", NO,
          "show_grid_by_default", NO,
          "description", NODES.textNode(""),
          "rir_field_names", NODES.arrayNode(),
          "width_chars", NODES.numberNode(10));

  private SchemaDefaults() {}

  /** Returns a value, or the one that counts if it is missing. */
  static JsonNode filled(String key, JsonNode value) {
    return value.isMissingNode() || value.isNull()
        ? Optional.ofNullable(VALUES.get(key)).orElse(value)
        : value;
  }
}
