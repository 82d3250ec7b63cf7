package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.UserMessageException;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * Finds invoices that are already booked: same supplier, same number, another annotation. If the
 * database does not respond, the user gets an error and cannot confirm, because paying twice is
 * worse than waiting.
 */
final class DuplicateRule implements ContentRule {
  private final Ledger ledger;

  DuplicateRule(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void apply(ContentEditor content) {
    if (!content.has(Fields.VENDOR, Fields.INVOICE_ID)) {
      return;
    }
    Field vendor = content.field(Fields.VENDOR);
    Field invoiceId = content.field(Fields.INVOICE_ID);
    if (Field.allSet(vendor, invoiceId)) {
      OptionalLong other = booked(content, vendor.text(), invoiceId.text());
      if (other.isPresent()) {
        invoiceId.error("This invoice is already booked as document " + other.getAsLong() + ".");
      }
    }
  }

  private OptionalLong booked(ContentEditor content, String vendor, String invoiceId) {
    try {
      return ledger.otherThan(BookingRule.annotation(content), vendor, invoiceId);
    } catch (SQLException e) {
      throw new UserMessageException(
          "The ledger does not respond, so the check for duplicates failed. Try again.", e);
    }
  }
}
