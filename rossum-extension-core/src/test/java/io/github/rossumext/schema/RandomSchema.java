package io.github.rossumext.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.internal.json.JsonArbitraries;
import java.util.List;
import java.util.Random;

/** JSON that looks like a schema and is wrong in every place now and then. */
final class RandomSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Keys whose values an accessor reads later than the pass does. */
  private static final List<String> OTHER_KEYS =
      List.of(
          "label",
          "disable_prediction",
          "description",
          "icon",
          "rir_field_names",
          "default_value",
          "constraints",
          "format",
          "options",
          "enum_value_type",
          "formula",
          "prompt",
          "context",
          "score_threshold",
          "can_export",
          "can_collapse",
          "aggregations",
          "width",
          "stretch",
          "popup_url",
          "can_obtain_token",
          "min_occurrences",
          "max_occurrences",
          "grid",
          "show_grid_by_default",
          "of_next_year");

  private final Random random;

  RandomSchema(Random random) {
    this.random = random;
  }

  JsonNode schema() {
    if (isRare()) {
      return JsonArbitraries.value(random, 3);
    }
    JsonNode content = isRare() ? JsonArbitraries.value(random, 3) : list(0);
    if (random.nextInt(4) == 0) {
      return content;
    }
    ObjectNode schema = JSON.objectNode();
    for (String key :
        List.of("id", "name", "queues", "url", "metadata", "rules", "modified_by", "modified_at")) {
      if (random.nextBoolean()) {
        schema.set(key, JsonArbitraries.value(random, 2));
      }
    }
    return schema.set("content", content);
  }

  private boolean isRare() {
    return random.nextInt(12) == 0;
  }

  private ArrayNode list(int depth) {
    ArrayNode nodes = JSON.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      nodes.add(isRare() ? JsonArbitraries.value(random, 2) : node(depth));
    }
    return nodes;
  }

  private ObjectNode node(int depth) {
    ObjectNode node = JSON.objectNode();
    // Few ids, so that some stand twice.
    set(node, "id", JSON.textNode("id_" + random.nextInt(12)));
    set(
        node,
        "category",
        JSON.textNode(oneOf("section", "multivalue", "tuple", "datapoint", "of_next_year")));
    set(node, "type", JSON.textNode(oneOf("string", "number", "date", "enum", "of_next_year")));
    set(node, "hidden", random.nextBoolean() ? JSON.booleanNode(true) : JSON.textNode("true"));
    set(
        node,
        "ui_configuration",
        JSON.objectNode().put("type", oneOf("captured", "formula")).put("edit", "enabled"));
    if (depth < 5) {
      set(node, "children", random.nextInt(3) == 0 ? node(depth + 1) : list(depth + 1));
    }
    for (String key : OTHER_KEYS) {
      if (random.nextInt(6) == 0) {
        node.set(key, JsonArbitraries.value(random, 3));
      }
    }
    return node;
  }

  /** Mostly this value, often none, and now and then anything. */
  private void set(ObjectNode node, String key, JsonNode value) {
    if (random.nextInt(3) > 0) {
      node.set(key, isRare() ? JsonArbitraries.value(random, 3) : value);
    }
  }

  private String oneOf(String... words) {
    return words[random.nextInt(words.length)];
  }
}
