package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;

/** A credit note says which invoice it credits, and its total is not positive. */
final class CreditNoteRule implements ContentRule {
  @Override
  public void apply(ContentEditor content) {
    if (!isCreditNote(content)) {
      return;
    }
    content
        .find("credited_invoice_id")
        .filter(credited -> credited.isEmpty() && !credited.isHidden())
        .ifPresent(credited -> credited.error("Which invoice does it credit?"));
    content
        .findNumber("amount_total")
        .filter(total -> total.orZero().signum() > 0)
        .ifPresent(total -> total.error("The total of a credit note is negative."));
  }

  /** Whether the document is a credit note; an invoice where it does not say. */
  static boolean isCreditNote(ContentEditor content) {
    return content
        .find("document_type")
        .filter(type -> type.text().equalsIgnoreCase("credit_note"))
        .isPresent();
  }
}
