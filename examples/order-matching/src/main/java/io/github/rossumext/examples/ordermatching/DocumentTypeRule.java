package io.github.rossumext.examples.ordermatching;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Shows the fields of a credit note or those of an invoice, and hides the others. It comes first,
 * so that no rule shows a message on a field that is hidden.
 */
@Component
@Order(1)
final class DocumentTypeRule implements ContentRule {
  @Override
  public void apply(ContentEditor content) {
    boolean isCreditNote =
        content.field(Fields.DOCUMENT_TYPE).text().equals(Options.DocumentType.CREDIT_NOTE);
    content.field(Fields.CREDITED_INVOICE_ID).hidden(!isCreditNote);
    content.field(Fields.ORDER_ID).hidden(isCreditNote);
    content.field(Fields.DATE_DUE).hidden(isCreditNote);
  }
}
