package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.creditNote;
import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.examples.invoicechecks.Queue.initialized;
import static io.github.rossumext.examples.invoicechecks.Queue.said;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules together, from import to export. */
class InvoiceChecksTest {
  @Test
  void anInvoiceThatIsRightGoesThrough() {
    RossumSimulator rossum = initialized(invoice());

    assertThat(rossum).hasNoMessages();
    assertThat(rossum.confirm()).isAccepted();
    assertThat(rossum.export()).hasStatus(AnnotationStatus.EXPORTED);
    assertThat(rossum).hasNoProblems();
  }

  @Test
  void soDoesTheCreditNoteThatTakesItBack() {
    RossumSimulator rossum = initialized(creditNote());

    assertThat(rossum.confirm()).isAccepted();
    assertThat(rossum.export()).hasStatus(AnnotationStatus.EXPORTED);
    assertThat(rossum).hasNoProblems();
  }

  /** The steps that docs/see-your-rules.md tells. */
  @Test
  void theSampleOfThePlaygroundIsCorrectedAndGoesThrough() throws Exception {
    RossumSimulator rossum =
        initialized(
            Fixture.of(Path.of("sample-request.json")).withSchema(Path.of("rossum/schema.json")));

    rossum.edit("vendor_name", "Volvo");
    assertThat(rossum.field("vendor")).hasText("3110");
    rossum.edit("amount_total", "1190");
    rossum.edit("line_items[0].item_quantity", "40");

    assertThat(rossum).hasNoMessages();
    assertThat(rossum.confirm()).isAccepted();
    assertThat(rossum.export()).hasStatus(AnnotationStatus.EXPORTED);
  }

  @Test
  void aDocumentWithEverythingWrongIsMendedFieldByField() {
    RossumSimulator rossum =
        initialized(
            invoice()
                .withField("vendor_name", "Nobody Ltd")
                .withField("amount_total", "119.00")
                .withField("line_items[0].item_quantity", "4")
                .withField("tax_details[0].tax_detail_rate", "7"));
    assertThat(said(rossum))
        .containsExactly(
            "warning on vendor_name: No supplier has this name.",
            "warning on line_items[0].item_total_base: Quantity × price is 75.60.",
            "error on tax_details[0].tax_detail_tax: The tax is not the base times the rate.",
            "error on amount_total: Net and VAT add up to 1190.00, not to the total.",
            "error on vendor: This field is required.");

    rossum.edit("vendor_name", "Nordlicht Papier");
    rossum.edit("amount_total", "1,190.00");
    rossum.edit("line_items[0].item_quantity", "40");
    rossum.edit("tax_details[0].tax_detail_rate", "19");

    assertThat(rossum).hasNoMessages();
    assertThat(rossum).hasNoProblems();
  }

  @ParameterizedTest
  @MethodSource("documentsOfOtherQueues")
  void aQueueWithOtherFieldsGetsAResponseToo(Fixture document) {
    RossumSimulator rossum = initialized(document);

    assertThat(rossum.exchanges())
        .isNotEmpty()
        .allSatisfy(exchange -> assertThat(exchange.isSuccess()).isTrue());
    assertThat(rossum).hasNoProblems();
  }

  static Fixture[] documentsOfOtherQueues() {
    return new Fixture[] {
      Fixtures.extractedInvoice(),
      Fixtures.emptyInvoice(),
      Fixtures.invoice(),
      Fixtures.receipt(),
      Fixtures.purchaseOrder()
    };
  }

  @Test
  void settingsThatDoNotFitAreNamedToTheUser() {
    RossumSimulator rossum =
        RossumSimulator.of(
                Queue.hook(Queue.database()).withSettings(Map.of("tolerance", "a little")))
            .open(invoice());

    rossum.initialize();

    assertThat(said(rossum))
        .anySatisfy(
            text -> assertThat(text).contains("settings.tolerance").doesNotContain("little"));
  }
}
