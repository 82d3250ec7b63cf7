package io.github.rossumext.testkit.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.github.rossumext.internal.text.Numbers;
import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.response.JsonResponse;
import io.github.rossumext.value.RawJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** JSON to read and change. Numbers keep their digits. */
public final class Json {
  private static final JsonMapper MAPPER =
      // Without interning: a recorder reads the requests of a service, whose keys may differ.
      JsonMapper.builder(
              new JsonFactoryBuilder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final ObjectReader STRICT =
      MAPPER.reader().with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private Json() {}

  /**
   * Returns the object of these bytes.
   *
   * @throws IllegalArgumentException if they are not a JSON object
   */
  public static ObjectNode object(byte[] json) {
    try {
      if (MAPPER.readTree(json) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw broken(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException("Expected a JSON object.");
  }

  /**
   * Returns the value of this text.
   *
   * @throws IllegalArgumentException if it is not JSON
   */
  public static JsonNode read(String json) {
    try {
      return MAPPER.readTree(withoutMark(json));
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  /** Returns the text without a byte order mark, which some editors write into files. */
  public static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static IllegalArgumentException broken(JsonProcessingException e) {
    return new IllegalArgumentException("Broken JSON: " + e.getOriginalMessage(), e);
  }

  /**
   * Returns the value of these bytes; a missing node if they are not exactly one valid JSON value.
   */
  public static JsonNode find(byte[] json) {
    try {
      JsonNode read = STRICT.readTree(json);
      return read == null ? MissingNode.getInstance() : read;
    } catch (IOException | RuntimeException e) {
      return MissingNode.getInstance();
    }
  }

  /** Returns the JSON of a record, map, list or scalar; names become snake_case, as Rossum's. */
  public static JsonNode of(Object value) {
    return read(value instanceof RawJson json ? json.text() : JsonResponse.of(value).json().text());
  }

  /** Returns an empty object. */
  public static ObjectNode newObject() {
    return MAPPER.createObjectNode();
  }

  /** Returns an empty list. */
  public static ArrayNode newList() {
    return MAPPER.createArrayNode();
  }

  /** Returns the JSON in UTF-8. */
  public static byte[] bytes(JsonNode json) {
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns a value that is written now, so that requests which repeat it only copy its bytes. It
   * can be written, and not be read.
   */
  public static JsonNode written(JsonNode json) {
    String text = new String(bytes(json), StandardCharsets.UTF_8);
    return new POJONode(new RawValue(new SerializedString(text)));
  }

  /** Returns the JSON as text. */
  public static String text(JsonNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the JSON as indented text, for files that people read. */
  public static String pretty(JsonNode json) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a file of the testkit's jar. */
  public static byte[] resource(String name) {
    try (InputStream file =
        Json.class.getResourceAsStream("/io/github/rossumext/testkit/" + name)) {
      if (file == null) {
        throw new IllegalStateException("The testkit's jar has no " + name + ".");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a scalar as text; null for null, {@code "None"}, lists and objects. */
  public static @Nullable String scalar(JsonNode json) {
    if (!json.isValueNode() || json.isNull() || json.isMissingNode()) {
      return null;
    }
    String text = json.asText();
    return text.equals("None") ? null : text;
  }

  /** Returns a copy of an object with other values, by key and value. */
  public static ObjectNode mapped(
      ObjectNode object, BiFunction<String, JsonNode, JsonNode> toValue) {
    ObjectNode copy = newObject();
    object
        .properties()
        .forEach(one -> copy.set(one.getKey(), toValue.apply(one.getKey(), one.getValue())));
    return copy;
  }

  /** Returns a copy of a list with other elements. */
  public static ArrayNode mapped(ArrayNode list, UnaryOperator<JsonNode> toElement) {
    ArrayNode copy = newList();
    list.forEach(element -> copy.add(toElement.apply(element)));
    return copy;
  }

  /**
   * Names the characters in the texts of a value that Rossum cannot store, such as "a NUL
   * character". Returns empty if it can store all.
   */
  public static String unstorable(JsonNode json) {
    if (json.isTextual()) {
      return Storable.problem(json.textValue());
    }
    for (JsonNode child : json) {
      String problem = unstorable(child);
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return "";
  }

  /** Returns the keys of an object that are not among these. */
  public static List<String> otherKeys(JsonNode object, Set<String> known) {
    List<String> others = new ArrayList<>();
    object.fieldNames().forEachRemaining(others::add);
    others.removeAll(known);
    return others;
  }

  /** Returns an id as the protocol has it, a whole number; empty for anything else. */
  public static OptionalLong id(JsonNode json) {
    if (!json.isIntegralNumber()) {
      return OptionalLong.empty();
    }
    BigInteger number = json.bigIntegerValue();
    return number.bitLength() > 63 ? OptionalLong.empty() : OptionalLong.of(number.longValue());
  }

  /** Returns an id that may also be the text of a whole number, as in hand-made requests. */
  public static OptionalLong lenientId(JsonNode json) {
    if (!json.isTextual()) {
      return id(json);
    }
    return Numbers.id(json.asText());
  }
}
