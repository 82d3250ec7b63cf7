package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** axe finds nothing, light and dark, in Chromium. */
@Tag("browser")
class AccessTest {
  private final Playground playground =
      Playground.open(
          TestExtension.endpoint(),
          TestExtension.SECRET,
          TestExtension.invoice()
              .withField("order_id", "12")
              .withField("amount_total", "1")
              .withField("line_items[0].item_description", "")
              .withField("notes", "html"));
  private final Screen screen = Screen.of(playground);

  @AfterEach
  void close() {
    prefer("light");
    playground.close();
  }

  private void prefer(String scheme) {
    screen.browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  private void assertAccessible(String state, AxeBuilder axe) {
    List<Rule> violations = axe.analyze(screen.browser).getViolations();
    assertThat(violations)
        .as(state)
        .extracting(rule -> rule.getId() + " (" + rule.getImpact() + "): " + rule.getNodes())
        .isEmpty();
  }

  @Test
  void axeFindsNothing() {
    screen.awaitAlert("six digits");
    screen.find(".exchange-line").click();
    screen.await(() -> screen.has(".changes"));
    screen.field("Vendor").click();
    screen.await(() -> screen.has("[role=listbox]"));
    assertAccessible("the document, a dropdown and the inspector", new AxeBuilder());
    screen.leave();

    screen.find("#tab-Automation").click();
    screen.button("Keys").click();
    screen.await(() -> screen.has("dialog[open]"));
    assertAccessible("automation and the keys", new AxeBuilder());
  }

  /** Shows the form of an e-mail, and what came of it. */
  private void sendEmail() {
    screen.find("#tab-Events").click();
    screen.browser.findElement(By.xpath("//button[.//span[.='email.received']]")).click();
    screen.button("Send email.received").click();
    screen.await(() -> screen.has(".event-report"));
    screen.button("Send annotation_content.user_update").click();
    screen.await(() -> screen.has(".event-report .changes"));
  }

  @Test
  void axeFindsNothingInTheEvents() {
    sendEmail();
    assertAccessible("the events", new AxeBuilder());
    prefer("dark");
    assertAccessible("the events in the dark", new AxeBuilder());
  }

  @Test
  void inTheDarkEverythingCanBeReadToo() {
    prefer("dark");
    screen.awaitAlert("six digits");
    screen.find(".exchange-line").click();
    screen.await(() -> screen.has(".changes"));
    assertAccessible("the document and the inspector in the dark", new AxeBuilder());

    screen.find("#tab-Automation").click();
    screen.button("Keys").click();
    screen.await(() -> screen.has("dialog[open]"));
    assertAccessible("automation and the keys in the dark", new AxeBuilder());
  }
}
