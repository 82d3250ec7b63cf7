package io.github.rossumext.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What random payloads are made of, with the oddities that all parts share (protocol §3.5). */
public abstract class RandomJson {
  protected static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> ODD_NUMBERS =
      List.of(
          " 7 ",
          "+7",
          "7.",
          ".5",
          "1,5",
          "1e2",
          "1E-7",
          "1e999",
          "1e1000",
          "2147483648",
          "NaN",
          "seven");

  protected final Random random;

  protected RandomJson(Random random) {
    this.random = random;
  }

  protected final boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  protected final <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Null, or the word that stands for it in old samples. */
  protected final JsonNode none() {
    return random.nextBoolean() ? JSON.nullNode() : JSON.textNode("None");
  }

  protected final JsonNode orNone(Supplier<JsonNode> value) {
    return oneIn(4) ? none() : value.get();
  }

  protected final JsonNode text() {
    return JSON.textNode(JsonArbitraries.text(random));
  }

  protected final JsonNode word(String... words) {
    return JSON.textNode(words[random.nextInt(words.length)]);
  }

  /** A 64-bit number, which may stand in a text. */
  protected final JsonNode id() {
    long id =
        switch (random.nextInt(4)) {
          case 0 -> random.nextInt(20);
          case 1 -> Long.MAX_VALUE - random.nextInt(3);
          default -> 5_000_000_000L + random.nextInt(100);
        };
    return oneIn(4) ? JSON.textNode(Long.toString(id)) : JSON.numberNode(id);
  }

  /** A number, whole or not, whether it stands in a text or is a number at all. */
  protected final JsonNode number() {
    return switch (random.nextInt(7)) {
      case 0, 1 -> JSON.numberNode(random.nextInt(5));
      case 2 -> JSON.numberNode(new BigDecimal(random.nextInt(5) + ".0"));
      case 3 -> JSON.textNode(Integer.toString(random.nextInt(5)));
      case 4 -> JSON.numberNode(BigDecimal.valueOf(random.nextInt(100_000), 4));
      case 5 -> JSON.textNode(oneOf(ODD_NUMBERS));
      default -> JSON.numberNode(random.nextInt());
    };
  }

  protected final JsonNode flag() {
    return JSON.booleanNode(random.nextBoolean());
  }

  protected final JsonNode scalar() {
    return switch (random.nextInt(8)) {
      case 0 -> JSON.nullNode();
      case 1 -> number();
      case 2 -> flag();
      default -> text();
    };
  }

  /** Anything: what a key holds that nobody knows, or nobody expects so. */
  protected final JsonNode anything() {
    return JsonArbitraries.value(random, 2);
  }

  protected final ArrayNode list(Supplier<? extends JsonNode> element) {
    ArrayNode list = JSON.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(element.get());
    }
    return list;
  }

  /** The key with a value; or without a value that makes sense; or not at all. */
  protected final void maybe(ObjectNode object, String key, Supplier<? extends JsonNode> value) {
    switch (random.nextInt(8)) {
      case 0, 1 -> {}
      case 2 -> object.set(key, none());
      default -> object.set(key, value.get());
    }
  }

  /** Keys that nobody knows. */
  protected final void unknownKeys(ObjectNode object) {
    while (oneIn(3)) {
      object.set("of_next_year_" + random.nextInt(3), anything());
    }
  }
}
