package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * Books an invoice at its export, so that {@link DuplicateRule} finds it later. A duplicate is not
 * exported. When the database does not answer, the call fails, and Rossum tries again.
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
      invoiceId.error("This invoice was booked already, as document " + other.getAsLong() + ".");
    } else {
      ledger.book(annotation(content), vendor, invoiceId.text());
    }
  }

  /** The number by which an invoice is told from another one that looks the same. */
  static long annotation(ContentEditor content) {
    return content.payload().annotation().id().orElseThrow();
  }
}
