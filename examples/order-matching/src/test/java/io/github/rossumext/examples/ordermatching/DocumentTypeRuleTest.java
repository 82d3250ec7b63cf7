package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.examples.ordermatching.Documents.invoice;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentTypeRuleTest extends Slice {
  @Test
  void anInvoiceHasAnOrderAndADueDate() {
    initialized(invoice());

    assertThat(rossum).field("order_id").isShown();
    assertThat(rossum).field("date_due").isShown();
    assertThat(rossum).field("credited_invoice_id").isHidden();
  }

  @Test
  void aCreditNoteNamesTheInvoice() {
    initialized(invoice());

    rossum.edit("document_type", "credit_note");

    assertThat(rossum).field("order_id").isHidden();
    assertThat(rossum).field("date_due").isHidden();
    assertThat(rossum).field("credited_invoice_id").isShown();
  }
}
