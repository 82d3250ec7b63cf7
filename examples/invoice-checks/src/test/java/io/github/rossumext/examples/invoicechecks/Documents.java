package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.schema.Schema;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.value.RawJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Documents of the queue as the extraction leaves them. A test changes what it needs. */
final class Documents {
  private Documents() {}

  /** Returns the schema of the queue. */
  static Schema schema() {
    try {
      return Schema.of(RawJson.of(Files.readString(Path.of("rossum/schema.json"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns an invoice without any finding. */
  static Fixture invoice() {
    return DocumentBuilder.of(schema())
        .set("invoice_id", "RE-2026/17")
        .set("order_id", "450017")
        .set("date_issue", "2026-01-15")
        .set("terms", "30")
        .set("vendor_name", "Nordlicht Papier")
        .set("amount_total_base", "1000.00")
        .set("amount_total_tax", "190.00")
        .set("amount_total", "1190.00")
        .row(
            "tax_details",
            r ->
                r.number("tax_detail_rate", "19")
                    .number("tax_detail_base", "1000.00")
                    .number("tax_detail_tax", "190.00"))
        .row(
            "line_items",
            r ->
                r.field("item_code", "NL-4410")
                    .number("item_quantity", "40")
                    .number("item_amount_base", "18.90")
                    .number("item_total_base", "756.00"))
        .row(
            "line_items",
            r ->
                r.field("item_code", "NL-9000")
                    .number("item_quantity", "20")
                    .number("item_amount_base", "12.20")
                    .number("item_total_base", "244.00"))
        .build();
  }

  /** Returns the credit note of this invoice. */
  static Fixture creditNote() {
    return invoice()
        .withField("document_type", "credit_note")
        .withField("invoice_id", "GS-2026/3")
        .withField("credited_invoice_id", "RE-2026/17")
        .withField("amount_total_base", "-1000.00")
        .withField("amount_total_tax", "-190.00")
        .withField("amount_total", "-1190.00")
        .withField("tax_details[0].tax_detail_base", "-1000.00")
        .withField("tax_details[0].tax_detail_tax", "-190.00")
        .withField("line_items[0].item_quantity", "-40")
        .withField("line_items[0].item_total_base", "-756.00")
        .withField("line_items[1].item_quantity", "-20")
        .withField("line_items[1].item_total_base", "-244.00");
  }

  /** Returns the same document, uploaded again. */
  static Fixture again(Fixture document) {
    return document.withKey("annotation.id", 4_310_220_999L);
  }
}
