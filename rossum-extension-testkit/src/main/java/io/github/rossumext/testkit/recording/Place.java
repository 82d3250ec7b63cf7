package io.github.rossumext.testkit.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.rossumext.testkit.internal.Json;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A place of the protocol: it knows what may be there, and masks everything else. Null, true and
 * false stay everywhere.
 */
@FunctionalInterface
interface Place {
  /** An unknown place: texts, numbers and keys are masked. */
  Place UNKNOWN = Place::unknown;

  /** A place that holds no data of a document, such as the settings of the hook. */
  Place KEPT = value -> value;

  /** A number that says nothing of the content, such as a page. */
  Place NUMBER = value -> value.isNumber() ? value : UNKNOWN.masked(value);

  /** An id, as number or as text. */
  Place ID =
      value ->
          value.isIntegralNumber() || Json.lenientId(value).isPresent()
              ? value
              : UNKNOWN.masked(value);

  /** A text or number that a field shows or offers. */
  Place SCALAR =
      value -> value.isContainerNode() ? UNKNOWN.masked(value) : MaskedText.ofScalar(value);

  /** Returns the value without what must not be seen. */
  JsonNode masked(JsonNode value);

  /** Returns a place of texts that match an expression. */
  static Place text(String pattern) {
    Predicate<String> isKnown = Pattern.compile(pattern).asMatchPredicate();
    return value ->
        value.isTextual() && isKnown.test(value.asText()) ? value : UNKNOWN.masked(value);
  }

  /** Returns a place of these words. */
  static Place words(String... words) {
    Set<String> known = Set.of(words);
    return value ->
        value.isTextual() && known.contains(value.asText()) ? value : UNKNOWN.masked(value);
  }

  /** Returns a place of a list; a single value is masked as an element. */
  static Place list(Place element) {
    return value ->
        value instanceof ArrayNode list
            ? Json.mapped(list, element::masked)
            : element.masked(value);
  }

  /** Returns a place of an object of the protocol. Other keys are kept if they are plain words. */
  static Place object(Map<String, Place> known, Place other) {
    return value -> {
      if (!(value instanceof ObjectNode object)) {
        return other.masked(value);
      }
      ObjectNode masked = Json.newObject();
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        String key = member.getKey();
        masked.set(
            known.containsKey(key) || isWord(key) ? key : keyFor(masked),
            known.getOrDefault(key, other).masked(member.getValue()));
      }
      return masked;
    };
  }

  /** Returns a place in an object whose other keys are masked. */
  static Place only(Map<String, Place> known) {
    return value -> {
      if (!(value instanceof ObjectNode object)) {
        return UNKNOWN.masked(value);
      }
      ObjectNode masked = Json.newObject();
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        Place place = known.get(member.getKey());
        masked.set(
            place == null ? keyFor(masked) : member.getKey(),
            (place == null ? UNKNOWN : place).masked(member.getValue()));
      }
      return masked;
    };
  }

  /** Returns an object whose keys are names that somebody gave, and are kept. */
  static Place named(Place value) {
    return node ->
        node instanceof ObjectNode object
            ? Json.mapped(object, (key, member) -> value.masked(member))
            : UNKNOWN.masked(node);
  }

  /** Returns whether Rossum may have named a key so. */
  private static boolean isWord(String key) {
    return key.length() <= 40 && key.matches("[a-z]+(_[a-z]+)*");
  }

  private static String keyFor(ObjectNode masked) {
    int number = masked.size() + 1;
    while (masked.has("key_" + number)) {
      number++;
    }
    return "key_" + number;
  }

  private static JsonNode unknown(JsonNode value) {
    if (value instanceof ObjectNode object) {
      ObjectNode masked = Json.newObject();
      object.forEach(member -> masked.set(keyFor(masked), unknown(member)));
      return masked;
    }
    if (value instanceof ArrayNode list) {
      return Json.mapped(list, Place::unknown);
    }
    if (value.isNumber()) {
      return MaskedText.ofNumber(value);
    }
    return value.isTextual() ? TextNode.valueOf(MaskedText.of(value.asText())) : value;
  }
}
