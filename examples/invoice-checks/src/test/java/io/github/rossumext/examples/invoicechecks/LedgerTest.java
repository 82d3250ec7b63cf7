package io.github.rossumext.examples.invoicechecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the ledger recognises. */
class LedgerTest {
  private final DataSource database = Queue.database();
  private final Ledger ledger = new Ledger(database);

  @Test
  void theSameDeliveryIsBookedOnceWhateverItSays() throws SQLException {
    assertThat(ledger.book("delivery 1", 7, "2207", "RE-2026/17")).isEmpty();
    assertThat(ledger.book("delivery 1", 7, "2207", "RE-2026/17")).isEmpty();
    assertThat(ledger.book("delivery 1", 7, "2207", "RE-2026/71")).isEmpty();

    assertThat(Queue.bookings(database)).isEqualTo(1);
  }

  @Test
  void theSameDocumentIsBookedOnceByAnotherDelivery() throws SQLException {
    ledger.book("delivery 1", 7, "2207", "RE-2026/17");

    assertThat(ledger.book("delivery 2", 7, "2207", "re 2026 17")).isEmpty();

    assertThat(Queue.bookings(database)).isEqualTo(1);
  }

  @Test
  void theSameInvoiceOfAnotherDocumentIsNotBooked() throws SQLException {
    ledger.book("delivery 1", 7, "2207", "RE-2026/17");

    assertThat(ledger.book("delivery 2", 8, "2207", "RE-2026/17")).hasValue(7);

    assertThat(Queue.bookings(database)).isEqualTo(1);
  }

  @Test
  void whatWasCorrectedIsAnotherInvoice() throws SQLException {
    ledger.book("delivery 1", 7, "2207", "RE-2026/17");

    assertThat(ledger.book("delivery 2", 7, "2207", "RE-2026/71")).isEmpty();

    assertThat(Queue.bookings(database)).isEqualTo(2);
  }
}
