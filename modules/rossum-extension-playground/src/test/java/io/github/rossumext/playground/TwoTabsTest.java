package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;

/** Two pages on one document, in Chromium. */
@Tag("browser")
class TwoTabsTest {
  private final Playground playground =
      Playground.open(TestExtension.endpoint(), TestExtension.SECRET, TestExtension.invoice());
  private final Screen screen = Screen.of(playground);
  private final String first = screen.browser.getWindowHandle();
  private final String second = openSecond();

  private String openSecond() {
    screen.browser.switchTo().newWindow(WindowType.TAB);
    screen.browser.get(playground.url().toString());
    screen.await(() -> screen.has("[role=status]"));
    return screen.browser.getWindowHandle();
  }

  @AfterEach
  void close() {
    playground.close();
    show(second);
    screen.browser.close();
    show(first);
    screen.assertQuiet();
  }

  private void show(String tab) {
    screen.browser.switchTo().window(tab);
  }

  @Test
  void whatOneTabDoesTheOtherShows() {
    screen.enter(screen.field("Order number"), "12");
    screen.awaitAlert("The order number must have six digits.");

    show(first);
    screen.awaitAlert("The order number must have six digits.");
    screen.awaitValue(screen.field("Order number"), "12");

    screen.button("Postpone").click();
    screen.awaitStatus("Postponed");
    show(second);
    screen.awaitStatus("Postponed");
  }

  @Test
  void bothSayThatThePlaygroundHasEnded() {
    playground.close();

    screen.await(() -> screen.status().equals("The playground has ended."));
    show(first);
    assertThat(screen.status()).isEqualTo("The playground has ended.");
  }
}
