package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A table of 5000 rows, in Chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
class LargeTableTest {
  private static final int ROWS = 5_000;
  private static final String LINES = "Line items";

  private Playground playground;
  private Screen screen;

  @BeforeAll
  void open() {
    playground =
        Playground.open(TestExtension.endpoint(), TestExtension.SECRET, LargeInvoice.ofLines(ROWS));
    screen = Screen.of(playground);
  }

  @AfterAll
  void close() {
    screen.assertQuiet();
    playground.close();
  }

  private int rendered() {
    return screen.grid(LINES).findElements(By.cssSelector("[role=row][data-row]")).size();
  }

  private void scrollTo(double part) {
    screen.browser.executeScript(
        "arguments[0].scrollTop = arguments[0].scrollHeight * arguments[1]",
        screen.grid(LINES),
        part);
  }

  @Test
  void onlyTheRowsThatOneSeesAreInTheDom() {
    assertThat(screen.grid(LINES).getDomAttribute("aria-rowcount")).isEqualTo("5001");
    for (double part : new double[] {0, 0.3, 0.77, 1}) {
      scrollTo(part);
      int row = Math.max(1, (int) (part * (ROWS - 1)));
      screen.await(
          () ->
              screen.has(
                  "[role=grid][aria-label='Line items'] [role=row][aria-rowindex='"
                      + (row + 1)
                      + "']"));
      assertThat(rendered()).isBetween(5, 200);
    }
  }

  @Test
  void focusAndAnEditInProgressSurviveScrolling() {
    scrollTo(0);
    WebElement cell = screen.cell(LINES, 3, "Description");
    screen.type(cell, "half a wo");
    scrollTo(0.8);
    screen.await(() -> screen.has("[role=row][aria-rowindex='4000']"));
    screen.press("rd");

    assertThat(screen.value(screen.cell(LINES, 3, "Description"))).isEqualTo("half a word");
    assertThat(rendered()).isLessThanOrEqualTo(200);
    screen.press(Keys.ESCAPE);
  }

  @Test
  void anEditOfTheLastRowIsAnswered() {
    scrollTo(1);
    screen.enter(screen.cell(LINES, ROWS, "Quantity"), "7");

    screen.await(() -> screen.status().contains("1 warning"));
    screen.enter(screen.cell(LINES, ROWS, "Quantity"), "2");
    screen.await(
        () -> !screen.status().contains("warning") && !screen.status().contains("Waiting"));
  }
}
