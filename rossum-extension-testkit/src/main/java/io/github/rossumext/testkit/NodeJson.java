package io.github.rossumext.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.util.List;

/** New nodes of a datapoint tree, with every key of the protocol (§3.4); ids are given at last. */
final class NodeJson {
  /** How sure the extraction was of what a document was built with. */
  private static final BigDecimal SURE = new BigDecimal("0.98");

  private NodeJson() {}

  static ObjectNode container(String category, String schemaId) {
    ObjectNode node = node(category, schemaId);
    if (category.equals("multivalue")) {
      node.putNull("grid");
    }
    node.putArray("children");
    if (category.equals("multivalue")) {
      node.put("time_spent", 0)
          .put("time_spent_overall", 0)
          .put("time_spent_grid", 0)
          .put("time_spent_grid_overall", 0);
    }
    return node;
  }

  static ObjectNode button(String schemaId) {
    ObjectNode node = node("datapoint", schemaId);
    node.putNull("content");
    return withTail(node, List.of(ValidationSource.NA));
  }

  static ObjectNode datapoint(String schemaId, FieldText text, List<ValidationSource> sources) {
    ObjectNode node = node("datapoint", schemaId);
    ObjectNode content = node.putObject("content");
    content.put("value", text.value()).put("normalized_value", text.normalized());
    content.putNull("page").putNull("position");
    content.putNull("rir_text").putNull("rir_raw_text").putNull("rir_page").putNull("rir_position");
    content.putNull("rir_confidence");
    for (String key :
        List.of(
            "ocr_text", "ocr_raw_text", "ocr_position", "connector_text", "connector_position")) {
      content.putNull(key);
    }
    seen(content, text.value(), sources);
    return withTail(node, sources);
  }

  /** Says what the extraction saw, where its score is what validates the field. */
  static void seen(ObjectNode content, String text, List<ValidationSource> sources) {
    boolean isSeen = sources.contains(ValidationSource.SCORE);
    content
        .put("rir_text", isSeen ? text : null)
        .put("rir_raw_text", isSeen ? text : null)
        .put("rir_confidence", isSeen ? SURE : null);
  }

  private static ObjectNode node(String category, String schemaId) {
    ObjectNode node = Json.newObject();
    node.put("id", 0L).put("url", "").put("schema_id", schemaId).put("category", category);
    return node;
  }

  private static ObjectNode withTail(ObjectNode node, List<ValidationSource> sources) {
    sources(node, sources);
    return node.put("time_spent", 0).put("time_spent_overall", 0);
  }

  static void sources(ObjectNode node, List<ValidationSource> sources) {
    ArrayNode list = node.putArray("validation_sources");
    sources.forEach(source -> list.add(source.value()));
  }

  static void options(ObjectNode node, List<Option> options) {
    ArrayNode list = node.putArray("options");
    options.forEach(
        option -> list.addObject().put("value", option.value()).put("label", option.label()));
  }

  /** Gives an id and a URL to every node that has none, in the order of the document. */
  static void number(JsonNode nodes, String annotationUrl, long after) {
    new Numbering(annotationUrl, after).number(nodes);
  }

  private static final class Numbering {
    private final String annotationUrl;
    private long last;

    Numbering(String annotationUrl, long after) {
      this.annotationUrl = annotationUrl;
      this.last = after;
    }

    void number(JsonNode nodes) {
      for (JsonNode node : nodes) {
        if (node instanceof ObjectNode object) {
          if (object.path("id").asLong() == 0) {
            last++;
            object.put("id", last).put("url", annotationUrl + "/content/" + last);
          }
          number(object.path("children"));
        }
      }
    }
  }
}
