package io.github.rossumext.testkit.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.SecretTexts;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Removes the token and the secrets of a request from its JSON and its response's. Immutable. */
final class Redaction {
  static final String REMOVED = SecretTexts.REMOVED;

  /** Values of these are words of the protocol, whatever a secret may be. */
  private static final Set<String> WORDS = Set.of("event", "action", "category", "schema_id", "op");

  private static final Pattern PROTOCOL_KEY = Pattern.compile("[a-z_]+");

  private final SecretTexts secrets;

  private Redaction(SecretTexts secrets) {
    this.secrets = secrets;
  }

  static Redaction of(ObjectNode request) {
    return new Redaction(new SecretTexts().addThoseOf(request));
  }

  JsonNode cleanRequest(ObjectNode request) {
    ObjectNode cleaned = (ObjectNode) clean(request);
    if (request.get(SecretTexts.SECRETS) instanceof ObjectNode known) {
      ObjectNode names = cleaned.putObject(SecretTexts.SECRETS);
      known.fieldNames().forEachRemaining(name -> names.put(name, REMOVED));
    } else {
      cleaned.remove(SecretTexts.SECRETS);
    }
    return cleaned;
  }

  /** A copy without any of the secrets. */
  JsonNode clean(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = Json.newObject();
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (!member.getKey().equals(SecretTexts.TOKEN)) {
          copy.set(
              cleanKey(member.getKey()),
              WORDS.contains(member.getKey()) && member.getValue().isTextual()
                  ? member.getValue()
                  : clean(member.getValue()));
        }
      }
      return copy;
    }
    if (node instanceof ArrayNode list) {
      return Json.mapped(list, this::clean);
    }
    if (node.isNull() || node.isBoolean()) {
      return node;
    }
    String text = node.asText();
    String cleaned = clean(text);
    return cleaned.equals(text) ? node : TextNode.valueOf(cleaned);
  }

  /** Keys of the protocol are lower-case words: a secret that is one must not break the payload. */
  private String cleanKey(String key) {
    return PROTOCOL_KEY.matcher(key).matches() ? key : clean(key);
  }

  private String clean(String text) {
    return secrets.clean(text);
  }
}
