package io.github.rossumext.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.json.JsonArbitraries;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Trees of any shape that the protocol knows, with its oddities (protocol §3.4, §3.5). */
final class RandomTree {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> SCHEMA_IDS =
      List.of("invoice_id", "amount_total", "order_id", "line_items", "line_item", "poznámka", "");

  private final Random random;

  RandomTree(Random random) {
    this.random = random;
  }

  ArrayNode content() {
    return nodes(0);
  }

  private ArrayNode nodes(int depth) {
    ArrayNode nodes = JSON.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      nodes.add(node(depth));
    }
    return nodes;
  }

  private ObjectNode node(int depth) {
    ObjectNode node = JSON.objectNode();
    node.set("id", id());
    node.put(
        "schema_id",
        random.nextInt(5) == 0
            ? JsonArbitraries.text(random)
            : SCHEMA_IDS.get(random.nextInt(SCHEMA_IDS.size())));
    String word = category(depth);
    maybe(node, "category", () -> random.nextInt(8) == 0 ? oddCategory() : JSON.textNode(word));
    maybe(node, "url", () -> orNone(() -> JSON.textNode("https://acme.rossum.app/content/1")));
    maybe(node, "of_next_year", () -> JsonArbitraries.value(random, 2));
    maybe(node, "time_spent", this::number);
    if (word.equals("datapoint")) {
      datapoint(node);
    } else {
      maybe(node, "grid", () -> orNone(() -> JSON.objectNode().set("parts", JSON.arrayNode())));
      if (random.nextInt(8) == 0) {
        maybe(node, "children", this::none);
      } else {
        node.set("children", nodes(depth + 1));
      }
    }
    return node;
  }

  private String category(int depth) {
    return switch (depth) {
      case 0 -> "section";
      case 1 -> random.nextBoolean() ? "multivalue" : "datapoint";
      case 2 -> random.nextBoolean() ? "tuple" : "datapoint";
      default -> "datapoint";
    };
  }

  private JsonNode oddCategory() {
    return random.nextBoolean() ? JSON.textNode("of_next_year") : none();
  }

  private JsonNode id() {
    long id =
        switch (random.nextInt(4)) {
          case 0 -> random.nextInt(20);
          case 1 -> Long.MAX_VALUE - random.nextInt(3);
          default -> 5_000_000_000L + random.nextInt(100);
        };
    return random.nextInt(4) == 0 ? JSON.textNode(Long.toString(id)) : JSON.numberNode(id);
  }

  private void datapoint(ObjectNode node) {
    if (random.nextInt(6) == 0) {
      maybe(node, "content", () -> random.nextBoolean() ? JSON.nullNode() : JSON.textNode("None"));
    } else {
      node.set("content", datapointContent());
    }
    maybe(node, "hidden", () -> orNone(() -> JSON.booleanNode(random.nextBoolean())));
    maybe(node, "no_recalculation", () -> JSON.booleanNode(random.nextBoolean()));
    maybe(node, "time_spent_overall", this::number);
    maybe(
        node,
        "validation_sources",
        () -> orNone(() -> list(() -> orNull(() -> JSON.textNode(JsonArbitraries.text(random))))));
    maybe(node, "options", () -> orNone(() -> list(this::option)));
  }

  private JsonNode option() {
    ObjectNode option = JSON.objectNode();
    maybe(option, "value", this::scalar);
    maybe(option, "label", this::scalar);
    return option;
  }

  private ObjectNode datapointContent() {
    ObjectNode content = JSON.objectNode();
    maybe(content, "value", this::scalar);
    maybe(content, "normalized_value", () -> orNone(this::scalar));
    for (String key : List.of("page", "rir_page")) {
      maybe(content, key, () -> orNone(this::number));
    }
    for (String key : List.of("position", "rir_position", "ocr_position", "connector_position")) {
      maybe(content, key, () -> orNone(this::position));
    }
    for (String key :
        List.of(
            "rir_text", "rir_raw_text", "ocr_text", "ocr_raw_text", "connector_text", "other")) {
      maybe(content, key, () -> orNone(this::scalar));
    }
    maybe(content, "rir_confidence", () -> orNone(this::number));
    return content;
  }

  private JsonNode position() {
    ArrayNode position = JSON.arrayNode();
    for (int i = random.nextInt(6) == 0 ? random.nextInt(6) : 4; i > 0; i--) {
      position.add(random.nextInt(12) == 0 ? none() : number());
    }
    return position;
  }

  private JsonNode scalar() {
    return switch (random.nextInt(8)) {
      case 0 -> JSON.nullNode();
      case 1 -> number();
      case 2 -> JSON.booleanNode(random.nextBoolean());
      default -> JSON.textNode(JsonArbitraries.text(random));
    };
  }

  private JsonNode number() {
    return switch (random.nextInt(5)) {
      case 0 -> JSON.numberNode(random.nextInt(5));
      case 1 -> JSON.numberNode(new BigDecimal(random.nextInt(5) + ".0"));
      case 2 -> JSON.textNode(Integer.toString(random.nextInt(5)));
      case 3 -> JSON.numberNode(BigDecimal.valueOf(random.nextInt(100_000), 4));
      default -> JSON.numberNode(random.nextInt());
    };
  }

  private JsonNode none() {
    return random.nextBoolean() ? JSON.nullNode() : JSON.textNode("None");
  }

  private JsonNode orNone(Supplier<JsonNode> value) {
    return random.nextInt(4) == 0 ? none() : value.get();
  }

  private JsonNode orNull(Supplier<JsonNode> value) {
    return random.nextInt(6) == 0 ? JSON.nullNode() : value.get();
  }

  private ArrayNode list(Supplier<JsonNode> element) {
    ArrayNode list = JSON.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(element.get());
    }
    return list;
  }

  private void maybe(ObjectNode object, String key, Supplier<JsonNode> value) {
    if (random.nextInt(4) > 0) {
      object.set(key, value.get());
    }
  }
}
