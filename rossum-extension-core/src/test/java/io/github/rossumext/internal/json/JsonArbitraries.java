package io.github.rossumext.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Any JSON, and texts that are hard to write. */
public final class JsonArbitraries {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> AWKWARD =
      List.of(
          "\"",
          "\\",
          "/",
          "\b",
          "\f",
          "\n",
          "\r",
          "\t",
          "\u0000",
          "\u001f",
          "\u007f",
          "A",
          "é",
          "ß",
          "č",
          "€",
          "\u2028",
          "\ufeff",
          "\ufffd",
          "\uffff",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          " ",
          "None",
          "<b>");

  private JsonArbitraries() {}

  /** Any text, often with what must be escaped, is not ASCII, or is half of a surrogate pair. */
  public static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.of(AWKWARD).list().ofMaxSize(12).map(parts -> String.join("", parts)));
  }

  /** A text as Rossum can store it, by another way than the library's. */
  public static String stored(String text) {
    return text.codePoints()
        .filter(c -> c != 0)
        .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** JSON whose texts and keys Rossum can store. The texts of these keys stay as they are. */
  public static JsonNode stored(JsonNode json, String... names) {
    if (json.isTextual()) {
      return JSON.textNode(stored(json.textValue()));
    }
    if (json.isArray()) {
      ArrayNode list = JSON.arrayNode();
      json.forEach(element -> list.add(stored(element, names)));
      return list;
    }
    if (json.isObject()) {
      ObjectNode object = JSON.objectNode();
      json.properties()
          .forEach(
              member ->
                  object.set(
                      stored(member.getKey()),
                      List.of(names).contains(member.getKey())
                          ? member.getValue()
                          : stored(member.getValue(), names)));
      return object;
    }
    return json;
  }

  /** Returns whether no two keys of one object become the same key when they are repaired. */
  public static boolean keysStayApart(JsonNode json) {
    long keys =
        json.properties().stream().map(member -> stored(member.getKey())).distinct().count();
    boolean isFine = keys == json.properties().size();
    for (JsonNode part : json) {
      isFine &= keysStayApart(part);
    }
    return isFine;
  }

  /** Any JSON value. */
  public static Arbitrary<JsonNode> values() {
    return Arbitraries.randomValue(random -> value(random, 4));
  }

  /** Any JSON object. */
  public static Arbitrary<JsonNode> objects() {
    return Arbitraries.randomValue(random -> object(random, 4));
  }

  /** A text with awkward characters. */
  public static String text(Random random) {
    StringBuilder text = new StringBuilder();
    while (random.nextInt(4) > 0) {
      text.append(
          random.nextInt(3) == 0
              ? AWKWARD.get(random.nextInt(AWKWARD.size()))
              : Character.toString('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  /** A JSON value, no deeper than this. */
  public static JsonNode value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(random.nextLong());
      case 3 -> JSON.numberNode(new BigDecimal(new BigInteger(80, random), random.nextInt(21) - 5));
      case 4, 5 -> JSON.textNode(text(random));
      case 6 -> list(random, depth);
      default -> object(random, depth);
    };
  }

  private static JsonNode list(Random random, int depth) {
    ArrayNode list = JSON.arrayNode();
    for (int i = random.nextInt(5); i > 0; i--) {
      list.add(value(random, depth - 1));
    }
    return list;
  }

  private static JsonNode object(Random random, int depth) {
    ObjectNode object = JSON.objectNode();
    for (int i = random.nextInt(6); i > 0; i--) {
      object.set(key(random), value(random, depth - 1));
    }
    return object;
  }

  private static String key(Random random) {
    // The parser refuses half of a surrogate pair in a key.
    return new String(text(random).getBytes(UTF_8), UTF_8);
  }
}
