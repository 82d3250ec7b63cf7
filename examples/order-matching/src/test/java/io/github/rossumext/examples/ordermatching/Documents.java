package io.github.rossumext.examples.ordermatching;

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

  /** Returns an invoice of the order 450017: its lines are 10 and 30 of the order. */
  static Fixture invoice() {
    return DocumentBuilder.of(schema())
        .set("invoice_id", "RE-2026/31")
        .set("order_id", "450017")
        .set("date_issue", "2026-01-15")
        .set("date_due", "2026-02-14")
        .set("amount_total", "951.00")
        .row(
            "line_items",
            r ->
                r.field("item_code", "NL-4410")
                    .number("item_quantity", "40")
                    .number("item_amount_base", "18.90")
                    .number("item_total_base", "756.00")
                    .number("item_rate", "19"))
        .row(
            "line_items",
            r ->
                r.field("item_code", "nl-7001")
                    .number("item_quantity", "2")
                    .number("item_amount_base", "24.00")
                    .number("item_total_base", "48.00")
                    .number("item_rate", "7"))
        .build();
  }
}
