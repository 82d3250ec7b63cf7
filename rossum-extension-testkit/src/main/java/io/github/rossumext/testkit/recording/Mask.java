package io.github.rossumext.testkit.recording;

import static io.github.rossumext.testkit.recording.Place.ID;
import static io.github.rossumext.testkit.recording.Place.KEPT;
import static io.github.rossumext.testkit.recording.Place.NUMBER;
import static io.github.rossumext.testkit.recording.Place.SCALAR;
import static io.github.rossumext.testkit.recording.Place.UNKNOWN;
import static io.github.rossumext.testkit.recording.Place.list;
import static io.github.rossumext.testkit.recording.Place.named;
import static io.github.rossumext.testkit.recording.Place.object;
import static io.github.rossumext.testkit.recording.Place.words;
import static io.github.rossumext.testkit.recording.ProtocolPlaces.DOCUMENT_STATUS;
import static io.github.rossumext.testkit.recording.ProtocolPlaces.MOMENT;
import static io.github.rossumext.testkit.recording.ProtocolPlaces.SCHEMA_ID;
import static io.github.rossumext.testkit.recording.ProtocolPlaces.STATUS;
import static io.github.rossumext.testkit.recording.ProtocolPlaces.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.SecretTexts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A mask that hides what a request says of its document, and keeps the structure. It knows what the
 * protocol has at each place and masks everything else, so that it also masks what Rossum adds
 * later. Not thread-safe.
 */
final class Mask {
  private final Set<String> kept;
  private final Place url;
  private final Place apiObject;
  private final Map<String, Place> schemaNode = new HashMap<>();
  private final Map<String, Place> node = new HashMap<>();

  private Mask(Set<String> kept, JsonNode request) {
    this.kept = kept;
    this.url = new ApiUrls(request);
    this.apiObject = apiObject(Map.of());
    fillSchemaNode();
    fillNode();
  }

  /**
   * Returns the masked request.
   *
   * @param kept the schema ids of fields, and names of arguments, that are not masked
   */
  static JsonNode mask(JsonNode request, Set<String> kept) {
    return new Mask(kept, request).request().masked(request);
  }

  private Place request() {
    Map<String, Place> known = with(common());
    return request -> {
      switch (request.path("event").asText()) {
        case "invocation" -> {
          return Json.mapped(
              (ObjectNode) request,
              (name, value) -> known.getOrDefault(name, argument(name)).masked(value));
        }
        case "email" -> known.putAll(ofEmail());
        case "upload" -> known.putAll(ofUpload());
        default -> known.putAll(ofDocument());
      }
      return object(known, url).masked(request);
    };
  }

  private Map<String, Place> common() {
    return Map.of(
        "request_id",
        ProtocolPlaces.UUID,
        "timestamp",
        MOMENT,
        "hook",
        url,
        "event",
        ProtocolPlaces.WORD,
        "action",
        ProtocolPlaces.WORD,
        "base_url",
        ApiUrls.BASE,
        "settings",
        KEPT,
        SecretTexts.TOKEN,
        KEPT,
        SecretTexts.SECRETS,
        KEPT); // The redaction has removed the values of these two.
  }

  /** Returns the place of an argument of a manual request. The extension binds it by its name. */
  private Place argument(String name) {
    return kept.contains(name) ? KEPT : UNKNOWN;
  }

  private Map<String, Place> ofEmail() {
    Place file =
        object(
            with(
                Map.of(
                    "id", ID,
                    "filename", ProtocolPlaces.FILE_NAME,
                    "mime_type", ProtocolPlaces.MIME_TYPE,
                    "n_pages", NUMBER,
                    "height_px", NUMBER,
                    "width_px", NUMBER,
                    "document", url)),
            url);
    return Map.of(
        "email",
        url,
        "queue",
        url,
        "files",
        list(file),
        "headers",
        ProtocolPlaces.HEADERS,
        "body",
        object(Map.of("body_text_plain", UNKNOWN, "body_text_html", UNKNOWN), UNKNOWN));
  }

  private Map<String, Place> ofUpload() {
    Place file =
        object(
            with(
                Map.of(
                    "document", url,
                    "values", list(this::fileValue),
                    "queue", url,
                    "annotation", url)),
            url);
    return Map.of(
        "files", list(file),
        "documents", list(document()),
        "metadata", UNKNOWN,
        "email", url,
        "upload", apiObject);
  }

  private JsonNode fileValue(JsonNode value) {
    String id = value.path("id").asText();
    Place text =
        kept.contains(id) || kept.contains(id.substring(id.indexOf(':') + 1)) ? KEPT : SCALAR;
    return object(Map.of("id", ProtocolPlaces.VALUE_ID, "value", text), UNKNOWN).masked(value);
  }

  private Map<String, Place> ofDocument() {
    Map<String, Place> known = new HashMap<>();
    known.put("updated_datapoints", list(ID));
    known.put("annotation", annotation());
    known.put("document", document());
    known.put("schemas", list(schema()));
    known.put("queues", list(apiObject(ProtocolPlaces.QUEUE)));
    known.put("relations", list(apiObject(Map.of("type", ProtocolPlaces.RELATION_TYPE))));
    known.put("child_relations", known.get("relations"));
    known.put("automation_blockers", list(apiObject(Map.of("content", list(blocker())))));
    for (String name :
        new String[] {
          "modifiers", "emails", "related_emails", "suggested_edits", "assignees", "pages", "labels"
        }) {
      known.put(name, list(apiObject));
    }
    return known;
  }

  private static Place blocker() {
    return object(
        Map.of(
            "level",
            words("annotation", "datapoint"),
            "type",
            ProtocolPlaces.BLOCKER_TYPE,
            "schema_id",
            SCHEMA_ID,
            "samples",
            list(object(Map.of("datapoint_id", ID, "details", UNKNOWN), UNKNOWN))),
        UNKNOWN);
  }

  /** Returns the place of an object of Rossum's API. What it refers to stays. */
  private Place apiObject(Map<String, Place> more) {
    return object(with(Map.of("id", ID, "url", url), ProtocolPlaces.MOMENTS, more), url);
  }

  private Place annotation() {
    Map<String, Place> known = new HashMap<>();
    known.put("status", STATUS);
    known.put("previous_status", STATUS);
    known.put("content", this::content);
    known.put("rir_poll_id", ProtocolPlaces.HEX);
    known.put("messages", list(message()));
    known.put("time_spent", NUMBER);
    known.put("metadata", UNKNOWN);
    known.put("prediction", UNKNOWN);
    return apiObject(known);
  }

  private static Place message() {
    Map<String, Place> detail =
        Map.of(
            "hook_id", ID,
            "hook_name", UNKNOWN,
            "request_id", ProtocolPlaces.UUID,
            "timestamp", MOMENT,
            "traceback_line_number", NUMBER,
            "source_id", ID,
            "source_schema_id", SCHEMA_ID);
    return object(
        Map.of(
            "type",
            ProtocolPlaces.MESSAGE_TYPE,
            "content",
            UNKNOWN,
            "id",
            value -> value.asText().equals("all") ? value : ID.masked(value),
            "detail",
            object(detail, UNKNOWN)),
        UNKNOWN);
  }

  private Place document() {
    return apiObject(
        Map.of(
            "s3_name", ProtocolPlaces.HEX,
            "mime_type", ProtocolPlaces.MIME_TYPE,
            "original_file_name", ProtocolPlaces.FILE_NAME,
            "attachment_status", DOCUMENT_STATUS,
            "metadata", UNKNOWN));
  }

  /** Masks the sections of a document; in {@code annotation_status} it is a URL. */
  private JsonNode content(JsonNode content) {
    return content.isTextual() ? url.masked(content) : list(this::node).masked(content);
  }

  private void fillNode() {
    node.put("id", ID);
    node.put("url", url);
    node.put("schema_id", SCHEMA_ID);
    node.put("category", ProtocolPlaces.CATEGORY);
    node.put("children", list(this::node));
    node.put("grid", ProtocolPlaces.GRID);
    node.put("validation_sources", list(ProtocolPlaces.SOURCE));
    node.put("content", Mask::fieldContent);
    node.put("options", list(ProtocolPlaces.OPTION));
    for (String name :
        new String[] {
          "time_spent", "time_spent_overall", "time_spent_grid", "time_spent_grid_overall"
        }) {
      node.put(name, NUMBER);
    }
  }

  private JsonNode node(JsonNode value) {
    boolean isKept = kept.contains(value.path("schema_id").asText()) && !value.has("children");
    return object(isKept ? with(node, Map.of("content", KEPT, "options", KEPT)) : node, UNKNOWN)
        .masked(value);
  }

  /** Masks the texts of one field, so that they still are texts of one value. */
  private static JsonNode fieldContent(JsonNode content) {
    if (!(content instanceof ObjectNode)) {
      return SCALAR.masked(content);
    }
    String normalized = Json.scalar(content.path("normalized_value"));
    String machineText = normalized == null ? content.path("value").asText() : normalized;
    Place text =
        MaskedText.isDate(machineText)
            ? value ->
                value.isTextual() && !value.asText().equals("None")
                    ? TextNode.valueOf(MaskedText.ofDate(value.asText(), machineText))
                    : SCALAR.masked(value)
            : SCALAR;
    return object(ProtocolPlaces.fieldContent(text), UNKNOWN).masked(content);
  }

  private Place schema() {
    return apiObject(Map.of("name", UNKNOWN, "metadata", UNKNOWN, "content", list(this::ofSchema)));
  }

  private void fillSchemaNode() {
    schemaNode.putAll(ProtocolPlaces.SCHEMA_NODE);
    schemaNode.put("children", list(this::ofSchema));
    schemaNode.put("options", list(ProtocolPlaces.OPTION));
    schemaNode.put("default_value", SCALAR);
    schemaNode.put("aggregations", named(object(Map.of("label", KEPT), UNKNOWN)));
  }

  private JsonNode ofSchema(JsonNode value) {
    boolean isKept = kept.contains(value.path("id").asText());
    return object(
            isKept ? with(schemaNode, Map.of("options", KEPT, "default_value", KEPT)) : schemaNode,
            UNKNOWN)
        .masked(value);
  }
}
