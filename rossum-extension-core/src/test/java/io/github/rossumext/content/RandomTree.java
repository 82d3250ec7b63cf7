package io.github.rossumext.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.internal.json.JsonArbitraries;
import io.github.rossumext.internal.json.RandomJson;
import java.util.List;
import java.util.Random;

/** Trees of any shape that the protocol knows, with its oddities (protocol §3.4, §3.5). */
public final class RandomTree extends RandomJson {
  private static final List<String> SCHEMA_IDS =
      List.of("invoice_id", "amount_total", "order_id", "line_items", "line_item", "poznámka", "");

  public RandomTree(Random random) {
    super(random);
  }

  /** The list that stands as {@code content} in an annotation. */
  public ArrayNode content() {
    return nodes("section", 0);
  }

  private ArrayNode nodes(String category, int depth) {
    ArrayNode nodes = JSON.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      nodes.add(node(category, depth));
    }
    return nodes;
  }

  private ObjectNode node(String category, int depth) {
    ObjectNode node = JSON.objectNode();
    node.set("id", id());
    node.put("schema_id", oneIn(5) ? JsonArbitraries.text(random) : oneOf(SCHEMA_IDS));
    if (!oneIn(4)) {
      node.set("category", oneIn(8) ? oddCategory() : JSON.textNode(category));
    }
    maybe(node, "url", () -> JSON.textNode("https://acme.rossum.app/api/v1/content/1"));
    maybe(node, "time_spent", this::number);
    unknownKeys(node);
    if (category.equals("datapoint")) {
      datapoint(node);
    } else {
      container(node, category, depth);
    }
    return node;
  }

  private JsonNode oddCategory() {
    return switch (random.nextInt(3)) {
      case 0 -> JSON.textNode("of_next_year");
      case 1 -> none();
      default -> word("section", "multivalue", "tuple", "datapoint"); // wherever it stands
    };
  }

  private void container(ObjectNode node, String category, int depth) {
    if (category.equals("multivalue")) {
      maybe(node, "grid", this::grid);
      for (String key :
          List.of("time_spent_overall", "time_spent_grid", "time_spent_grid_overall")) {
        maybe(node, key, this::number);
      }
    }
    if (oneIn(8)) {
      maybe(node, "children", this::anyScalar);
    } else {
      node.set("children", nodes(childOf(category), depth + 1));
    }
    if (oneIn(20)) {
      maybe(node, "content", this::anyScalar);
    }
  }

  private String childOf(String category) {
    return switch (category) {
      case "section" -> random.nextBoolean() ? "multivalue" : "datapoint";
      case "multivalue" -> random.nextBoolean() ? "tuple" : "datapoint";
      default -> "datapoint";
    };
  }

  private JsonNode anyScalar() {
    return oneIn(3) ? JSON.objectNode() : scalar();
  }

  private JsonNode grid() {
    ObjectNode part = JSON.objectNode().put("page", 1).put("width", 5.5).put("height", 6);
    ObjectNode column = JSON.objectNode().put("left_position", 7).putNull("schema_id");
    column.set("header_texts", list(this::text));
    part.putArray("columns").add(column);
    part.putArray("rows").addObject().put("top_position", 8).putNull("tuple_id").put("type", "row");
    ObjectNode grid = JSON.objectNode();
    grid.putArray("parts").add(part);
    unknownKeys(grid);
    return grid;
  }

  private void datapoint(ObjectNode node) {
    if (oneIn(6)) {
      maybe(node, "content", JSON::nullNode);
    } else {
      node.set("content", datapointContent());
    }
    maybe(node, "hidden", this::flag);
    maybe(node, "no_recalculation", this::flag);
    maybe(node, "time_spent_overall", this::number);
    maybe(node, "validation_sources", () -> list(() -> oneIn(6) ? scalar() : text()));
    maybe(node, "options", () -> list(this::option));
  }

  private JsonNode option() {
    if (oneIn(12)) {
      return anything();
    }
    ObjectNode option = JSON.objectNode();
    maybe(option, "value", this::scalar);
    maybe(option, "label", this::scalar);
    unknownKeys(option);
    return option;
  }

  private ObjectNode datapointContent() {
    ObjectNode content = JSON.objectNode();
    maybe(content, "value", this::scalar);
    maybe(content, "normalized_value", this::scalar);
    maybe(content, "rir_confidence", this::number);
    for (String key : List.of("page", "rir_page")) {
      maybe(content, key, this::number);
    }
    for (String key : List.of("position", "rir_position", "ocr_position", "connector_position")) {
      maybe(content, key, this::position);
    }
    for (String key :
        List.of("rir_text", "rir_raw_text", "ocr_text", "ocr_raw_text", "connector_text")) {
      maybe(content, key, this::scalar);
    }
    unknownKeys(content);
    return content;
  }

  private JsonNode position() {
    ArrayNode position = JSON.arrayNode();
    for (int i = oneIn(6) ? random.nextInt(6) : 4; i > 0; i--) {
      position.add(oneIn(12) ? none() : number());
    }
    return position;
  }
}
