package io.github.rossumext.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookPayload;

/** Trees written for these tests, read the way that a request is read. */
final class TreeFixture {
  /** An invoice as Rossum sends it today: ids beyond 32 bits, a table, a simple multivalue. */
  static final String INVOICE =
      """
      [
        {"id": 5483409759, "category": "section", "schema_id": "basic_info_section",
         "url": "https://acme.rossum.app/api/v1/annotations/610001/content/5483409759",
         "children": [
          {"id": 5483409760, "category": "datapoint", "schema_id": "invoice_id",
           "url": "https://acme.rossum.app/api/v1/annotations/610001/content/5483409760",
           "time_spent": 5.4, "time_spent_overall": 12, "validation_sources": ["score", "human"],
           "content": {"value": "FV-2025/11", "normalized_value": null, "page": 1,
             "position": [332, 1290, 512.5, 1314], "rir_text": "FV-2025 /11",
             "rir_raw_text": "FV-2025 / 11", "rir_page": 1,
             "rir_position": [330, 1288, 514, 1316], "rir_confidence": 0.9751,
             "ocr_text": "FV-2025", "ocr_raw_text": " FV-2025 ", "ocr_position": [1, 2, 3, 4],
             "connector_text": "FV", "connector_position": [5, 6, 7, 8],
             "of_next_year": {"a": [1]}}},
          {"id": 5483409761, "category": "datapoint", "schema_id": "date_issue",
           "time_spent": 0, "time_spent_overall": 0, "validation_sources": [],
           "content": {"value": "4/5/2011", "normalized_value": "2011-04-05", "page": 1}},
          {"id": 5483409762, "category": "datapoint", "schema_id": "amount_total",
           "hidden": true, "validation_sources": ["score"],
           "content": {"value": "1,132.87", "normalized_value": "1132.87", "rir_confidence": 1}},
          {"id": 5483409763, "category": "datapoint", "schema_id": "currency",
           "hidden": false, "validation_sources": ["connector"],
           "options": [{"value": "czk", "label": "CZK"}, {"value": "", "label": ""}],
           "content": {"value": "czk", "normalized_value": null}},
          {"id": 5483409764, "category": "datapoint", "schema_id": "check_button",
           "validation_sources": ["NA"], "content": null},
          {"id": 5483409765, "category": "datapoint", "schema_id": "amount_due",
           "no_recalculation": true, "content": {"value": "", "normalized_value": ""}},
          {"id": 5483409766, "category": "multivalue", "schema_id": "order_ids", "grid": null,
           "children": [
            {"id": 5483409767, "category": "datapoint", "schema_id": "order_id",
             "content": {"value": "4711"}},
            {"id": 5483409768, "category": "datapoint", "schema_id": "order_id",
             "content": {"value": "4712"}}]}]},
        {"id": 5483409769, "category": "section", "schema_id": "line_items_section", "children": [
          {"id": 5483409770, "category": "multivalue", "schema_id": "line_items",
           "time_spent": 1.5, "time_spent_overall": 2, "time_spent_grid": 3,
           "time_spent_grid_overall": 4,
           "grid": {"parts": [{"page": 1, "columns": [], "rows": [], "width": 5, "height": 6}]},
           "children": [
            {"id": 5483409771, "category": "tuple", "schema_id": "line_item", "children": [
              {"id": 5483409772, "category": "datapoint", "schema_id": "item_description",
               "content": {"value": "Bottle"}},
              {"id": 5483409773, "category": "datapoint", "schema_id": "item_quantity",
               "content": {"value": "2", "normalized_value": "2"}}]},
            {"id": 5483409774, "category": "tuple", "schema_id": "line_item", "children": [
              {"id": 5483409775, "category": "datapoint", "schema_id": "item_description",
               "content": {"value": "Cork"}},
              {"id": 5483409776, "category": "datapoint", "schema_id": "item_quantity",
               "content": {"value": "12", "normalized_value": "12"}}]}]}]},
        {"id": 5483409777, "category": "section", "schema_id": "empty_section", "children": []}
      ]
      """;

  private TreeFixture() {}

  static DatapointTree invoice() {
    return tree(INVOICE);
  }

  /** The tree of this JSON list. */
  static DatapointTree tree(String content) {
    return tree(content.getBytes(UTF_8));
  }

  static DatapointTree tree(byte[] content) {
    byte[] before =
        "{\"event\":\"annotation_content\",\"action\":\"updated\",\"annotation\":{\"content\":"
            .getBytes(UTF_8);
    byte[] after = "}}".getBytes(UTF_8);
    byte[] body = new byte[before.length + content.length + after.length];
    System.arraycopy(before, 0, body, 0, before.length);
    System.arraycopy(content, 0, body, before.length, content.length);
    System.arraycopy(after, 0, body, before.length + content.length, after.length);
    return ((ContentPayload) HookPayload.of(body)).content();
  }

  /** A datapoint in a section, with these keys beside its ids. */
  static Datapoint datapoint(String keys) {
    return (Datapoint) node("\"category\":\"datapoint\"," + keys);
  }

  /** A datapoint whose content holds these keys. */
  static Datapoint content(String keys) {
    return datapoint("\"content\":{" + keys + "}");
  }

  /** A node in a section, with these keys beside its ids. */
  static Node node(String keys) {
    return tree("[{\"id\":1,\"schema_id\":\"header\",\"category\":\"section\",\"children\":["
            + "{\"id\":2,\"schema_id\":\"field\","
            + keys
            + "}]}]")
        .byId(2)
        .orElseThrow();
  }
}
