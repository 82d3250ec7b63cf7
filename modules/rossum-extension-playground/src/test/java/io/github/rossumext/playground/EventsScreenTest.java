package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The panel with every event of the protocol, in Chromium. */
@Tag("browser")
class EventsScreenTest {
  private final RossumSimulator rossum = EventsExtension.simulator();
  private final RossumApiStub api = RossumApiStub.create().join(rossum);
  private final Playground playground =
      Playground.builder(rossum).document(TestExtension.invoice()).open();
  private final Screen screen = Screen.of(playground);

  @AfterEach
  void close() {
    screen.assertQuiet();
    playground.close();
    api.close();
  }

  private void openPanel() {
    screen.find("#tab-Events").click();
    screen.await(() -> screen.has(".events"));
  }

  /** Opens the form of an event. */
  private void openForm(String event) {
    openPanel();
    toggle(screen, event).click();
  }

  private static WebElement toggle(Screen screen, String event) {
    return screen.browser.findElement(
        By.xpath("//button[@aria-expanded][.//span[.='" + event + "']]"));
  }

  private void send(String event) {
    screen.button("Send " + event).click();
  }

  private void deliver(String how) {
    select("Delivery of the next event").selectByVisibleText(how);
  }

  private Select select(String label) {
    return new Select(
        screen.browser.findElement(
            By.xpath("//label[starts-with(normalize-space(.), '" + label + "')]//select")));
  }

  private WebElement result(String event) {
    return screen.find("[role=group][aria-label='Result of " + event + "']");
  }

  private void awaitResult(String event, String text) {
    screen.await(() -> result(event).getText().contains(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"initialize", "started", "user_update", "confirm", "export"})
  void anEventAboutTheDocumentIsSentAndItsResponseApplied(String action) {
    screen.enter(screen.field("Notes"), "x"); // becomes "at updated"
    openPanel();

    send("annotation_content." + action);

    awaitResult("annotation_content." + action, "1 change");
    screen.awaitValue(screen.field("Notes"), "at " + action);
    assertThat(screen.find("header .status").getText()).isEqualTo("Reviewing");
  }

  @Test
  void aChangeOfTheStatusIsTold() {
    openForm("annotation_status.changed");
    select("From").selectByVisibleText("Exporting");
    select("To").selectByVisibleText("Failed export");

    send("annotation_status.changed");

    awaitResult("annotation_status.changed", "Rossum ignores the response.");
    assertThat(playground.exchanges().get(playground.exchanges().size() - 1).request())
        .contains("\"previous_status\":\"exporting\"", "\"status\":\"failed_export\"");
    assertThat(screen.find("header .status").getText()).isEqualTo("Reviewing");
  }

  @Test
  void ofAnEmailOneSeesWhichFilesAreImportedAndWithWhichValues() {
    openForm("email.received");

    send("email.received");

    awaitResult("email.received", "1 of 2 files imported.");
    assertThat(files())
        .containsExactly(
            "invoice.pdf\nimported\nemail:order_id = 450017", "logo.png\nnot imported");
  }

  private List<String> files() {
    return screen.texts("[aria-label=Files] > .decision");
  }

  @Test
  void ofAnUploadOneSeesWhichFilesAreImportedAndWhatTheExtensionSays() {
    openForm("upload.created");
    screen.button("Add a file").click();
    screen.type(screen.find("[aria-label='Name of file 2']"), "all.zip");
    assertThat(screen.value(screen.find("[aria-label='Type of file 2']")))
        .isEqualTo("application/zip");
    screen.type(area("Values"), "{\"upload:cost_center\": \"7\"}");

    send("upload.created");

    awaitResult("upload.created", "1 of 2 files imported.");
    assertThat(files())
        .containsExactly(
            "invoice.pdf\nimported\nupload:cost_center = 7", "all.zip\nnot imported\nNo archives.");
  }

  private WebElement area(String label) {
    return screen.browser.findElement(
        By.xpath("//label[starts-with(normalize-space(.), '" + label + "')]//textarea"));
  }

  @Test
  void aManualInvocationGetsArgumentsAndItsResponseIsShown() {
    openForm("invocation.manual");
    screen.type(area("Arguments"), "{\"vendor\": \"V-7\", \"limit\": 3}");

    send("invocation.manual");

    awaitResult("invocation.manual", "The client gets the response:");
    assertThat(screen.find("[aria-label='Response to the client']").getText())
        .contains("\"asked\"", "vendor", "limit");
  }

  @Test
  void argumentsThatAreNoObjectAreRefused() {
    openForm("invocation.manual");
    screen.type(area("Arguments"), "not JSON");

    send("invocation.manual");

    screen.awaitAlert("The arguments must be a JSON object.");
  }

  @Test
  void aLaterJobIsPolledAndThePollsAreShown() {
    openPanel();

    send("invocation.scheduled");

    awaitResult("invocation.scheduled", "after 90 s");
    assertThat(result("invocation.scheduled").getText())
        .contains("201", "after 30 s", "after 60 s", "Rossum ignores the response.");
    screen.find("#tab-Inspector").click();
    assertThat(screen.texts("[aria-label='Polls of Rossum'] .call-path"))
        .containsExactly("Poll after 30 s", "Poll after 60 s", "Poll after 90 s");
  }

  @Test
  void aLostResponseIsShownAndSoIsTheRepeat() {
    openPanel();
    deliver("the response is lost");

    send("annotation_content.export");

    awaitResult("annotation_content.export", "Attempt 2.");
    assertThat(result("annotation_content.export").getText())
        .contains("The response was lost, as you asked", "No response: the response was lost");
    assertThat(screen.alerts()).contains("Export 1."); // it is handled once
    assertThat(select("Delivery of the next event").getFirstSelectedOption().getText())
        .isEqualTo("as usual");
  }

  @Test
  void aLostRequestAndALateResponseAreShown() {
    openPanel();
    deliver("the request is lost");
    send("annotation_content.user_update");
    awaitResult("annotation_content.user_update", "the extension did not get it");

    deliver("the response comes too late");
    send("annotation_content.user_update");
    awaitResult("annotation_content.user_update", "Rossum no longer waits");
  }

  @Test
  void aRequestArrivesTwice() {
    openPanel();
    deliver("it arrives twice");

    send("annotation_content.export");

    awaitResult("annotation_content.export", "The request arrived twice");
    assertThat(screen.alerts()).contains("Export 1.");
  }

  @Test
  void theLastRequestIsDeliveredAgain() {
    openPanel();
    send("annotation_content.export");
    awaitResult("annotation_content.export", "1 change");

    screen.button("Deliver it again").click();

    awaitResult("annotation_content.export", "The response is the same as before.");
    openForm("email.received");
    send("email.received");
    awaitResult("email.received", "1 of 2 files imported.");
    screen.button("Deliver it again").click();
    awaitResult("email.received", "The response is the same as before.");
    assertThat(files()).hasSize(2);
  }

  @Test
  void timePassesOnTheClock() {
    openPanel();
    assertThat(screen.find(".clock").getText()).isEqualTo("2025-11-04 09:00:00 UTC");

    select("Time to pass").selectByVisibleText("1 hour");
    screen.button("Let time pass").click();

    screen.await(() -> screen.find(".clock").getText().equals("2025-11-04 10:00:00 UTC"));
  }

  @Test
  void callBacksAreShownInTheInspectorWithoutTheToken() {
    assertThat(screen.texts("[aria-label='Call-backs of the extension'] .call-line"))
        .singleElement()
        .asString()
        .contains("200", "GET /v1/annotations/", "ms");

    screen.find(".call-line").click();

    screen.await(() -> screen.has(".call-detail pre"));
    assertThat(screen.find(".call-detail").getText()).contains("\"status\"", "\"reviewing\"");
    assertThat(screen.browser.getPageSource()).doesNotContain("Bearer", "stub-token");
  }

  @Test
  void aRecordedRequestIsSentAsItIs() {
    openForm("Recorded request");
    screen.browser.executeScript(
        """
        const area = document.querySelector('.event-form textarea');
        area.value = arguments[0];
        area.dispatchEvent(new Event('input', {bubbles: true}));
        """,
        Fixtures.emailReceived().json());

    send("Recorded request");

    awaitResult("email.received", "1 of 3 files imported.");
  }

  @Test
  void whatTheExtensionDoesNotHandleSaysSo() {
    try (Playground other =
        Playground.open(TestExtension.endpoint(), TestExtension.SECRET, TestExtension.invoice())) {
      Screen there = Screen.of(other);
      there.find("#tab-Events").click();
      toggle(there, "email.received").click();

      there.button("Send email.received").click();

      there.await(() -> there.has(".event-report"));
      assertThat(there.find(".event-report").getText())
          .contains(
              "The extension does not handle email.received: nothing was sent.",
              ".on(EMAIL_RECEIVED, …)",
              "2 of 2 files imported. No extension handles it, so Rossum imports all files.");
    }
  }

  @Test
  void anEventIsSentWithoutAMouse() {
    screen.find("#tab-Inspector").click();
    screen.press(Keys.ARROW_RIGHT);
    screen.await(() -> screen.focused().startsWith("Events"));
    for (int i = 0; i < 20 && !screen.focused().startsWith("email.received"); i++) {
      screen.press(Keys.TAB);
    }
    screen.press(Keys.ENTER);
    screen.await(() -> screen.has(".event-form"));
    for (int i = 0; i < 20 && !screen.focused().equals("Send email.received"); i++) {
      screen.press(Keys.TAB);
    }
    screen.press(Keys.ENTER);

    awaitResult("email.received", "1 of 2 files imported.");
    assertThat(screen.focused()).isEqualTo("Send email.received");
    assertThat(screen.find("[role=status][aria-label='Last event']").getText())
        .isEqualTo("email.received: status 200, 1 of 2 files imported");
  }

  @Test
  void whatIsFilledInStaysWhileOneLooksElsewhere() {
    openForm("email.received");
    screen.type(
        screen.find(".event-form input[type=text]:not([aria-label])"),
        "Other <o@supplier.example>");

    screen.find("#tab-Inspector").click();
    screen.find("#tab-Events").click();

    assertThat(screen.value(screen.find(".event-form input[type=text]:not([aria-label])")))
        .isEqualTo("Other <o@supplier.example>");
  }
}
