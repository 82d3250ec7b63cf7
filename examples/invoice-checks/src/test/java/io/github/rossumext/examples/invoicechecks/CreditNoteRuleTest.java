package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.creditNote;
import static io.github.rossumext.examples.invoicechecks.Queue.initialized;
import static io.github.rossumext.examples.invoicechecks.Queue.said;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.testkit.simulator.RossumSimulator;
import org.junit.jupiter.api.Test;

class CreditNoteRuleTest {
  @Test
  void theCreditedInvoiceIsAskedFor() {
    RossumSimulator rossum = initialized(creditNote().withField("credited_invoice_id", ""));
    assertThat(said(rossum))
        .containsExactly("error on credited_invoice_id: Enter the number of the credited invoice.");

    rossum.edit("credited_invoice_id", "RE-2026/17");

    assertThat(rossum).hasNoMessages();
  }

  @Test
  void itsTotalIsNotPositive() {
    RossumSimulator rossum = initialized(creditNote());

    rossum
        .edits()
        .edit("amount_total_base", "1000.00")
        .edit("amount_total_tax", "190.00")
        .edit("amount_total", "1190.00")
        .send();

    assertThat(said(rossum))
        .contains("error on amount_total: The total of a credit note must not be positive.");
  }

  @Test
  void aTotalOfZeroIsFine() {
    assertThat(
            initialized(
                creditNote()
                    .withField("amount_total_base", "0")
                    .withField("amount_total_tax", "0")
                    .withField("amount_total", "0")
                    .withoutRows("line_items")
                    .withoutRows("tax_details")))
        .hasNoMessages();
  }

  @Test
  void aQueueWithoutTheFieldIsNotAskedForIt() {
    assertThat(initialized(creditNote().without("credited_invoice_id"))).hasNoMessages();
  }
}
