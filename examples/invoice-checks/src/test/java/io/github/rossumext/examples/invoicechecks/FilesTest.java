package io.github.rossumext.examples.invoicechecks;

import static io.github.rossumext.examples.invoicechecks.Documents.invoice;
import static io.github.rossumext.examples.invoicechecks.Queue.said;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.api.RossumApiStub;
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

  static String[] registeredEvents() throws IOException {
    return hook().find("events").orElseThrow().asListOf(String.class).toArray(String[]::new);
  }

  private static RawJson settings() throws IOException {
    return hook().find("settings").orElseThrow();
  }

  @Test
  void theHookIsRegisteredForWhatTheProgramHandles() throws IOException {
    HookEndpoint program = InvoiceChecks.endpoint(Queue.SECRET, Queue.database(), null).build();

    assertThat(registeredEvents())
        .allSatisfy(event -> assertThat(program.events()).anyMatch(handled -> fits(handled, event)))
        .contains("annotation_status.changed");
    assertThat(program.events())
        .allSatisfy(
            handled -> assertThat(registeredEvents()).anyMatch(event -> fits(handled, event)));
  }

  private static boolean fits(HookEvent<?, ?> handled, String event) {
    String action = event.substring(event.indexOf('.') + 1);
    return event.startsWith(handled.event() + ".")
        && (handled.actions().isEmpty() || handled.actions().contains(new HookAction(action)));
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
  void theHookHasAnOwnerOfTheTokenThatTheArchiveNeeds() throws IOException {
    assertThat(hook().find("token_owner").flatMap(RawJson::scalar)).hasValue("${TOKEN_OWNER_URL}");
    assertThat(Files.readString(Path.of("README.md"))).contains("s|\\${TOKEN_OWNER_URL}|");
  }

  @Test
  void rossumPollsForTheImportAsLongAsItMayTake() throws IOException {
    RawJson config = hook().find("config").orElseThrow();

    assertThat(config.find("max_polling_time_s").orElseThrow().as(Long.class))
        .isEqualTo(InvoiceChecks.IMPORT_TIME.toSeconds());
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
