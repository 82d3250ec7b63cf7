package io.github.rossumext.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.internal.json.JsonCursor;
import io.github.rossumext.internal.text.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads the tree that is bound: each key once, and no number beyond the limit. */
final class BoundTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DIGITS_OF_A_LONG = 18;

  private BoundTree() {}

  /**
   * Returns the tree of the value before which the cursor is.
   *
   * @throws BindingException if an object has a key twice, or a number is beyond the limit
   */
  static JsonNode read(JsonCursor cursor) {
    cursor.next();
    return value(cursor, "");
  }

  private static JsonNode value(JsonCursor cursor, String path) {
    if (cursor.isObject()) {
      return object(cursor, path);
    }
    if (cursor.isList()) {
      return list(cursor, path);
    }
    if (cursor.isNull()) {
      return NODES.nullNode();
    }
    String text = cursor.text();
    if (cursor.isText()) {
      return NODES.textNode(text);
    }
    return switch (text) {
      case "true", "false" -> NODES.booleanNode(text.equals("true"));
      default -> number(text, path);
    };
  }

  private static JsonNode object(JsonCursor cursor, String path) {
    ObjectNode object = NODES.objectNode();
    for (String key = cursor.nextKey(); key != null; key = cursor.nextKey()) {
      String within = KeyMatch.within(path, key);
      if (object.replace(key, value(cursor, within)) != null) {
        throw new BindingException(within, "expected the key once, found it twice");
      }
    }
    return object;
  }

  private static JsonNode list(JsonCursor cursor, String path) {
    ArrayNode list = NODES.arrayNode();
    while (cursor.next()) {
      list.add(value(cursor, path + "[" + list.size() + "]"));
    }
    return list;
  }

  private static JsonNode number(String text, String path) {
    boolean isWhole = text.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
    if (isWhole && text.length() <= DIGITS_OF_A_LONG) {
      long number = Long.parseLong(text);
      return number == (int) number ? NODES.numberNode((int) number) : NODES.numberNode(number);
    }
    if (isWhole) {
      BigInteger number = new BigInteger(text);
      return number.bitLength() < Long.SIZE
          ? NODES.numberNode(number.longValue())
          : NODES.numberNode(number);
    }
    BigDecimal number = limited(text);
    if (number == null) {
      throw new BindingException(
          path, "expected a number of at most " + Numbers.MAX_LENGTH + " digits");
    }
    return DecimalNode.valueOf(number);
  }

  private static @Nullable BigDecimal limited(String text) {
    try {
      return Numbers.limited(new BigDecimal(text));
    } catch (NumberFormatException e) {
      // An exponent beyond 32 bits.
      return null;
    }
  }
}
