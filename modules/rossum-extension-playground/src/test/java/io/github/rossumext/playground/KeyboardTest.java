package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.value.ValidationSource;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** The whole way of a document without a mouse, in Chromium. */
@Tag("browser")
class KeyboardTest {
  private final Playground playground =
      Playground.open(
          TestExtension.endpoint(),
          TestExtension.SECRET,
          TestExtension.invoice()
              .withField("order_id", "12")
              .withField("amount_total", "1")
              .withField("line_items[3].item_quantity", "1000"));
  private final Screen screen = Screen.of(playground);

  @AfterEach
  void close() {
    screen.assertQuiet();
    playground.close();
  }

  private void tabTo(String name) {
    for (int i = 0; i < 120; i++) {
      if (screen.focused().equals(name)) {
        return;
      }
      screen.press(Keys.TAB);
    }
    throw new AssertionError("Tab does not lead to '" + name + "'.");
  }

  private void replace(String text) {
    screen.press(Keys.chord(Keys.CONTROL, "a"));
    screen.press(text);
  }

  @Test
  void aDocumentIsCorrectedAndConfirmed() {
    screen.await(() -> screen.status().contains("1 error"));
    assertThat(screen.button("Confirm").isEnabled()).isFalse();
    tabTo("Order number");
    replace("123456");
    screen.press(Keys.ENTER);
    assertThat(screen.focused()).isEqualTo("Total amount");
    replace("1748");
    screen.press(Keys.ENTER);
    // the third row has a cell that nothing validated, the fourth one whose quantity is wrong
    assertThat(screen.focused()).isEqualTo("Description");
    screen.press(Keys.ENTER);
    assertThat(screen.focused()).isEqualTo("Total without tax");
    screen.press(Keys.chord(Keys.SHIFT, Keys.TAB), Keys.chord(Keys.SHIFT, Keys.TAB));
    screen.press(Keys.chord(Keys.SHIFT, Keys.TAB), Keys.chord(Keys.SHIFT, Keys.TAB));
    assertThat(screen.focused()).isEqualTo("Quantity");
    replace("1");
    screen.press(Keys.TAB);
    screen.await(() -> screen.status().equals("Nothing needs attention."));
    screen.press(Keys.ENTER);
    assertThat(screen.focused()).isEqualTo("Confirm");
    screen.press(Keys.ENTER);
    screen.awaitStatus("Exported");
  }

  /** An invoice without a field that a user must look at. */
  private static Fixture seenInvoice() {
    return TestExtension.invoice()
        .withValidationSources("order_id", ValidationSource.HUMAN)
        .withValidationSources("line_items[2].item_description", ValidationSource.HUMAN);
  }

  private static Playground open(Fixture document) {
    return Playground.open(TestExtension.endpoint(), TestExtension.SECRET, document);
  }

  @Test
  void enterOnTheLastErrorLeadsToConfirmWhenTheResponseIsThere() {
    try (Playground other = open(seenInvoice().withField("amount_total", "1"))) {
      Screen there = Screen.of(other);
      there.await(() -> there.status().equals("1 error"));

      there.type(there.field("Total amount"), "1748");
      there.press(Keys.ENTER);

      there.await(() -> there.focused().equals("Confirm"));
    }
  }

  @Test
  void enterDoesNotLeadToDeleteIfNoFieldIsInTheWay() {
    try (Playground other = open(seenInvoice())) {
      Screen there = Screen.of(other);
      there.enter(there.field("Notes"), "boom");
      there.awaitAlert("The extension failed.");
      there.await(() -> there.status().equals("1 error"));

      there.field("Notes").click();
      there.press(Keys.ENTER);
      there.press(Keys.ENTER);
      there.enter(there.field("Notes"), "fine"); // comes after what Enter led to

      there.await(() -> there.button("Confirm").isEnabled());
      assertThat(there.find("header .status").getText()).isEqualTo("Reviewing");
    }
  }

  @Test
  void tabVisitsEverythingInOrder() {
    screen.browser.executeScript(
        """
        window.visited = [];
        document.addEventListener('focusin', ({target}) =>
          visited.push(target.getAttribute('aria-label') ?? target.textContent));
        """);

    new Actions(screen.browser).sendKeys(Keys.TAB.toString().repeat(130)).perform();

    assertThat(screen.browser.executeScript("return visited"))
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .containsSubsequence(
            List.of(
                "Document type",
                "Invoice number",
                "Order number",
                "Vendor name",
                "Refresh from the ERP",
                "Total amount",
                "Code",
                "Description",
                "Quantity",
                "Postpone"));
  }

  @Test
  void questionMarkShowsTheKeysAndF6GoesToTheNextPart() {
    screen.press(Keys.F6);
    assertThat(screen.browser.switchTo().activeElement().getDomProperty("tagName"))
        .isNotEqualTo("BODY");
    screen.press("?");

    screen.await(() -> screen.has("dialog[open]"));
    assertThat(screen.find("dialog").getText()).contains("Enter", "F6", "Alt+↓");
    screen.press(Keys.ESCAPE);
    screen.await(() -> !screen.has("dialog[open]"));
  }
}
