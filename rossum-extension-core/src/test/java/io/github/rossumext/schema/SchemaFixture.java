package io.github.rossumext.schema;

import io.github.rossumext.value.RawJson;

/** A schema written for these tests, with every key of protocol §3.7. */
final class SchemaFixture {
  static final String CONTENT =
      """
      [{"category": "section", "id": "header", "label": "Header", "icon": "belt", "children": [
         {"category": "datapoint", "id": "document_id", "label": "Document number",
          "hidden": false, "disable_prediction": false, "type": "string",
          "description": "As printed at the top", "icon": "hash",
          "rir_field_names": ["document_id", "invoice_id"], "default_value": "n/a",
          "constraints": {"length": {"min": 2, "max": 20, "exact": null},
                          "regexp": {"pattern": "^[A-Z]\\\\d+$"}, "required": true},
          "ui_configuration": {"type": "captured", "edit": "enabled_without_warning"},
          "score_threshold": 0.95, "can_export": true, "can_collapse": true},
         {"category": "datapoint", "id": "due", "label": "Due date", "type": "date",
          "format": "D. M. YYYY", "constraints": {"required": false},
          "ui_configuration": {"type": "data", "edit": "disabled"}},
         {"category": "datapoint", "id": "currency", "label": "Currency", "type": "enum",
          "enum_value_type": "string", "default_value": "eur",
          "options": [{"value": "", "label": ""}, {"value": "eur", "label": "Euro"},
                      {"value": "usd", "label": "Dollar"}]},
         {"category": "datapoint", "id": "vendor_kind", "label": "Kind of vendor",
          "type": "string", "prompt": "Is the vendor a person or a company?",
          "context": ["field.vendor_name", "field.vendor_address"],
          "ui_configuration": {"type": "reasoning", "edit": "enabled"}},
         {"category": "datapoint", "id": "look_up", "label": "Look up", "type": "button",
          "popup_url": "https://vendor.example/look-up", "can_obtain_token": true},
         {"category": "multivalue", "id": "orders", "label": "Orders",
          "children": {"category": "datapoint", "id": "order_id", "label": "Order",
                       "type": "string", "constraints": {"length": {"exact": 8}}}}]},
       {"category": "section", "id": "lines", "label": "Lines", "hidden": true, "children": [
         {"category": "multivalue", "id": "line_items", "label": "Line items",
          "rir_field_names": ["line_items"], "default_value": null, "disable_prediction": true,
          "min_occurrences": 1, "max_occurrences": 500, "show_grid_by_default": true,
          "grid": {"row_types": ["data", "header"], "default_row_type": "data"},
          "children": {"category": "tuple", "id": "line_item", "label": "Line",
            "rir_field_names": ["line_item"], "children": [
              {"category": "datapoint", "id": "item_code", "label": "Code", "type": "string",
               "ui_configuration": {"type": "manual", "edit": "enabled"}, "width": 20,
               "stretch": true},
              {"category": "datapoint", "id": "item_total", "label": "Total", "type": "number",
               "hidden": true, "format": "# ##0.#", "can_export": false,
               "formula": "field.item_price * field.item_quantity",
               "ui_configuration": {"type": "formula", "edit": "disabled"},
               "aggregations": {"sum": {"label": "Sum"}}}]}}]}]
      """;

  static final String SCHEMA =
      """
      {"id": 8001, "name": "Invoices",
       "queues": ["https://acme.rossum.app/api/v1/queues/9001",
                  "https://acme.rossum.app/api/v1/queues/9002"],
       "url": "https://acme.rossum.app/api/v1/schemas/8001",
       "metadata": {"source": "template"}, "rules": [{"id": 1}],
       "modified_by": "https://acme.rossum.app/api/v1/users/41",
       "modified_at": "2025-11-03T08:14:01.000001Z",
       "content": %s, "of_next_year": 7}
      """
          .formatted(CONTENT);

  private SchemaFixture() {}

  static Schema schema() {
    return Schema.of(RawJson.of(SCHEMA));
  }

  static SchemaDatapoint field(String schemaId) {
    return schema().datapoint(schemaId).orElseThrow();
  }

  /** A field with these keys. */
  static SchemaDatapoint fieldOf(String keys) {
    return (SchemaDatapoint) node("\"category\":\"datapoint\"," + keys);
  }

  /** A node of a section with these keys. */
  static SchemaNode node(String keys) {
    return Schema.of(RawJson.of("[{\"id\":\"section\",\"children\":[{" + keys + "}]}]"))
        .sections()
        .get(0)
        .children()
        .get(0);
  }
}
