package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.creditNote;
import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.examples.invoicechecks.Queue.initialized;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedField;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTypeRuleTest {
  private static List<String> hidden(RossumSimulator rossum) {
    return rossum.fields().stream()
        .filter(SimulatedField::isHidden)
        .map(SimulatedField::schemaId)
        .toList();
  }

  @Test
  void anInvoiceCreditsNothing() {
    assertThat(hidden(initialized(invoice()))).containsExactly("credited_invoice_id");
  }

  @Test
  void aCreditNoteIsNotDue() {
    assertThat(hidden(initialized(creditNote()))).containsExactly("terms", "date_due");
  }

  @Test
  void theScreenFollowsTheUsersChoice() {
    RossumSimulator rossum = initialized(invoice());

    rossum.edit("document_type", "credit_note");
    assertThat(hidden(rossum)).containsExactly("terms", "date_due");

    rossum.edit("document_type", "invoice");
    assertThat(hidden(rossum)).containsExactly("credited_invoice_id");
  }

  @Test
  void whatIsRightAlreadyIsNotSaidAgain() {
    RossumSimulator rossum = initialized(creditNote());

    assertThat(rossum.validate().exchanges())
        .allSatisfy(exchange -> assertThat(exchange.operations()).isEmpty());
  }

  @Test
  void aQueueWithoutDocumentTypeKeepsItsFields() {
    assertThat(hidden(initialized(invoice().without("document_type"))))
        .containsExactly("credited_invoice_id");
  }
}
