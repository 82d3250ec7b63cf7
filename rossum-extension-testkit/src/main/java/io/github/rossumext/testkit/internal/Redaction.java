package io.github.rossumext.testkit.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A filter that removes the token and the secrets of a request from its JSON and that of its
 * response. Immutable.
 */
public final class Redaction {
  static final String REMOVED = SecretTexts.REMOVED;

  /** Keys whose texts are words of the protocol and stay, even if a secret is the same word. */
  private static final Set<String> WORDS = Set.of("event", "action", "category", "schema_id", "op");

  /** Objects whose keys somebody gave, so that a key may be a secret. */
  private static final Set<String> FOREIGN = Set.of("metadata", "settings", "headers");

  /**
   * A key of the protocol, which stays, so that a secret that is such a word does not break the
   * payload.
   */
  private static final Pattern PROTOCOL_KEY = Pattern.compile("[a-z_]+");

  /** The keys of an invocation that are not the caller's. */
  private static final Set<String> OF_INVOCATION =
      Set.of(
          "request_id",
          "timestamp",
          "hook",
          "event",
          "action",
          "base_url",
          "settings",
          SecretTexts.SECRETS);

  private final SecretTexts secrets;
  private final boolean isInvocation;

  private Redaction(SecretTexts secrets, boolean isInvocation) {
    this.secrets = secrets;
    this.isInvocation = isInvocation;
  }

  /** Returns the filter for the token and the secrets of this request. */
  public static Redaction of(ObjectNode request) {
    return new Redaction(
        new SecretTexts().addThoseOf(request), request.path("event").asText().equals("invocation"));
  }

  /**
   * Returns a copy of the request without the values of the token and the secrets. It still says
   * that there was a token, so that who sends it again can give it one.
   */
  public JsonNode cleanRequest(ObjectNode request) {
    ObjectNode cleaned =
        (ObjectNode) clean(request, isInvocation ? OF_INVOCATION::contains : key -> true);
    if (request.get(SecretTexts.SECRETS) instanceof ObjectNode known) {
      ObjectNode names = cleaned.putObject(SecretTexts.SECRETS);
      known.fieldNames().forEachRemaining(name -> names.put(name, REMOVED));
    } else {
      cleaned.remove(SecretTexts.SECRETS);
    }
    if (!request.path(SecretTexts.TOKEN).asText("").isEmpty()) {
      cleaned.put(SecretTexts.TOKEN, REMOVED);
    }
    return cleaned;
  }

  /** Returns a copy of the response without the secrets. */
  public JsonNode cleanResponse(JsonNode response) {
    return clean(response, key -> !isInvocation);
  }

  /**
   * Returns a copy without the secrets.
   *
   * @param isProtocol whether the protocol has such a key in these objects; otherwise the key and
   *     all within are of somebody else
   */
  private JsonNode clean(JsonNode node, Predicate<String> isProtocol) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = Json.newObject();
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        String key = member.getKey();
        JsonNode value = member.getValue();
        if (!key.equals(SecretTexts.TOKEN)) {
          boolean isKnown = isProtocol.test(key);
          copy.set(
              isKnown && PROTOCOL_KEY.matcher(key).matches() ? key : clean(key),
              isKnown && WORDS.contains(key) && value.isTextual()
                  ? value
                  : clean(value, within -> isKnown && !FOREIGN.contains(key)));
        }
      }
      return copy;
    }
    if (node instanceof ArrayNode list) {
      return Json.mapped(list, element -> clean(element, isProtocol));
    }
    if (node.isNull() || node.isBoolean()) {
      return node;
    }
    String text = node.asText();
    String cleaned = clean(text);
    return cleaned.equals(text) ? node : TextNode.valueOf(cleaned);
  }

  private String clean(String text) {
    return secrets.clean(text);
  }
}
