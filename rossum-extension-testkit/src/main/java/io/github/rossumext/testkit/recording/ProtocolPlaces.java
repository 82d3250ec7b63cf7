package io.github.rossumext.testkit.recording;

import static io.github.rossumext.testkit.recording.Place.ID;
import static io.github.rossumext.testkit.recording.Place.KEPT;
import static io.github.rossumext.testkit.recording.Place.NUMBER;
import static io.github.rossumext.testkit.recording.Place.SCALAR;
import static io.github.rossumext.testkit.recording.Place.UNKNOWN;
import static io.github.rossumext.testkit.recording.Place.list;
import static io.github.rossumext.testkit.recording.Place.object;
import static io.github.rossumext.testkit.recording.Place.text;
import static io.github.rossumext.testkit.recording.Place.words;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;

/** The words, ids and numbers of the protocol, and the objects that hold nothing else. */
final class ProtocolPlaces {
  /** A word that Rossum chose, such as an event. */
  static final Place WORD = text("[a-z]+(_[a-z]+)*");

  static final Place SCHEMA_ID = text("\\w{1,50}");
  static final Place VALUE_ID = text("(email|upload):\\w{1,50}");
  static final Place UUID = text("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** A name that Rossum gave to a stored file or job. */
  static final Place HEX = text("[0-9a-f]{24,64}");

  static final Place MOMENT =
      text("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}([.,]\\d+)?(Z|[+-]\\d{2}:?\\d{2})?");

  static final Place STATUS =
      words(
          "created",
          "importing",
          "failed_import",
          "split",
          "to_review",
          "reviewing",
          "in_workflow",
          "confirmed",
          "rejected",
          "exporting",
          "exported",
          "failed_export",
          "postponed",
          "deleted",
          "purged");

  static final Place DOCUMENT_STATUS =
      words(
          "broken_image",
          "extracted_archive",
          "failed",
          "filtered_by_hook",
          "filtered_by_inbox_ignored_files",
          "filtered_by_inbox_resolution",
          "filtered_by_insecure_mime_type",
          "filtered_by_queue_mime_type",
          "password_protected_archive",
          "processed");

  static final Place MESSAGE_TYPE = words("error", "warning", "info");
  static final Place CATEGORY = words("section", "multivalue", "tuple", "datapoint");
  static final Place RELATION_TYPE = words("edit", "attachment", "duplicate");

  static final Place SOURCE =
      words(
          "score",
          "checks",
          "not_found",
          "data_matching",
          "history",
          "connector",
          "table_suggester",
          "rules",
          "human",
          "non_required",
          "NA");

  static final Place BLOCKER_TYPE =
      words(
          "automation_disabled",
          "is_duplicate",
          "suggested_edit_present",
          "delete_recommendation_filename",
          "delete_recommendation_page_count",
          "low_score",
          "failed_checks",
          "no_validation_sources",
          "delete_recommendation_field",
          "error_message",
          "extension");

  static final Place MIME_TYPE =
      words(
          "application/json",
          "application/msword",
          "application/octet-stream",
          "application/pdf",
          "application/vnd.ms-excel",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/xml",
          "application/zip",
          "image/bmp",
          "image/gif",
          "image/heic",
          "image/jpeg",
          "image/png",
          "image/tiff",
          "image/webp",
          "message/rfc822",
          "text/csv",
          "text/html",
          "text/plain",
          "text/xml");

  static final Place FILE_NAME =
      value ->
          value.isTextual()
              ? TextNode.valueOf(MaskedText.ofFile(value.asText()))
              : UNKNOWN.masked(value);

  static final Place OPTION = object(Map.of("value", SCALAR, "label", SCALAR), UNKNOWN);

  /** The headers of an e-mail. Names that the protocol does not have may say something. */
  static final Place HEADERS = headers();

  static final Map<String, Place> MOMENTS = moments();
  static final Map<String, Place> QUEUE =
      Map.of(
          "automation_level",
          words("never", "confident", "always"),
          "default_score_threshold",
          NUMBER);
  static final Place GRID = grid();
  static final Map<String, Place> SCHEMA_NODE = schemaNode();

  private ProtocolPlaces() {}

  /** Returns the places of all maps; later ones win. */
  @SafeVarargs
  static Map<String, Place> with(Map<String, Place>... maps) {
    Map<String, Place> all = new HashMap<>();
    for (Map<String, Place> map : maps) {
      all.putAll(map);
    }
    return all;
  }

  /** Returns the places of a field's content whose texts are in this place. */
  static Map<String, Place> fieldContent(Place text) {
    Map<String, Place> known = new HashMap<>();
    for (String name :
        new String[] {
          "value",
          "normalized_value",
          "rir_text",
          "rir_raw_text",
          "ocr_text",
          "ocr_raw_text",
          "connector_text"
        }) {
      known.put(name, text);
    }
    known.put("page", NUMBER);
    known.put("rir_page", NUMBER);
    known.put("rir_confidence", NUMBER);
    for (String name :
        new String[] {"position", "rir_position", "ocr_position", "connector_position"}) {
      known.put(name, list(NUMBER));
    }
    return known;
  }

  private static Place headers() {
    Map<String, Place> known = new HashMap<>();
    for (String name :
        new String[] {
          "from", "to", "reply-to", "subject", "message-id", "authentication-results"
        }) {
      known.put(name, UNKNOWN);
    }
    known.put(
        "date",
        value ->
            value.isTextual()
                ? TextNode.valueOf(MaskedText.ofMailDate(value.asText()))
                : UNKNOWN.masked(value));
    return Place.only(known);
  }

  private static Map<String, Place> moments() {
    Map<String, Place> known = new HashMap<>();
    for (String name :
        new String[] {
          "created",
          "arrived",
          "assigned",
          "modified",
          "confirmed",
          "exported",
          "export_failed",
          "deleted",
          "purged",
          "rejected"
        }) {
      known.put(name + "_at", MOMENT);
    }
    return known;
  }

  private static Place grid() {
    Place column =
        object(
            Map.of("left_position", NUMBER, "schema_id", SCHEMA_ID, "header_texts", UNKNOWN),
            UNKNOWN);
    Place row =
        object(
            Map.of("top_position", NUMBER, "tuple_id", ID, "type", words("header", "data")),
            UNKNOWN);
    Place part =
        object(
            Map.of(
                "page",
                NUMBER,
                "columns",
                list(column),
                "rows",
                list(row),
                "width",
                NUMBER,
                "height",
                NUMBER),
            UNKNOWN);
    return object(Map.of("parts", list(part)), UNKNOWN);
  }

  private static Map<String, Place> schemaNode() {
    Map<String, Place> known = new HashMap<>();
    known.put("category", CATEGORY);
    known.put("id", SCHEMA_ID);
    known.put("type", words("string", "number", "date", "enum", "button", "boolean"));
    known.put("enum_value_type", words("string", "number", "date"));
    known.put("format", text("[#0 ,.'DMYHhms:/\\u00a0-]{1,30}"));
    known.put("rir_field_names", list(text("\\w{1,50}")));
    known.put(
        "ui_configuration",
        object(
            Map.of(
                "type",
                words("captured", "data", "manual", "formula", "reasoning", "lookup"),
                "edit",
                words("enabled", "enabled_without_warning", "disabled")),
            UNKNOWN));
    known.put(
        "constraints",
        object(
            Map.of(
                "length",
                object(Map.of("min", NUMBER, "max", NUMBER, "exact", NUMBER), UNKNOWN),
                "regexp",
                object(Map.of("pattern", KEPT), UNKNOWN)),
            UNKNOWN));
    for (String words : new String[] {"label", "description", "icon", "formula", "prompt"}) {
      known.put(words, KEPT);
    }
    for (String number :
        new String[] {"score_threshold", "width", "min_occurrences", "max_occurrences"}) {
      known.put(number, NUMBER);
    }
    return known;
  }
}
