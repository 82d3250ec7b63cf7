package io.github.rossumext.testkit.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** JSON that is looked at or bent. */
final class Tree {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Tree() {}

  /** The JSON of a text; a missing node if it is none. */
  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** The text of an object after a change. */
  static String changed(String json, Consumer<ObjectNode> change) {
    ObjectNode object = (ObjectNode) read(json);
    change.accept(object);
    return object.toString();
  }

  /** Changes every object in it that is a node of a document, from the top. */
  static void eachNode(JsonNode json, Consumer<ObjectNode> change) {
    if (json instanceof ObjectNode node && node.has("schema_id")) {
      change.accept(node);
    }
    json.forEach(child -> eachNode(child, change));
  }
}
