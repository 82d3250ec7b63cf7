package io.github.rossumext.playground;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The JSON between server and page, and of files. Numbers keep their digits. */
final class Json {
  /** A pasted document is one long text, and {@link Api} bounds the body. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final ObjectReader STRICT =
      MAPPER
          .reader()
          .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** The same lines on every machine. */
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Returns the value of a text; empty if it is not JSON. */
  static Optional<JsonNode> find(String text) {
    try {
      return Optional.of(MAPPER.readTree(text)).filter(json -> !json.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the value of a file.
   *
   * @throws IllegalArgumentException if it is not exactly one value, or if a key occurs twice
   */
  static JsonNode read(String text) {
    try {
      JsonNode json = STRICT.readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
      if (!json.isMissingNode()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Expected JSON, but " + e.getOriginalMessage(), e);
    }
    throw new IllegalArgumentException("Expected JSON, but found nothing.");
  }

  /** Returns a copy whose texts and keys are cleaned. */
  static JsonNode cleaned(JsonNode json, UnaryOperator<String> clean) {
    if (json instanceof ObjectNode known) {
      ObjectNode copy = object();
      known
          .properties()
          .forEach(one -> copy.set(clean.apply(one.getKey()), cleaned(one.getValue(), clean)));
      return copy;
    }
    if (json instanceof ArrayNode list) {
      ArrayNode copy = MAPPER.createArrayNode();
      list.forEach(element -> copy.add(cleaned(element, clean)));
      return copy;
    }
    return json.isTextual() ? TextNode.valueOf(clean.apply(json.asText())) : json;
  }

  /** Returns the JSON as indented text for a file, with the end of the last line. */
  static String pretty(JsonNode json) {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(LINES);
    printer.indentArraysWith(LINES);
    try {
      return MAPPER.writer(printer).writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the JSON in one line. */
  static String line(JsonNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(JsonNode json) {
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a writer for what is too large to be a tree. */
  static JsonGenerator writer(OutputStream out) throws IOException {
    return MAPPER.createGenerator(out);
  }
}
