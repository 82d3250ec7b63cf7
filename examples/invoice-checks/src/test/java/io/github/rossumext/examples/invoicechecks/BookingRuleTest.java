package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.again;
import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.examples.invoicechecks.Queue.breakDown;
import static io.github.rossumext.examples.invoicechecks.Queue.said;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class BookingRuleTest {
  private final DataSource database = Queue.database();

  private RossumSimulator confirmed(Fixture document) {
    RossumSimulator rossum = RossumSimulator.of(Queue.hook(database)).open(document);
    rossum.initialize();
    rossum.confirm();
    return rossum;
  }

  @Test
  void anInvoiceIsBookedAtItsExport() throws SQLException {
    RossumSimulator rossum = confirmed(invoice());
    Ledger ledger = new Ledger(database);
    assertThat(ledger.otherThan(0, "2207", "RE-2026/17")).isEmpty();

    assertThat(rossum.export()).hasStatus(AnnotationStatus.EXPORTED);

    assertThat(ledger.otherThan(0, "2207", "RE-2026/17")).isPresent();
  }

  /** The key of the delivery is new, and the ledger recognises supplier and number. */
  @Test
  void whatAUserExportsAgainIsBookedOnce() throws SQLException {
    RossumSimulator rossum = confirmed(invoice());

    rossum.export();

    assertThat(rossum.export()).hasStatus(AnnotationStatus.EXPORTED);
    assertThat(Queue.bookings(database)).isEqualTo(1);
  }

  @Test
  void ofTwoThatWereConfirmedOneIsExported() {
    RossumSimulator first = confirmed(invoice());
    RossumSimulator second = confirmed(again(invoice()));

    assertThat(first.export()).hasStatus(AnnotationStatus.EXPORTED);
    assertThat(second.export()).hasStatus(AnnotationStatus.FAILED_EXPORT);
    assertThat(said(second)).singleElement().asString().contains("is already booked");
  }

  @Test
  void ifTheLedgerDoesNotRespondTheExportFailsAfterFiveRequests() throws SQLException {
    RossumSimulator rossum = confirmed(invoice());
    breakDown(database);

    Outcome export = rossum.export();

    assertThat(export.exchanges()).hasSize(5);
    assertThat(export.status()).isEqualTo(AnnotationStatus.FAILED_EXPORT);
  }
}
