package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.UserMessageException;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * Finds invoices that were booked already: same supplier, same number, another annotation. When the
 * database does not answer, the user reads so and cannot confirm: to pay twice is worse than to
 * wait.
 */
final class DuplicateRule implements ContentRule {
  private final Ledger ledger;

  DuplicateRule(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void apply(ContentEditor content) {
    if (!content.has("vendor", "invoice_id")) {
      return;
    }
    Field vendor = content.field("vendor");
    Field invoiceId = content.field("invoice_id");
    if (Field.allSet(vendor, invoiceId)) {
      OptionalLong other = booked(content, vendor.text(), invoiceId.text());
      if (other.isPresent()) {
        invoiceId.error("This invoice was booked already, as document " + other.getAsLong() + ".");
      }
    }
  }

  private OptionalLong booked(ContentEditor content, String vendor, String invoiceId) {
    try {
      return ledger.otherThan(BookingRule.annotation(content), vendor, invoiceId);
    } catch (SQLException e) {
      throw new UserMessageException(
          "Whether the invoice is a duplicate is not known: the ledger does not answer.", e);
    }
  }
}
