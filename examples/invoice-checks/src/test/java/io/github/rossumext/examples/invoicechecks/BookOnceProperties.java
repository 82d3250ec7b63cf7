package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.examples.invoicechecks.FaultyLedger.Fault;
import io.github.rossumext.jdbc.JdbcDeliveryStore;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.simulator.DeliveryFault;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.testkit.simulator.SimulatedNodes;
import io.github.rossumext.testkit.simulator.VirtualClock;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** Two nodes book through one database, whatever goes wrong in whatever order. */
class BookOnceProperties {
  private static final DataSource DATABASE = Queue.database();

  @Property(tries = 100)
  void theLedgerHasAtMostOneBookingAndExactlyOneOnceAllIsWell(
      @ForAll @Size(max = 7) List<DeliveryFault> faults,
      @ForAll @Size(max = 4) List<Fault> ledgerFaults,
      @ForAll boolean isSameId)
      throws SQLException {
    Queue.clear(DATABASE);
    FaultyLedger ledger = new FaultyLedger(DATABASE, ledgerFaults);
    VirtualClock clock = VirtualClock.create();
    try (SimulatedNodes nodes =
        SimulatedNodes.of(
            clock,
            JdbcDeliveryStore.of(DATABASE),
            store ->
                InvoiceChecks.checks(Queue.SECRET, ledger.dataSource())
                    .store(store)
                    .clock(clock)
                    .build())) {
      SimulatedHook hook = SimulatedHook.of(nodes, Queue.SECRET);
      RossumSimulator rossum =
          RossumSimulator.of(isSameId ? hook.withSameRequestId() : hook)
              .clock(clock)
              .open(invoice());
      rossum.initialize();
      rossum.confirm();
      assertThat(Queue.bookings(DATABASE)).isZero();

      rossum.deliveryFaults(ANNOTATION_CONTENT.only(EXPORT), faults).export();
      rossum.deliverAgain();
      assertThat(Queue.bookings(DATABASE)).isLessThanOrEqualTo(1);

      ledger.repair();
      rossum.deliveryFaults(ANNOTATION_CONTENT.only(EXPORT), List.of()).deliverAgain();
      assertThat(rossum.status()).isEqualTo(AnnotationStatus.EXPORTED);
      assertThat(Queue.bookings(DATABASE)).isEqualTo(1);
    }
    Statistics.label("attempts to book")
        .collect(ledger.attempts() == 1 ? "one" : "several")
        .coverage(
            coverage -> {
              coverage.check("one").percentage(percentage -> percentage > 5);
              coverage.check("several").percentage(percentage -> percentage > 40);
            });
  }
}
