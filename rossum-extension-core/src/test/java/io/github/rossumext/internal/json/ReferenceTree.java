package io.github.rossumext.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;

/**
 * A tree of Jackson's as slow decoders use it, in which a number is what was written and not what
 * some Java type makes of it, and the first of two same keys counts.
 */
public final class ReferenceTree {
  private static final JsonFactory PARSERS =
      JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ReferenceTree() {}

  /**
   * The one value of these bytes.
   *
   * @throws IOException if they are anything else
   */
  public static JsonNode read(byte[] json) throws IOException {
    boolean isMarked = Arrays.mismatch(json, MARK) == MARK.length || Arrays.equals(json, MARK);
    int from = isMarked ? MARK.length : 0;
    try (JsonParser parser = PARSERS.createParser(json, from, json.length - from)) {
      parser.nextToken();
      JsonNode value = value(parser);
      if (parser.nextToken() != null) {
        throw new IOException("more than one value");
      }
      return value;
    }
  }

  private static JsonNode value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IOException("no value");
    }
    return switch (token) {
      case START_OBJECT -> {
        ObjectNode object = JSON.objectNode();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
          parser.nextToken();
          JsonNode member = value(parser);
          if (!object.has(key)) {
            object.set(key, member);
          }
        }
        yield object;
      }
      case START_ARRAY -> {
        ArrayNode list = JSON.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_STRING -> JSON.textNode(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JSON.pojoNode(parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> JSON.booleanNode(token == JsonToken.VALUE_TRUE);
      default -> JSON.nullNode();
    };
  }
}
