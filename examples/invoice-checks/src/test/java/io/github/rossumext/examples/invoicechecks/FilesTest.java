package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.examples.invoicechecks.Queue.said;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.Tolerance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Checks that the JSON files of the example fit the program. All tests fill schema.json. */
class FilesTest {
  private static RawJson hook() throws IOException {
    return RawJson.of(Files.readString(Path.of("hook.json")));
  }

  private static RawJson settings() throws IOException {
    return hook().find("settings").orElseThrow();
  }

  @Test
  void theHookIsRegisteredForWhatTheProgramHandles() throws IOException {
    String handled =
        InvoiceChecks.endpoint(Queue.SECRET, Queue.database()).build().events().toString();

    assertThat(hook().find("events").orElseThrow().asListOf(String.class))
        .allSatisfy(event -> assertThat(handled).contains(event));
  }

  @Test
  void theHookGetsEverythingThatADocumentNeeds() throws IOException {
    String[] events =
        hook().find("events").orElseThrow().asListOf(String.class).toArray(String[]::new);
    SimulatedHook registered =
        Queue.hook(Queue.database()).withEvents(events).withSettings(settings());
    RossumSimulator rossum = RossumSimulator.of(registered).open(invoice());

    rossum.initialize();
    rossum.edit("terms", "14");
    rossum.click("refresh_terms");
    rossum.confirm();
    rossum.export();

    assertThat(rossum.status()).hasToString("exported");
    assertThat(rossum).hasNoProblems();
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
