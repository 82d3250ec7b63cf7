package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * Books an invoice at its export, so that {@link DuplicateRule} finds it later. A duplicate is not
 * exported. If the database does not respond, nobody knows whether the invoice was booked. Rossum
 * then repeats the request, and the ledger recognises the key of the delivery.
 */
final class BookingRule implements ContentRule {
  private final Ledger ledger;

  BookingRule(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void apply(ContentEditor content) throws SQLException {
    Field invoiceId = content.field(Fields.INVOICE_ID);
    OptionalLong other =
        ledger.book(
            content.context().deliveryKey(),
            annotation(content),
            content.field(Fields.VENDOR).text(),
            invoiceId.text());
    if (other.isPresent()) {
      invoiceId.error("This invoice is already booked as document " + other.getAsLong() + ".");
    }
  }

  /** Returns the id of the annotation, which differs even if two invoices look the same. */
  static long annotation(ContentEditor content) {
    return content.payload().annotation().id().orElseThrow();
  }
}
