package io.github.rossumext.examples.vendormatching;

import static io.github.rossumext.value.ValidationSource.CONNECTOR;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;

/** Keeps only the digits of the invoice number. */
final class InvoiceIdRule implements ContentRule {
  @Override
  public void apply(ContentEditor content) {
    content.find("invoice_id").ifPresent(InvoiceIdRule::keepDigits);
  }

  private static void keepDigits(Field invoiceId) {
    String digits = invoiceId.text().replaceAll("[^0-9]", "");
    if (!digits.equals(invoiceId.text())) {
      invoiceId.set(digits).validatedBy(CONNECTOR);
    }
  }
}
