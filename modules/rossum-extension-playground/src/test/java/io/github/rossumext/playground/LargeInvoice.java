package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import java.nio.charset.StandardCharsets;

/** An invoice with many lines. They are copies of one line, because that is quicker to build. */
final class LargeInvoice {
  private static final long FIRST_ID = 1_000_000_000_000L;

  private LargeInvoice() {}

  static Fixture ofLines(int rows) {
    // The schema of the fixture allows 500 lines.
    String schema =
        Fixtures.invoiceSchema()
            .raw()
            .text()
            .replaceFirst("\"max_occurrences\": ?500", "\"max_occurrences\": 100000");
    Fixture one =
        DocumentBuilder.of(schema)
            .set("invoice_id", "RE-2026/5000")
            .set("date_issue", "2026-01-15")
            .set("vendor_name", "Nordlicht Papier")
            .set("currency", "eur")
            .set("amount_total_base", "100.00")
            .set("amount_total_tax", "19.00")
            .set("amount_total", "119.00")
            .row(
                "line_items",
                row ->
                    row.field("item_code", "NL-4410")
                        .field("item_description", "Copy paper")
                        .number("item_quantity", "2")
                        .field("item_uom", "box")
                        .number("item_amount_base", "18.90")
                        .number("item_rate", "19")
                        .number("item_total_base", "37.80"))
            .build();
    JsonNode request = Json.find(one.json()).orElseThrow();
    ArrayNode lines = linesIn(request);
    JsonNode line = lines.get(0);
    long id = FIRST_ID;
    while (lines.size() < rows) {
      ObjectNode copy = line.deepCopy();
      copy.put("id", id++);
      for (JsonNode cell : copy.path("children")) {
        ((ObjectNode) cell).put("id", id++);
      }
      lines.add(copy);
    }
    return Fixture.of(request.toString().getBytes(StandardCharsets.UTF_8))
        .withName("an invoice with " + rows + " lines");
  }

  private static ArrayNode linesIn(JsonNode request) {
    for (JsonNode section : request.path("annotation").path("content")) {
      for (JsonNode child : section.path("children")) {
        if (child.path("schema_id").asText().equals("line_items")) {
          return (ArrayNode) child.path("children");
        }
      }
    }
    throw new IllegalStateException("The invoice has no line_items.");
  }
}
