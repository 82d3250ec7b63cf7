package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** JSON as a tree that can be changed; numbers keep their digits. */
final class JsonTree {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private JsonTree() {}

  /** The value of these bytes; a missing node if they are not one JSON value. */
  static JsonNode read(byte[] json) {
    try {
      JsonNode read = MAPPER.readTree(json);
      return read == null ? MissingNode.getInstance() : read;
    } catch (IOException | RuntimeException e) {
      return MissingNode.getInstance();
    }
  }

  static byte[] bytes(JsonNode json) {
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A JSON tree that cannot be written.", e);
    }
  }

  static String text(JsonNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A JSON tree that cannot be written.", e);
    }
  }

  /** A scalar as text; null for null, {@code "None"} (protocol §3.5), lists and objects. */
  static @Nullable String scalar(JsonNode json) {
    if (!json.isValueNode() || json.isNull() || json.isMissingNode()) {
      return null;
    }
    String text = json.asText();
    return text.equals("None") ? null : text;
  }

  /** An id: a whole number, or the text of one as in hand-made requests. */
  static OptionalLong lenientId(JsonNode json) {
    if (json.isTextual()) {
      try {
        return OptionalLong.of(Long.parseLong(json.asText()));
      } catch (NumberFormatException e) {
        return OptionalLong.empty();
      }
    }
    return id(json);
  }

  /** An id as the protocol has it: a whole number. */
  static OptionalLong id(JsonNode json) {
    if (!json.isIntegralNumber()) {
      return OptionalLong.empty();
    }
    BigInteger number = json.bigIntegerValue();
    return number.bitLength() > 63 ? OptionalLong.empty() : OptionalLong.of(number.longValue());
  }
}
