package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Tables, in Chromium. */
@Tag("browser")
class TableScreenTest {
  private static final String LINES = "Line items";

  private final Playground playground =
      Playground.open(TestExtension.endpoint(), TestExtension.SECRET, TestExtension.invoice());
  private final Screen screen = Screen.of(playground);

  @AfterEach
  void close() {
    screen.assertQuiet();
    playground.close();
  }

  @Test
  void aTableIsAGridOfRowsWhoseColumnsAreTheLabels() {
    WebElement grid = screen.grid(LINES);

    assertThat(grid.getAriaRole()).isEqualTo("grid");
    assertThat(grid.getAccessibleName()).isEqualTo(LINES);
    assertThat(screen.rows(LINES)).isEqualTo(4);
    assertThat(
            grid.findElements(By.cssSelector("[role=columnheader]")).stream()
                .map(WebElement::getAccessibleName))
        .contains("Code", "Description", "Quantity", "Refresh")
        .doesNotContain("G/L account");
    assertThat(screen.cell(LINES, 1, "Quantity").getAriaRole()).isEqualTo("textbox");
  }

  @Test
  void aCellSaysItsMessage() {
    screen.enter(screen.cell(LINES, 2, "Quantity"), "1000");

    screen.await(() -> screen.status().contains("1 warning"));
    WebElement total = screen.cell(LINES, 2, "Total without tax");
    String message = total.getDomAttribute("aria-errormessage");
    assertThat(total.getDomAttribute("aria-describedby")).isEqualTo(message);
    assertThat(total.getDomAttribute("aria-invalid")).isNull(); // a warning
    assertThat(screen.find("#" + message).getDomProperty("textContent"))
        .isEqualTo("Quantity × price is not the total.");
    assertThat(screen.texts(".table-messages"))
        .anySatisfy(
            text -> assertThat(text).contains("2: Total", "Quantity × price is not the total."));
  }

  @Test
  void aCellThatIsEmptyThoughItIsRequiredIsInvalid() {
    screen.enter(screen.cell(LINES, 1, "Description"), "");

    screen.await(
        () -> screen.cell(LINES, 1, "Description").getDomAttribute("aria-errormessage") != null);
    WebElement cell = screen.cell(LINES, 1, "Description");
    assertThat(cell.getDomAttribute("aria-invalid")).isEqualTo("true");
    assertThat(
            screen.has(
                "[role=gridcell][aria-errormessage='"
                    + cell.getDomAttribute("aria-errormessage")
                    + "']"))
        .isTrue();
    assertThat(
            screen
                .find("#" + cell.getDomAttribute("aria-errormessage"))
                .getDomProperty("textContent"))
        .isEqualTo("This field is required.");
  }

  @Test
  void rowsAreAddedAtTheEndAndDeleted() {
    screen.buttons("Add row").get(1).click();
    screen.await(() -> screen.rows(LINES) == 5);
    assertThat(screen.value(screen.cell(LINES, 5, "Code"))).isEmpty();
    screen.await(() -> screen.focused().equals("Code"));

    screen.rowButton(LINES, 1, "Delete row 1").click();

    screen.await(() -> screen.rows(LINES) == 4);
    screen.await(() -> screen.focused().equals("Delete row 1"));
    assertThat(playground.exchanges())
        .last()
        .satisfies(exchange -> assertThat(exchange.cause()).isEqualTo("line_items removed from"));
  }

  @Test
  void aButtonOfARowIsClicked() {
    screen.rowButton(LINES, 2, "Refresh").click();

    screen.awaitValue(screen.cell(LINES, 2, "Unit price without tax"), "99.5");
  }

  @Test
  void anEditThatRossumRefusesSaysWhy() {
    screen.enter(screen.cell(LINES, 1, "Code"), "x".repeat(1501));

    screen.awaitAlert("takes values of up to 1500 characters");
    assertThat(screen.value(screen.cell(LINES, 1, "Code"))).isEqualTo("NL-4410");

    screen.enter(screen.field("Notes"), "something else");

    screen.await(() -> screen.alerts().isEmpty());
  }

  @Test
  void sumsFollowTheCells() {
    String before = screen.find(".sums .sum:not(:empty)").getText();

    screen.enter(screen.cell(LINES, 1, "Total without tax"), "1");

    screen.await(() -> !screen.texts(".sums .sum").contains(before));
  }

  @Test
  void arrowsGoToTheNeighbours() {
    screen.cell(LINES, 1, "Code").click();

    screen.press(Keys.DOWN);
    assertThat(screen.browser.switchTo().activeElement()).isEqualTo(screen.cell(LINES, 2, "Code"));
    screen.press(Keys.RIGHT);
    assertThat(screen.focused()).isEqualTo("Description");
    screen.press(Keys.RIGHT);
    assertThat(screen.focused()).isEqualTo("Quantity");
  }
}
