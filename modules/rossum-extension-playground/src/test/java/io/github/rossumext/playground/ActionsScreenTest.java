package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.simulator.AutomationLevel;
import io.github.rossumext.testkit.simulator.QueueSettings;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** What a user does with the whole document, in Chromium. */
@Tag("browser")
class ActionsScreenTest {
  private final Playground playground =
      Playground.open(TestExtension.endpoint(), TestExtension.SECRET, TestExtension.invoice());
  private final Screen screen = Screen.of(playground);

  @AfterEach
  void close() {
    screen.assertQuiet();
    playground.close();
  }

  @Test
  void aDocumentIsConfirmedAndExported() {
    assertThat(screen.find("h1").getText()).isEqualTo("Rechnung NL-2025-0917.pdf");

    screen.button("Confirm").click();

    screen.awaitStatus("Exported");
    assertThat(screen.texts("header .read-only")).containsExactly("Read-only");
    assertThat(screen.field("Order number").getDomProperty("readOnly")).isEqualTo("true");
    assertThat(screen.buttons("Confirm")).isEmpty();
    screen.await(() -> screen.focused().equals("Start over"));

    screen.button("Start review").click();

    screen.awaitStatus("Reviewing");
    assertThat(screen.button("Confirm").isEnabled()).isTrue();
  }

  @Test
  void anErrorBlocksConfirmAndSaysWhy() {
    screen.enter(screen.field("Total amount"), "1");

    screen.await(() -> !screen.button("Confirm").isEnabled());
    assertThat(screen.find("#reasons").getText())
        .contains("Total amount", "Net and tax do not add up to the total.");

    screen.enter(screen.field("Order number"), "");
    screen.enter(screen.field("Invoice number"), "");
    screen.await(() -> screen.find("#reasons").getText().contains("This field is required."));
  }

  @Test
  void aFailedExportGoesBackToReview() {
    screen.enter(screen.field("Order number"), TestExtension.REFUSED_ORDER);
    screen.button("Confirm").click();

    screen.awaitStatus("Failed export");
    screen.awaitAlert("The ERP refused the order.");
    screen.button("Back to review").click();

    screen.awaitStatus("Reviewing");
  }

  @Test
  void afterTheLastActionOneGoesOnToTheChoiceOfADocument() {
    try (Playground two =
        Playground.builder(TestExtension.endpoint(), TestExtension.SECRET)
            .document(TestExtension.invoice())
            .document(TestExtension.invoice().withName("another"))
            .open()) {
      Screen there = Screen.of(two);

      there.button("Postpone").click();

      there.awaitStatus("Postponed");
      there.await(() -> there.focused().equals("Document"));
    }
  }

  @Test
  void aDocumentIsPostponedRejectedAndDeleted() {
    screen.button("Postpone").click();
    screen.awaitStatus("Postponed");
    screen.button("Start review").click();
    screen.awaitStatus("Reviewing");
    screen.button("Reject").click();
    screen.awaitStatus("Rejected");
    screen.button("Delete").click();
    screen.awaitStatus("Deleted");
    screen.button("Start over").click();

    screen.awaitStatus("Reviewing");
  }

  @Test
  void aMessageWithHtmlIsShownAsRossumShowsIt() {
    screen.enter(screen.field("Notes"), "html");

    screen.awaitAlert("See order 7 in the ERP.");
    assertThat(screen.find(".banner b").getText()).isEqualTo("order 7");
    assertThat(screen.find(".banner a").getDomProperty("href")).isEqualTo("https://erp.example/7");
    assertThat(screen.find(".banner a").getDomAttribute("rel")).contains("noopener");
    assertThat(screen.texts(".banner li")).containsExactly("one", "two");
  }

  @Test
  void anExceptionOfARuleIsShownWithItsStackTrace() {
    screen.enter(screen.field("Notes"), "boom");

    screen.awaitAlert("IllegalStateException: The price list is broken. (TestExtension.java:");
    screen.button("Show the exchange").click();

    screen.await(() -> screen.has(".trace"));
    assertThat(screen.find(".trace").getText())
        .contains("java.lang.IllegalStateException: The price list is broken.")
        .contains("TestExtension.notes");
  }

  @Test
  void aTimeoutOfARuleIsShown() {
    HookEndpoint impatient =
        TestExtension.builder().handlersOnOwnThreads().timeout(Duration.ofMillis(300)).build();
    try (impatient;
        Playground slow =
            Playground.open(impatient, TestExtension.SECRET, TestExtension.invoice())) {
      Screen there = Screen.of(slow);

      there.enter(there.field("Notes"), "slow");

      there.awaitAlert("The handler did not return in time. (TestExtension.java:");
    }
  }

  @Test
  void automationSaysWhatBlocksIt() {
    assertThat(screen.find("header .chip").getText()).isEqualTo("Would not be automated");

    screen.find("header .chip").click();
    screen.await(
        () ->
            screen.texts("#panel .entry").stream()
                .anyMatch(it -> it.contains("automation_disabled")));
    screen.find("input[type=radio][name=level]:not(:checked)");
    screen.browser.findElements(By.cssSelector("input[name=level]")).get(2).click();

    screen.await(() -> screen.find("header .chip").getText().equals("Would be automated"));
  }

  @Test
  void whatWasAutomatedSaysSo() {
    RossumSimulator rossum =
        RossumSimulator.of(TestExtension.endpoint(), TestExtension.SECRET)
            .queue(QueueSettings.defaults().withAutomation(AutomationLevel.ALWAYS));
    try (Playground automatic =
        Playground.builder(rossum).document(TestExtension.invoice()).open()) {
      Screen other = Screen.of(automatic);

      other.awaitStatus("Exported");
      assertThat(other.find("header .chip").getText()).isEqualTo("Was automated");
    }
  }

  @Test
  void theInspectorShowsWhatWasSentAndWhatItChanged() {
    screen.enter(screen.field("Vendor name"), "Nordlicht");
    screen.awaitValue(screen.field("Vendor"), "Nordlicht North");

    screen.find(".exchange-line").click();

    screen.await(() -> screen.has(".changes"));
    assertThat(screen.find(".exchange-line").getText()).contains("updated", "200", "ms", "B");
    assertThat(screen.find(".changes").getText()).contains("vendor", "→");
    screen.browser.findElements(By.cssSelector(".part summary")).stream()
        .filter(summary -> summary.getText().startsWith("Request"))
        .findFirst()
        .orElseThrow()
        .click();
    assertThat(screen.texts("pre.body").get(0))
        .contains("\"action\" : \"updated\"")
        .doesNotContain("fixture-password-Zx81", "fixture-token");
  }

  @Test
  void anExchangeIsCopied() {
    screen.find(".exchange-line").click();
    screen.button("Copy as fixture").click();

    screen.await(() -> screen.find(".copied").getText().equals("Copied as fixture."));
  }

  @Test
  void aPastedDocumentIsOpened() {
    screen.button("Paste a document").click();
    screen.browser.executeScript(
        "document.querySelector('textarea.pasted').value = arguments[0]",
        TestExtension.invoice().withField("invoice_id", "PASTED-1").json());
    screen.button("Open").click();

    screen.await(() -> screen.value(screen.field("Invoice number")).equals("PASTED-1"));
    screen.awaitStatus("Reviewing");
    screen.await(() -> !screen.has("dialog"));
    assertThat(screen.focused()).isEqualTo("Paste a document");
  }
}
