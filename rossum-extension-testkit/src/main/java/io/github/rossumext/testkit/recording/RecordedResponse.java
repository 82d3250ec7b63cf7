package io.github.rossumext.testkit.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.rossumext.testkit.internal.Json;
import java.nio.charset.StandardCharsets;

/** The text of an approval file. */
final class RecordedResponse {
  private RecordedResponse() {}

  static String text(int status, JsonNode body) {
    ObjectNode response = Json.newObject();
    response.put("status", status);
    response.set("body", body);
    return Json.pretty(response);
  }

  /** Returns the JSON of a body; a text if the body is not JSON. */
  static JsonNode body(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      return Json.read(text);
    } catch (IllegalArgumentException e) {
      return TextNode.valueOf(text);
    }
  }

  /** Returns whether two approval files say the same, in any order of keys. */
  static boolean isSame(String one, String other) {
    try {
      return Json.read(one).equals(Json.read(other));
    } catch (IllegalArgumentException e) {
      return false; // The approval file is not JSON.
    }
  }
}
