package io.github.rossumext.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes the token and the secrets of a call out of its JSON and of its answer's. Immutable. */
final class Redaction {
  static final String REMOVED = "removed";

  private static final String TOKEN = "rossum_authorization_token";
  private static final String SECRETS = "secrets";

  /** Values of these are words of the protocol, whatever a secret may be. */
  private static final Set<String> WORDS = Set.of("event", "action", "category", "schema_id", "op");

  private static final Pattern PROTOCOL_KEY = Pattern.compile("[a-z_]+");

  /** A shorter secret would be found in any text: it is replaced where it is the whole text. */
  private static final int SHORTEST_WITHIN = 4;

  private final Set<String> secrets = new HashSet<>();

  private Redaction() {}

  static Redaction of(ObjectNode request) {
    Redaction redaction = new Redaction();
    redaction.collect(request.path(TOKEN));
    redaction.collect(request.path(SECRETS));
    return redaction;
  }

  private void collect(JsonNode node) {
    if (node.isContainerNode()) {
      node.forEach(this::collect);
    } else if (!node.isNull() && !node.asText().isBlank()) {
      secrets.add(node.asText());
    }
  }

  JsonNode cleanRequest(ObjectNode request) {
    ObjectNode cleaned = (ObjectNode) clean(request);
    if (request.get(SECRETS) instanceof ObjectNode known) {
      ObjectNode names = cleaned.putObject(SECRETS);
      known.fieldNames().forEachRemaining(name -> names.put(name, REMOVED));
    } else {
      cleaned.remove(SECRETS);
    }
    return cleaned;
  }

  /** A copy without any of the secrets. */
  JsonNode clean(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = Json.newObject();
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (!member.getKey().equals(TOKEN)) {
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
      ArrayNode copy = Json.newObject().putArray("copy");
      list.forEach(element -> copy.add(clean(element)));
      return copy;
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
    if (secrets.contains(text)) {
      return REMOVED;
    }
    // All places first, since secrets may overlap: replacing one would leave a part of the other.
    BitSet secret = new BitSet();
    for (String known : secrets) {
      if (known.length() >= SHORTEST_WITHIN) {
        for (int at = text.indexOf(known); at >= 0; at = text.indexOf(known, at + 1)) {
          secret.set(at, at + known.length());
        }
      }
    }
    StringBuilder cleaned = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (!secret.get(i)) {
        cleaned.append(text.charAt(i));
      } else if (i == 0 || !secret.get(i - 1)) {
        cleaned.append(REMOVED);
      }
    }
    return cleaned.toString();
  }
}
