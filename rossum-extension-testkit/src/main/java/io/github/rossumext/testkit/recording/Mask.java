package io.github.rossumext.testkit.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.document.FieldDefinition;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A mask that hides the texts of a document and keeps its structure. It masks everything that is
 * not known as structure, so that it also masks keys that Rossum adds later. Immutable.
 */
final class Mask {
  /** Keys whose texts are structure in any object. */
  private static final Set<String> STRUCTURE =
      Set.of(
          "event",
          "action",
          "request_id",
          "timestamp",
          "hook",
          "base_url",
          "url",
          "id",
          "schema_id",
          "tuple_id",
          "category",
          "status",
          "previous_status",
          "attachment_status",
          "mime_type",
          "type",
          "s3_name",
          "rir_poll_id",
          "validation_sources");

  /** Objects that are not masked. */
  private static final Set<String> KEPT = Set.of("settings", "secrets");

  /** Objects of clients: everything in them is masked, numbers too. */
  private static final Set<String> FOREIGN = Set.of("metadata", "headers", "body");

  /** The keys of a manual request that Rossum adds. */
  private static final Set<String> COMMON =
      Set.of(
          "request_id", "timestamp", "hook", "event", "action", "base_url", "settings", "secrets");

  private static final Set<String> FILES = Set.of("filename", "original_file_name");
  private static final Pattern API_URL = Pattern.compile("https?://[^\\s?#]+/api/v1/[\\w/.-]+");
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}[\\d.Z:+-]*");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final Set<String> keptFields;

  private Mask(Set<String> keptFields) {
    this.keptFields = keptFields;
  }

  static Mask keeping(Set<String> schemaIds) {
    return new Mask(schemaIds);
  }

  JsonNode request(JsonNode request) {
    boolean isManual = request.path("event").asText().equals("invocation");
    return Json.mapped(
        (ObjectNode) request,
        (key, value) ->
            KEPT.contains(key)
                ? value
                : isManual && !COMMON.contains(key)
                    ? foreign(value)
                    : key.equals("schemas") ? schema(value) : masked(key, value));
  }

  private JsonNode masked(String key, JsonNode value) {
    if (FOREIGN.contains(key)) {
      return foreign(value);
    }
    if (value instanceof ObjectNode object) {
      if (keptFields.contains(object.path("schema_id").asText()) && !object.has("children")) {
        return object;
      }
      return key.equals("content") && isDate(object)
          ? Json.mapped(object, (name, text) -> date(text))
          : Json.mapped(object, this::masked);
    }
    if (value instanceof ArrayNode list) {
      return Json.mapped(list, element -> masked(key, element));
    }
    if (value.isNumber() && (key.equals("value") || key.equals("label"))) {
      return TextNode.valueOf(text(value.asText()));
    }
    if (!value.isTextual() || STRUCTURE.contains(key) || isStructure(value.asText())) {
      return value;
    }
    return TextNode.valueOf(FILES.contains(key) ? filename(value.asText()) : text(value.asText()));
  }

  private static boolean isStructure(String text) {
    // "None" stands for null in old samples.
    return text.equals("None") || API_URL.matcher(text).matches() || MOMENT.matcher(text).matches();
  }

  private static boolean isDate(ObjectNode content) {
    return FieldDefinition.isoDate(content.path("normalized_value").asText()).isPresent();
  }

  /** Masks all texts and numbers, whatever their keys. */
  private static JsonNode foreign(JsonNode value) {
    if (value instanceof ObjectNode object) {
      return Json.mapped(object, (key, member) -> foreign(member));
    }
    if (value instanceof ArrayNode list) {
      return Json.mapped(list, Mask::foreign);
    }
    if (value.isNumber()) {
      return Json.of(0);
    }
    return value.isTextual() ? TextNode.valueOf(text(value.asText())) : value;
  }

  /** Masks the options and default values of a schema and keeps its other texts. */
  private JsonNode schema(JsonNode node) {
    if (node instanceof ArrayNode list) {
      return Json.mapped(list, this::schema);
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    boolean isMasked =
        object.path("options").isArray() && !keptFields.contains(object.path("id").asText());
    return Json.mapped(
        object,
        (key, value) ->
            isMasked && (key.equals("options") || key.equals("default_value"))
                ? masked(key, value)
                : schema(value));
  }

  /**
   * Masks a date so that it stays a date: {@code 2026-03-31} and {@code 31.3.2026} become 1 January
   * 2000.
   */
  private static JsonNode date(JsonNode value) {
    if (!value.isTextual()) {
      return value;
    }
    String digits =
        DIGITS
            .matcher(value.asText())
            .replaceAll(
                run -> run.group().length() == 4 ? "2000" : run.group().length() == 1 ? "1" : "01");
    return TextNode.valueOf(text(digits, false));
  }

  private static String filename(String text) {
    int dot = text.lastIndexOf('.');
    return dot < 0 ? text(text) : text(text.substring(0, dot)) + text.substring(dot);
  }

  private static String text(String text) {
    return text(text, true);
  }

  private static String text(String text, boolean withDigits) {
    StringBuilder masked = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isLetter(c) ? 'x' : withDigits && Character.isDigit(c) ? '0' : c)
        .forEach(masked::appendCodePoint);
    return masked.toString();
  }
}
