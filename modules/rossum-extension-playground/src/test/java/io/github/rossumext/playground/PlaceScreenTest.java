package io.github.rossumext.playground;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.DocumentBuilder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Where a user is after something went away, and that nothing is hidden silently, in Chromium. */
@Tag("browser")
class PlaceScreenTest {
  private final HookEndpoint endpoint =
      HookEndpoint.builder()
          .secret(TestExtension.SECRET)
          .on(ANNOTATION_CONTENT, ContentRules.of(PlaceScreenTest::removeWhatIsEmpty))
          .build();
  private final Playground playground =
      Playground.open(endpoint, TestExtension.SECRET, TestExtension.invoice());
  private final Screen screen = Screen.of(playground);

  @AfterEach
  void close() {
    screen.assertQuiet();
    playground.close();
    endpoint.close();
  }

  private static void removeWhatIsEmpty(ContentEditor content) {
    content.table("line_items").removeIf(line -> line.field("item_quantity").text().equals("0"));
    content.list("delivery_notes").removeIf(note -> note.text().equals("none"));
  }

  private WebElement focused() {
    return screen.browser.switchTo().activeElement();
  }

  private String focusedRow() {
    return String.valueOf(
        screen.browser.executeScript(
            "return document.activeElement.closest('[data-row]')?.getAttribute('aria-rowindex')"));
  }

  @Test
  void inARowThatARuleRemovesTheFocusGoesToTheNextRow() {
    int rows = screen.rows("Line items");
    screen.type(screen.cell("Line items", 2, "Quantity"), "0");
    screen.press(Keys.TAB);

    screen.await(() -> screen.rows("Line items") == rows - 1);

    screen.await(() -> focusedRow().equals("3"));
    assertThat(screen.focused()).isEqualTo("Unit");
  }

  @Test
  void inTheLastRowItGoesToTheOneBefore() {
    int rows = screen.rows("Line items");
    screen.type(screen.cell("Line items", rows, "Quantity"), "0");
    screen.press(Keys.TAB);

    screen.await(() -> screen.rows("Line items") == rows - 1);

    screen.await(() -> focusedRow().equals(String.valueOf(rows)));
    assertThat(screen.focused()).isEqualTo("Unit");
  }

  @Test
  void inAValueOfAListItGoesToTheNextValue() {
    By values = By.cssSelector(".value [data-key]");
    int count = screen.browser.findElements(values).size();
    WebElement first = screen.browser.findElement(values);
    String next = screen.value(screen.browser.findElements(values).get(1));
    screen.type(first, "none");
    screen.press(Keys.TAB);

    screen.await(() -> screen.browser.findElements(values).size() == count - 1);

    screen.await(() -> next.equals(screen.value(focused())));
  }

  @Test
  void optionsThatAreNotListedAreCountedAndFound() {
    String options =
        IntStream.rangeClosed(1, 450)
            .mapToObj("{\"value\": \"%1$d\", \"label\": \"Account %1$d\"}"::formatted)
            .collect(Collectors.joining(","));
    String schema =
        """
        [{"category": "section", "id": "s", "label": "Fields", "children": [
          {"category": "datapoint", "id": "account", "label": "Account", "type": "enum",
           "options": [%s]}]}]
        """
            .formatted(options);
    try (Playground other =
        Playground.open(
            TestExtension.endpoint(), TestExtension.SECRET, DocumentBuilder.of(schema).build())) {
      Screen there = Screen.of(other);
      there.field("Account").click();
      there.await(() -> there.has("[role=listbox]"));
      assertThat(there.texts("[role=option].option")).hasSize(200);
      assertThat(there.find(".no-option").getText())
          .isEqualTo("250 more: type a part of their text to find them");

      there.field("Account").sendKeys("Account 449");

      there.await(() -> there.texts("[role=option]").equals(List.of("Account 449")));
    }
  }
}
