package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.testkit.simulator.DeliveryFault.NODE_KILLED_AFTER;
import static io.github.rossumext.testkit.simulator.DeliveryFault.NODE_KILLED_BEFORE;
import static io.github.rossumext.testkit.simulator.DeliveryFault.RESPONSE_LATE;
import static io.github.rossumext.testkit.simulator.DeliveryFault.RESPONSE_LOST;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.rossumext.FailurePolicy;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.examples.invoicechecks.FaultyLedger.Fault;
import io.github.rossumext.jdbc.JdbcDeliveryStore;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.simulator.DeliveryFault;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.testkit.simulator.SimulatedNodes;
import io.github.rossumext.testkit.simulator.VirtualClock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An export while something goes wrong. Two nodes share the database. */
class BookOnceTest {
  private final DataSource database = Queue.database();
  private final VirtualClock clock = VirtualClock.create();

  private RossumSimulator confirmed(SimulatedNodes nodes) {
    return confirmed(SimulatedHook.of(nodes, Queue.SECRET));
  }

  private RossumSimulator confirmed(SimulatedHook hook) {
    RossumSimulator rossum = RossumSimulator.of(hook).clock(clock).open(invoice());
    rossum.initialize();
    assertThat(rossum.confirm()).isAccepted();
    return rossum;
  }

  private static void faults(RossumSimulator rossum, DeliveryFault... faults) {
    rossum.deliveryFaults(ANNOTATION_CONTENT.only(EXPORT), List.of(faults));
  }

  private SimulatedNodes nodes(FaultyLedger ledger) {
    return SimulatedNodes.of(
        clock, JdbcDeliveryStore.of(database), store -> node(ledger.dataSource(), store));
  }

  private HookEndpoint node(DataSource ledger, DeliveryStore store) {
    return InvoiceChecks.checks(Queue.SECRET, ledger).store(store).clock(clock).build();
  }

  private void assertOneBooking(FaultyLedger ledger, DeliveryFault... faults) throws SQLException {
    try (SimulatedNodes nodes = nodes(ledger)) {
      RossumSimulator rossum = confirmed(nodes);
      faults(rossum, faults);

      assertThat(rossum.export()).hasStatus(AnnotationStatus.EXPORTED);
    }
    assertThat(Queue.bookings(database)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void theLedgerHasOneBookingWhateverHappens(DeliveryFault fault) throws SQLException {
    assertOneBooking(new FaultyLedger(database, List.of()), fault);
  }

  @ParameterizedTest
  @CsvSource({"DOWN", "RESPONSE_LOST"})
  void alsoIfItDoesNotRespondAtFirst(Fault fault) throws SQLException {
    FaultyLedger ledger = new FaultyLedger(database, List.of(fault));

    assertOneBooking(ledger);

    assertThat(ledger.attempts()).isEqualTo(2);
  }

  @Test
  void alsoIfEverythingGoesWrongInTurn() throws SQLException {
    FaultyLedger ledger = new FaultyLedger(database, List.of(Fault.DOWN, Fault.RESPONSE_LOST));

    assertOneBooking(ledger, RESPONSE_LOST, RESPONSE_LATE, NODE_KILLED_BEFORE);

    assertThat(ledger.attempts()).isEqualTo(3); // none by the node that was killed before
  }

  /** Each killed node is noticed after 20 seconds. */
  @Test
  void alsoIfBothNodesAreStartedAgain() throws SQLException {
    FaultyLedger ledger = new FaultyLedger(database, List.of());
    try (SimulatedNodes nodes = nodes(ledger)) {
      List<HookEndpoint> before = nodes.endpoints();
      RossumSimulator rossum =
          confirmed(SimulatedHook.of(nodes, Queue.SECRET).withTimeout(Duration.ofMinutes(1)));
      faults(rossum, NODE_KILLED_AFTER, NODE_KILLED_AFTER);

      assertThat(rossum.export()).hasStatus(AnnotationStatus.EXPORTED);

      assertThat(nodes.endpoints()).doesNotContainAnyElementsOf(before);
    }
    assertThat(ledger.attempts()).isEqualTo(3);
    assertThat(Queue.bookings(database)).isEqualTo(1);
  }

  @Test
  void whatAUserExportsAgainIsRecognisedBySupplierAndNumber() throws SQLException {
    FaultyLedger ledger = new FaultyLedger(database, List.of());
    try (SimulatedNodes nodes = nodes(ledger)) {
      RossumSimulator rossum = confirmed(nodes);
      rossum.export();

      assertThat(rossum.export()).hasStatus(AnnotationStatus.EXPORTED);
    }
    assertThat(ledger.attempts()).isEqualTo(2); // another delivery, with another key
    assertThat(Queue.bookings(database)).isEqualTo(1);
  }

  /** Without a key, a second booking would be a second payment. So nobody books a second time. */
  @Nested
  class ALedgerThatDoesNotRecogniseTheDelivery {
    private final List<String> bookings = new ArrayList<>();

    private SimulatedNodes nodes() {
      return SimulatedNodes.of(
          clock,
          JdbcDeliveryStore.of(database),
          store ->
              HookEndpoint.builder()
                  .secret(Queue.SECRET)
                  .on(ANNOTATION_CONTENT, ContentRules.of(new VendorRule(new Suppliers(database))))
                  .on(
                      ANNOTATION_CONTENT.only(EXPORT),
                      ContentRules.of(content -> bookings.add(content.field("invoice_id").text())))
                  .once(ANNOTATION_CONTENT.only(EXPORT)) // REFUSE
                  .onFailure(ANNOTATION_CONTENT.only(EXPORT), FailurePolicy.NO_RETRY)
                  .store(store)
                  .clock(clock)
                  .build());
    }

    static Stream<Arguments> outcomes() {
      return Stream.of(DeliveryFault.values())
          .map(
              fault ->
                  switch (fault) {
                    case STORE_FAILS_AFTER, NODE_KILLED_AFTER ->
                        arguments(fault, 1, AnnotationStatus.FAILED_EXPORT);
                    case NODE_KILLED_BEFORE -> arguments(fault, 0, AnnotationStatus.FAILED_EXPORT);
                    default -> arguments(fault, 1, AnnotationStatus.EXPORTED);
                  });
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void hasAtMostOneBookingAndTheExportFailsIfNobodyKnows(
        DeliveryFault fault, int expected, AnnotationStatus status) {
      try (SimulatedNodes nodes = nodes()) {
        RossumSimulator rossum = confirmed(nodes);
        faults(rossum, fault);

        rossum.export();
        assertThat(rossum.status()).isEqualTo(status);

        faults(rossum);
        rossum.deliverAgain();
        assertThat(rossum.status()).isEqualTo(status); // the stored response
      }
      assertThat(bookings).hasSize(expected);
    }

    @Test
    void theUserReadsThatTheOutcomeIsUnknown() {
      try (SimulatedNodes nodes = nodes()) {
        RossumSimulator rossum = confirmed(nodes);
        faults(rossum, NODE_KILLED_AFTER);

        rossum.export();

        assertThat(Queue.said(rossum))
            .singleElement()
            .asString()
            .contains("so its outcome is unknown, and it does not try again");
      }
    }
  }
}
