package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;

/**
 * Checks that a credit note names the invoice that it credits, and that its total is not positive.
 */
final class CreditNoteRule implements ContentRule {
  @Override
  public void apply(ContentEditor content) {
    if (!isCreditNote(content)) {
      return;
    }
    content
        .find(Fields.CREDITED_INVOICE_ID)
        .filter(credited -> credited.isEmpty() && !credited.isHidden())
        .ifPresent(credited -> credited.error("Enter the number of the credited invoice."));
    content
        .findNumber(Fields.AMOUNT_TOTAL)
        .filter(total -> total.orZero().signum() > 0)
        .ifPresent(total -> total.error("The total of a credit note must not be positive."));
  }

  /** Returns whether the document is a credit note; without a type it is an invoice. */
  static boolean isCreditNote(ContentEditor content) {
    return content
        .find(Fields.DOCUMENT_TYPE)
        .filter(type -> type.text().equalsIgnoreCase(Options.DocumentType.CREDIT_NOTE))
        .isPresent();
  }
}
