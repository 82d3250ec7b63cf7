package io.github.rossumext.playground;

import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SchemaDocumentBuilder;

/** An invoice with many lines. */
final class LargeInvoice {
  private LargeInvoice() {}

  static Fixture ofLines(int rows) {
    // The schema of the fixture allows 500 lines.
    String schema =
        Fixtures.invoiceSchema()
            .raw()
            .text()
            .replaceFirst("\"max_occurrences\": ?500", "\"max_occurrences\": 100000");
    SchemaDocumentBuilder invoice =
        DocumentBuilder.of(schema)
            .set("invoice_id", "RE-2026/5000")
            .set("date_issue", "2026-01-15")
            .set("vendor_name", "Nordlicht Papier")
            .set("currency", "eur")
            .set("amount_total_base", "100.00")
            .set("amount_total_tax", "19.00")
            .set("amount_total", "119.00");
    for (int i = 0; i < rows; i++) {
      int number = i + 1;
      invoice.row(
          "line_items",
          row ->
              row.field("item_code", "NL-" + number)
                  .field("item_description", "Paper of the kind " + number)
                  .number("item_quantity", "2")
                  .field("item_uom", "box")
                  .number("item_amount_base", "18.90")
                  .number("item_rate", "19")
                  .number("item_total_base", "37.80"));
    }
    return invoice.build().withName("an invoice with " + rows + " lines");
  }
}
