package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.again;
import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.examples.invoicechecks.Queue.breakDown;
import static io.github.rossumext.examples.invoicechecks.Queue.said;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The invoice RE-2026/17 of Nordlicht Papier was exported before. */
class DuplicateRuleTest {
  private final DataSource database = Queue.database();
  private final RossumSimulator rossum = RossumSimulator.of(Queue.hook(database));

  @BeforeEach
  void exportAnInvoice() {
    rossum.open(invoice());
    rossum.initialize();
    rossum.confirm();
    assertThat(rossum.export()).hasStatus(AnnotationStatus.EXPORTED);
  }

  private void arrives(Fixture document) {
    rossum.open(document);
    rossum.initialize();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RE-2026/17", "re 2026 17", "RE202617"})
  void theSameNumberOfTheSameSupplierIsADuplicate(String number) {
    arrives(again(invoice().withField("invoice_id", number)));

    assertThat(said(rossum))
        .containsExactly(
            "error on invoice_id: This invoice is already booked as document "
                + invoice().payload(ContentPayload.class).annotation().id().orElseThrow()
                + ".");
    assertThat(rossum.confirm()).isRefused();
  }

  @Test
  void anInvoiceIsNoDuplicateOfItself() {
    rossum.start();

    assertThat(rossum).hasNoMessages();
    assertThat(rossum.confirm()).isAccepted();
    assertThat(rossum.export()).hasStatus(AnnotationStatus.EXPORTED);
  }

  @Test
  void anotherNumberIsNotADuplicate() {
    arrives(again(invoice().withField("invoice_id", "RE-2026/18")));

    assertThat(rossum).hasNoMessages();
  }

  @Test
  void theSameNumberOfAnotherSupplierIsNotADuplicate() {
    arrives(again(invoice().withField("vendor_name", "Volvo")));

    assertThat(rossum).hasNoMessages();
  }

  @Test
  void aUserWhoCorrectsTheNumberIsDone() {
    arrives(again(invoice()));

    rossum.edit("invoice_id", "RE-2026/71");

    assertThat(rossum).hasNoMessages();
  }

  @Test
  void withoutNumberThereIsNothingToCompare() {
    arrives(again(invoice().withField("invoice_id", "")));

    assertThat(said(rossum)).containsExactly("error on invoice_id: This field is required.");
  }

  @Nested
  class IfTheLedgerDoesNotRespond {
    @Test
    void theUserReadsSoAndTheOtherRulesGoOn() throws SQLException {
      breakDown(database);

      arrives(again(invoice().withField("amount_total", "119.00")));

      assertThat(said(rossum))
          .contains("error on amount_total: Net and VAT add up to 1190.00, not to the total.");
      assertThat(rossum.field("date_due")).hasText("2026-02-14");
    }

    @Test
    void nobodyConfirmsUntilItDoes() throws SQLException {
      arrives(again(invoice().withField("invoice_id", "RE-2026/18")));
      breakDown(database);

      assertThat(rossum.confirm()).isRefused();
      assertThat(said(rossum))
          .containsExactly(
              "error: The ledger does not respond, so the check for duplicates failed."
                  + " Try again.");
    }
  }
}
