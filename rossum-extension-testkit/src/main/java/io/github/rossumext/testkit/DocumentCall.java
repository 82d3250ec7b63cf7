package io.github.rossumext.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A call around a document that was built: common keys, annotation, ids and URLs. */
final class DocumentCall {
  private static final long FIRST_NODE = 5_913_000_001L;

  private DocumentCall() {}

  static Fixture of(String name, ArrayNode sections) {
    ObjectNode call = Json.object(Json.resource("document.json"));
    ObjectNode annotation = (ObjectNode) call.get("annotation");
    ArrayNode content = sections.deepCopy();
    NodeJson.number(content, annotation.path("url").asText(), FIRST_NODE - 1);
    annotation.set("content", content);
    return new Fixture(name, Json.bytes(call));
  }
}
