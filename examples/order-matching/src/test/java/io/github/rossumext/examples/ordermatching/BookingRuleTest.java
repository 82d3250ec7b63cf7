package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.examples.ordermatching.Documents.invoice;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTED;
import static io.github.rossumext.payload.AnnotationStatus.FAILED_EXPORT;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.examples.ordermatching.TestErp.Fault;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.DeliveryFault;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.value.RawJson;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** An export: one booking, its id in the document, and its receipt attached. */
class BookingRuleTest extends Slice {
  private static final long ID =
      invoice().payload(ContentPayload.class).annotation().id().orElseThrow();

  private void confirmed(Fixture document) {
    initialized(document);
    assertThat(rossum.confirm()).isAccepted();
  }

  private void assertBookedOnce() {
    assertThat(rossum).hasStatus(EXPORTED);
    assertThat(ERP.bookings()).hasSize(1);
    String key = ERP.bookings().keySet().iterator().next();
    assertThat(rossum).field("erp_id").hasText("B-" + key);
    assertThat(receipts()).hasSize(1);
  }

  private List<RawJson> receipts() {
    return api.annotation(ID).attachedDocuments("export", "erp-receipt");
  }

  @Test
  void theErpGetsTheInvoiceWithItsOrderLines() {
    confirmed(invoice());
    assertThat(ERP.bookings()).isEmpty();

    rossum.export();

    assertBookedOnce();
    RawJson booked = RawJson.of(ERP.bookings().values().iterator().next());
    assertThat(booked.find("invoice_id").flatMap(RawJson::scalar)).hasValue("RE-2026/31");
    assertThat(booked.find("line_items").orElseThrow().elements())
        .extracting(line -> line.find("item_order_line").flatMap(RawJson::scalar).orElseThrow())
        .containsExactly("10", "30");
  }

  @Test
  void theReceiptIsWhatTheErpHasSaid() {
    confirmed(invoice());

    rossum.export();

    long receipt = receipts().get(0).find("id").orElseThrow().as(Long.class);
    assertThat(api.documentContent(receipt)).asString().contains("\"by\": \"the ERP\"");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "REFUSED")
  void theBookingIsOneWhateverHappensAtTheErp(Fault fault) {
    confirmed(invoice());
    ERP.next(List.of(fault));

    rossum.export();

    assertBookedOnce();
    assertThat(ERP.requests()).hasSize(2);
    assertThat(rossum.exchanges()).anyMatch(exchange -> exchange.status().equals(status(503)));
  }

  private static OptionalInt status(int status) {
    return OptionalInt.of(status);
  }

  /** Those that need neither several nodes nor a store that fails: see BookOnceProperties. */
  @ParameterizedTest
  @EnumSource(
      names = {
        "REQUEST_LOST",
        "RESPONSE_LOST",
        "RESPONSE_LATE",
        "ARRIVES_TWICE",
        "ARRIVES_TWICE_AT_ONCE"
      })
  void theBookingIsOneWhateverHappensOnTheWay(DeliveryFault fault) {
    confirmed(invoice());

    rossum.deliveryFaults(ANNOTATION_CONTENT.only(EXPORT), List.of(fault)).export();

    assertBookedOnce();
    assertThat(ERP.requests()).hasSize(1);
  }

  @Test
  void whatTheErpRefusesIsNotRepeated() {
    confirmed(invoice());
    ERP.next(List.of(Fault.REFUSED));

    rossum.export();

    assertThat(rossum).hasStatus(FAILED_EXPORT).hasError("The ERP refuses this document.");
    assertThat(ERP.requests()).hasSize(1);
  }

  @Test
  void anExportThatFailedIsBookedWhenAUserExportsAgain() {
    confirmed(invoice());
    ERP.next(List.of(Fault.DOWN, Fault.DOWN, Fault.DOWN, Fault.DOWN, Fault.DOWN));
    rossum.export();
    assertThat(rossum).hasStatus(FAILED_EXPORT);
    assertThat(rossum.exchanges()).filteredOn(exchange -> !exchange.isSuccess()).hasSize(5);
    assertThat(ERP.bookings()).isEmpty();

    rossum.export();

    assertBookedOnce();
  }

  @Test
  void aDocumentThatHasTheIdIsBookedAlready() {
    confirmed(invoice());
    rossum.export();

    rossum.export();

    assertBookedOnce();
    assertThat(ERP.requests()).hasSize(1);
  }

  @Test
  void withoutATokenTheDocumentIsBookedWithoutReceipt() {
    SimulatedHook hook = SimulatedHook.of(endpoint, SECRET).withEvents("annotation_content.export");
    RossumSimulator withoutToken =
        RossumSimulator.of(hook)
            .open(invoice().with(EXPORT).withoutKey("rossum_authorization_token"));

    withoutToken.export();

    assertThat(withoutToken)
        .hasStatus(EXPORTED)
        .lastExchange()
        .isSuccess()
        .hasWarning("The document is booked, but the receipt could not be attached.");
    assertThat(ERP.bookings()).hasSize(1);
  }

  @Test
  void otherActionsBookNothing() {
    initialized(invoice());
    rossum.edit("order_id", "450018");
    rossum.confirm();

    assertThat(ERP.requests()).isEmpty();
    assertThat(rossum.exchanges()).allMatch(Exchange::isSuccess);
  }
}
