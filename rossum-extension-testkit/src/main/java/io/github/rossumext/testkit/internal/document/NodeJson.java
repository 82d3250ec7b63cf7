package io.github.rossumext.testkit.internal.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.content.Category;
import io.github.rossumext.testkit.internal.Json;
import java.util.List;

/** The JSON of new nodes, with every key that Rossum sends. */
final class NodeJson {
  private static final List<String> CONTENT_KEYS =
      List.of(
          "normalized_value",
          "page",
          "position",
          "rir_text",
          "rir_raw_text",
          "rir_page",
          "rir_position",
          "rir_confidence",
          "ocr_text",
          "ocr_raw_text",
          "ocr_position",
          "connector_text",
          "connector_position");

  private NodeJson() {}

  static ObjectNode container(Category category, long id, String url, String schemaId) {
    ObjectNode node = node(category, id, url, schemaId);
    if (category.equals(Category.MULTIVALUE)) {
      node.putNull("grid");
    }
    node.putArray("children");
    if (category.equals(Category.MULTIVALUE)) {
      node.put("time_spent", 0)
          .put("time_spent_overall", 0)
          .put("time_spent_grid", 0)
          .put("time_spent_grid_overall", 0);
    }
    return node;
  }

  static ObjectNode datapoint(
      long id, String url, String schemaId, boolean isButton, boolean needsValidation) {
    ObjectNode node = node(Category.DATAPOINT, id, url, schemaId);
    if (isButton) {
      node.putNull("content");
    } else {
      ObjectNode content = node.putObject("content").put("value", "");
      CONTENT_KEYS.forEach(content::putNull);
    }
    node.putArray("validation_sources");
    if (!needsValidation) {
      node.withArray("validation_sources").add("NA");
    }
    return node.put("time_spent", 0).put("time_spent_overall", 0);
  }

  private static ObjectNode node(Category category, long id, String url, String schemaId) {
    ObjectNode node = Json.newObject().put("id", id);
    if (!url.isEmpty()) {
      node.put("url", url);
    }
    return node.put("schema_id", schemaId).put("category", category.value());
  }
}
