package io.github.rossumext.testkit.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.util.function.Consumer;

/** Changes of JSON. */
final class Tree {
  private Tree() {}

  /** Returns the text of an object after a change. */
  static String changed(String json, Consumer<ObjectNode> change) {
    ObjectNode object = Json.object(json.getBytes(UTF_8));
    change.accept(object);
    return Json.text(object);
  }

  /** Changes every object in it that is a node of a document, from the top. */
  static void eachNode(JsonNode json, Consumer<ObjectNode> change) {
    if (json instanceof ObjectNode node && node.has("schema_id")) {
      change.accept(node);
    }
    json.forEach(child -> eachNode(child, change));
  }
}
