package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * Books an invoice at its export, so that {@link DuplicateRule} finds it later. A duplicate is not
 * exported. If the database does not respond, the export fails after one request, because nobody
 * knows whether the invoice was booked. A user can export again: the ledger recognises it.
 */
final class BookingRule implements ContentRule {
  private final Ledger ledger;

  BookingRule(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void apply(ContentEditor content) throws SQLException {
    String vendor = content.field("vendor").text();
    Field invoiceId = content.field("invoice_id");
    OptionalLong other = ledger.otherThan(annotation(content), vendor, invoiceId.text());
    if (other.isPresent()) {
      invoiceId.error("This invoice is already booked as document " + other.getAsLong() + ".");
    } else {
      ledger.book(annotation(content), vendor, invoiceId.text());
    }
  }

  /** Returns the id of the annotation, which differs even if two invoices look the same. */
  static long annotation(ContentEditor content) {
    return content.payload().annotation().id().orElseThrow();
  }
}
