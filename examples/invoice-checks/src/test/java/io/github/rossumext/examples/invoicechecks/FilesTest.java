package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.examples.invoicechecks.Queue.said;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.hook.HookFile;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.Tolerance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Checks that the JSON files of the example fit the program. All tests fill rossum/schema.json. */
class FilesTest {
  private static final Path HOOK = Path.of("rossum/hook.json");

  private static RawJson hook() throws IOException {
    return RawJson.of(Files.readString(HOOK));
  }

  static String[] registeredEvents() throws IOException {
    return hook().find("events").orElseThrow().asListOf(String.class).toArray(String[]::new);
  }

  private static RawJson settings() throws IOException {
    return hook().find("settings").orElseThrow();
  }

  // The build runs rossum:check, which does the same.
  @Test
  void theHookFitsTheProgram() {
    assertThat(
            HookFile.of(HOOK)
                .withSchema(Path.of("rossum/schema.json"))
                .withSettings(CheckSettings.class)
                .withCallBacks())
        .fitsWithoutWarning(new EndpointForCheck().get());
  }

  @Test
  void aRecordOfTheSchemaHoldsTheDocument() {
    RossumSimulator rossum = RossumSimulator.of(FilesTest::copyTheFirstLine).open(invoice());

    rossum.initialize();

    assertThat(rossum).hasNoProblems();
    assertThat(rossum).lastExchange().isSuccess();
  }

  private static void copyTheFirstLine(ContentEditor content) {
    InvoiceDocument document = content.as(InvoiceDocument.class);
    assertThat(document.amountTotal()).isPresent();
    assertThat(document.lineItems()).isEqualTo(content.table(LineItem.TABLE).as(LineItem.class));
  }

  @Test
  void theHookGetsEverythingThatADocumentNeeds() throws IOException {
    SimulatedHook registered =
        Queue.hookWithArchive(Queue.database())
            .withEvents(registeredEvents())
            .withSettings(settings());
    RossumSimulator rossum = RossumSimulator.of(registered).open(invoice());

    try (RossumApiStub api = RossumApiStub.create().join(rossum)) {
      rossum.initialize();
      rossum.edit("terms", "14");
      rossum.click("refresh_terms");
      rossum.confirm();
      rossum.export();

      assertThat(rossum.status()).hasToString("exported");
      assertThat(rossum).lastExchange().hasEventAndAction("annotation_status.changed").isSuccess();
      assertThat(rossum).hasNoProblems();
      assertThat(api).hasNoProblems();
    }
  }

  @Test
  void itsSettingsAreThoseOfTheProgram() throws IOException {
    assertThat(settings().over(CheckSettings.DEFAULTS))
        .isEqualTo(new CheckSettings(Tolerance.absolute("0.05"), Tolerance.percent("0.5")));
  }

  @Test
  void theSampleRequestShowsWhatTheRulesSay() throws IOException {
    RossumSimulator rossum = Queue.initialized(Fixture.of(Path.of("sample-request.json")));

    assertThat(rossum.field("date_due")).hasText("2026-02-14");
    assertThat(said(rossum))
        .containsExactly(
            "warning on vendor: 2 suppliers match. Check the vendor.",
            "warning on line_items[0].item_total_base: Quantity × price is 774.90.",
            "error on amount_total: Net and VAT add up to 1190.00, not to the total.");
  }
}
