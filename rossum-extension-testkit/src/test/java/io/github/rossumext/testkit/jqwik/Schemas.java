package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.schema.Schema;
import io.github.rossumext.value.RawJson;
import java.util.ArrayList;
import java.util.List;

/** Schemas for generated documents. */
final class Schemas {
  private Schemas() {}

  private static Schema schema(List<String> fields) {
    return Schema.of(
        RawJson.of(
            "[{\"category\": \"section\", \"id\": \"all\", \"children\": ["
                + String.join(",", fields)
                + "]}]"));
  }

  private static String field(String id, String type, String more) {
    return "{\"category\": \"datapoint\", \"id\": \"%s\", \"type\": \"%s\"%s}"
        .formatted(id, type, more.isEmpty() ? "" : ", " + more);
  }

  private static String required(String constraints) {
    return "\"constraints\": {\"required\": true%s}"
        .formatted(constraints.isEmpty() ? "" : ", " + constraints);
  }

  private static String pattern(String pattern) {
    return "\"regexp\": {\"pattern\": \"" + pattern.replace("\\", "\\\\") + "\"}";
  }

  private static List<String> constrained(String prefix) {
    return List.of(
        field(prefix + "text", "string", required("\"length\": {\"min\": 3, \"max\": 8}")),
        field(prefix + "exact", "string", required("\"length\": {\"exact\": 12}")),
        field(
            prefix + "vat",
            "string",
            required(pattern("^(CZ|SK|DE)\\d{8,10}$") + ", \"length\": {\"max\": 11}")),
        field(prefix + "plate", "string", required(pattern("[^a-z\\W_]{2}-?(?:\\d{3}|X+)"))),
        field(prefix + "long", "string", required(pattern("\\d+") + ", \"length\": {\"min\": 20}")),
        field(prefix + "pieces", "number", required("") + ", \"format\": \"# ##0\""),
        field(prefix + "amount", "number", required("") + ", \"format\": \"#.##0,#\""),
        field(prefix + "day", "date", required("") + ", \"format\": \"D. M. YYYY\""),
        field(prefix + "is_urgent", "boolean", required("")),
        field(
            prefix + "kind",
            "enum",
            required("") + ", \"options\": [{\"value\": \"a\", \"label\": \"A\"}]"),
        field(prefix + "note", "string", "\"constraints\": {\"required\": false}"));
  }

  private static String table(String id, int least, List<String> columns) {
    return """
    {"category": "multivalue", "id": "%1$s", "min_occurrences": %2$d, "children":
      {"category": "tuple", "id": "%1$s_row", "children": [%3$s]}}"""
        .formatted(id, least, String.join(",", columns));
  }

  /** Every kind of constraint, on fields and on the cells of a table that needs two rows. */
  static Schema withConstraints() {
    List<String> fields = new ArrayList<>(constrained(""));
    fields.add(
        field(
            "supplier",
            "enum",
            required("") + ", \"options\": [{\"value\": \"\", \"label\": \"-\"}]"));
    fields.add(field("ask", "button", ""));
    fields.add(table("lines", 2, constrained("item_")));
    fields.add(
        "{\"category\": \"multivalue\", \"id\": \"notes\", \"children\": "
            + field("note_text", "string", required(pattern("[A-Z]\\d")))
            + "}");
    return schema(fields);
  }

  /** Over 200 fields, of which every second is required. */
  static Schema large() {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      fields.addAll(constrained("f" + i + "_"));
    }
    fields.add(field("ask", "button", ""));
    fields.add(table("lines", 0, constrained("item_")));
    return schema(fields);
  }
}
