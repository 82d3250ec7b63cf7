package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.SchemaDocumentBuilder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Whether one sees what is on the screen, in Chromium. */
@Tag("browser")
class LayoutTest {
  private static final Dimension USUAL = new Dimension(1440, 900);

  private static final String SCHEMA =
      """
      [{"category": "section", "id": "s", "label": "Fields", "children": [%s,
        {"category": "multivalue", "id": "taxes", "label": "Taxes", "children":
          {"category": "tuple", "id": "tax", "label": "Tax", "children": [
            {"category": "datapoint", "id": "amount", "label": "Amount", "type": "number",
             "aggregations": {"sum": {"label": "Amounts"}}}]}},
        {"category": "multivalue", "id": "lines", "label": "Lines", "children":
          {"category": "tuple", "id": "line", "label": "Line", "children": [
            {"category": "datapoint", "id": "kind", "label": "Kind", "type": "enum",
             "options": [{"value": "1", "label": "One"}, {"value": "2", "label": "Two"},
                         {"value": "3", "label": "Three"}]},
            {"category": "datapoint", "id": "price", "label": "Price", "type": "number",
             "aggregations": {"sum": {"label": "Prices"}}}]}}]}]
      """;

  private final Playground playground =
      Playground.open(TestExtension.endpoint(), TestExtension.SECRET, document());
  private final Screen screen = Screen.of(playground);

  @AfterEach
  void close() {
    screen.browser.manage().window().setSize(USUAL);
    playground.close();
  }

  /** A document with more required fields than the screen has room for. */
  private static Fixture document() {
    String fields =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    ("{\"category\": \"datapoint\", \"id\": \"f%1$d\", \"type\": \"string\","
                            + " \"label\": \"A field whose label is so long that a line of the reasons has"
                            + " room for one of them, with the number %1$d\"}")
                        .formatted(i))
            .collect(Collectors.joining(","));
    SchemaDocumentBuilder builder = DocumentBuilder.of(SCHEMA.formatted(fields));
    for (int i = 0; i < 6; i++) {
      builder.row("lines", row -> row.field("kind", "1").field("price", "10"));
    }
    for (int i = 0; i < 30; i++) {
      builder.row("taxes", row -> row.field("amount", "10"));
    }
    return builder.build();
  }

  private boolean isInFront(WebElement element) {
    return Boolean.TRUE.equals(
        screen.browser.executeScript(
            """
            const box = arguments[0].getBoundingClientRect();
            const there = document.elementFromPoint(
              box.left + box.width / 2, box.top + box.height / 2);
            return there !== null && arguments[0].contains(there);
            """,
            element));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 6})
  void theOptionsOfACellAreInFrontOfHeadAndSums(int row) {
    screen.cell("Lines", row, "Kind").click();
    screen.press(Keys.chord(Keys.ALT, Keys.DOWN));

    assertThat(screen.browser.findElements(By.cssSelector("[role=option]")))
        .hasSize(3)
        .allMatch(this::isInFront);
  }

  @ParameterizedTest
  @ValueSource(ints = {1440, 1000, 620})
  void onlyThePartsOfThePageScroll(int width) {
    screen.browser.manage().window().setSize(new Dimension(width, 800));

    screen.await(
        () ->
            Boolean.TRUE.equals(
                screen.browser.executeScript(
                    """
                    const {scrollWidth, scrollHeight} = document.documentElement;
                    return scrollWidth <= innerWidth && scrollHeight <= innerHeight;
                    """)));
    assertThat(isInFront(screen.button("Start over"))).isTrue();
    assertThat(isInFront(screen.button("Postpone"))).isTrue();
  }

  @Test
  void howManyReasonsThereAreIsSeen() {
    WebElement more = screen.find("#reasons .more");

    assertThat(more.getText()).matches("and \\d+ more");
    assertThat(isInFront(more)).isTrue();
  }
}
