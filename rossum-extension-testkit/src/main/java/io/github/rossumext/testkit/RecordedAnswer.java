package io.github.rossumext.testkit;

import io.github.rossumext.testkit.internal.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;

/** What an approval file says of an answer. */
final class RecordedAnswer {
  private RecordedAnswer() {}

  static String text(int status, JsonNode body) {
    ObjectNode answer = Json.newObject();
    answer.put("status", status);
    answer.set("body", body);
    return Json.pretty(answer);
  }

  /** The JSON of an answer's body; a text if it is none. */
  static JsonNode body(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      return Json.read(text);
    } catch (IllegalArgumentException e) {
      return TextNode.valueOf(text);
    }
  }

  /** Whether two say the same, whatever the order of keys. */
  static boolean isSame(String one, String other) {
    try {
      return Json.read(one).equals(Json.read(other));
    } catch (IllegalArgumentException e) {
      return false; // an approval file that somebody broke
    }
  }
}
