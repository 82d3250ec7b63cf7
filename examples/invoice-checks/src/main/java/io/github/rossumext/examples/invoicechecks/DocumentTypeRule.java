package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;

/** Shows the fields of a credit note or those of an invoice, and hides the others. */
final class DocumentTypeRule implements ContentRule {
  @Override
  public void apply(ContentEditor content) {
    content
        .find(Fields.DOCUMENT_TYPE)
        .ifPresent(
            type -> {
              boolean isCreditNote = CreditNoteRule.isCreditNote(content);
              show(content, isCreditNote, Fields.CREDITED_INVOICE_ID);
              show(content, !isCreditNote, Fields.TERMS, Fields.DATE_DUE);
            });
  }

  private static void show(ContentEditor content, boolean isShown, String... fields) {
    for (String field : fields) {
      content.find(field).ifPresent(found -> found.hidden(!isShown));
    }
  }
}
