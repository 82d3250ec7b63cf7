package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.FluentWait;

/** The page in Chromium, by its roles and names: what a screen reader finds. */
final class Screen {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  final ChromeDriver browser = Chromium.driver();

  /** Opens the page, and waits until it shows the document. */
  static Screen of(Playground playground) {
    return at(playground.url());
  }

  /** Opens the page at this URL, and waits until it shows the document. */
  static Screen at(URI url) {
    Screen screen = new Screen();
    screen.browser.get("about:blank");
    Chromium.console(); // what an earlier page left
    screen.browser.get(url.toString());
    screen.await(() -> screen.has("[role=status]"));
    return screen;
  }

  boolean has(String css) {
    return !browser.findElements(By.cssSelector(css)).isEmpty();
  }

  WebElement find(String css) {
    await(() -> has(css));
    return browser.findElement(By.cssSelector(css));
  }

  /** Returns a field of the sidebar by its label. */
  WebElement field(String label) {
    return find("nav [aria-label='" + label + "'][data-key]");
  }

  WebElement button(String name) {
    await(() -> !buttons(name).isEmpty());
    return buttons(name).get(0);
  }

  List<WebElement> buttons(String name) {
    return browser.findElements(
        By.xpath("//button[normalize-space(.)='" + name + "' or @aria-label='" + name + "']"));
  }

  WebElement grid(String label) {
    return find("[role=grid][aria-label='" + label + "']");
  }

  /** Returns the input or button of a cell; the row counts from 1. */
  WebElement cell(String table, int row, String column) {
    return find(cellPath(table, row) + " [aria-label='" + column + "']");
  }

  WebElement rowButton(String table, int row, String name) {
    String path = cellPath(table, row) + " button";
    await(() -> has(path));
    return browser.findElements(By.cssSelector(path)).stream()
        .filter(
            button ->
                button.getText().equals(name) || name.equals(button.getDomAttribute("aria-label")))
        .findFirst()
        .orElseThrow();
  }

  private static String cellPath(String table, int row) {
    return "[role=grid][aria-label='" + table + "'] [role=row][aria-rowindex='" + (row + 1) + "']";
  }

  int rows(String table) {
    return Integer.parseInt(grid(table).getDomAttribute("aria-rowcount")) - 1;
  }

  /** Types a text instead of the one that is there, and leaves the field. */
  void enter(WebElement input, String text) {
    type(input, text);
    leave();
  }

  void type(WebElement input, String text) {
    input.click();
    input.sendKeys(Keys.chord(Keys.CONTROL, "a"), text.isEmpty() ? Keys.BACK_SPACE : text);
  }

  /** Takes the focus from the field, as a click beside it does. */
  void leave() {
    browser.executeScript("document.activeElement.blur()");
  }

  void press(CharSequence... keys) {
    browser.switchTo().activeElement().sendKeys(keys);
  }

  String status() {
    return find("[role=status].state-line").getText();
  }

  List<String> texts(String css) {
    return browser.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
  }

  /** Returns what the page says as alerts. */
  List<String> alerts() {
    return texts("[role=alert]");
  }

  /** Returns the accessible name of what has the focus. */
  String focused() {
    return String.valueOf(browser.switchTo().activeElement().getAccessibleName());
  }

  String value(WebElement input) {
    return String.valueOf(input.getDomProperty("value"));
  }

  void await(Supplier<Boolean> condition) {
    new FluentWait<>(this)
        .withTimeout(PATIENCE)
        .pollingEvery(Duration.ofMillis(15))
        .ignoring(StaleElementReferenceException.class)
        .until(screen -> condition.get());
  }

  void awaitAlert(String text) {
    await(() -> alerts().stream().anyMatch(alert -> alert.contains(text)));
  }

  void awaitValue(WebElement input, String value) {
    await(() -> value(input).equals(value));
  }

  void awaitStatus(String status) {
    await(() -> find("header .status").getText().equals(status));
  }

  /** Fails if the browser complained, such as about its security policy. */
  void assertQuiet() {
    assertThat(Chromium.console()).isEmpty();
  }
}
