package io.github.rossumext.benchmarks;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.playground.Playground;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SchemaDocumentBuilder;
import io.github.rossumext.value.Secret;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * How long the playground takes to paint a document with a large table, and to paint a key that is
 * typed into a cell of it, in Chromium.
 */
final class PaintTimes {
  private static final int ROWS = 5_000;
  private static final int ROUNDS = 9;
  private static final int KEYS = 60;

  /** Remembers when the rows were painted, and how long each key took until it was painted. */
  private static final String WATCH =
      """
      const afterPaint = work => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => work(performance.now());
        channel.port2.postMessage(0);
      });
      window.keyTimes = [];
      new MutationObserver((_, observer) => {
        if (document.querySelector('[role=row][data-row]')) {
          observer.disconnect();
          afterPaint(at => { window.paintedAt = at; });
        }
      }).observe(document, {childList: true, subtree: true});
      addEventListener('keydown', event => {
        afterPaint(at => window.keyTimes.push(at - event.timeStamp));
      }, true);
      """;

  private PaintTimes() {}

  /**
   * Measures.
   *
   * @param args the paths of Chromium and of its driver; those of Debian without any
   */
  public static void main(String[] args) {
    Secret secret = Secret.of("a secret for the paint times");
    List<Double> paints = new ArrayList<>();
    List<Double> keys = new ArrayList<>();
    ChromeDriver browser =
        browser(
            args.length > 0 ? args[0] : "/usr/bin/chromium",
            args.length > 1 ? args[1] : "/usr/bin/chromedriver");
    try (HookEndpoint endpoint =
            HookEndpoint.builder()
                .secret(secret)
                .on(ANNOTATION_CONTENT, ContentRules.of(content -> {}))
                .build();
        Playground playground = Playground.open(endpoint, secret, invoice())) {
      browser.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
      for (int round = 0; round <= ROUNDS; round++) {
        browser.get("about:blank");
        browser.get(playground.url().toString());
        double paint = number(browser, "return window.paintedAt");
        if (round > 0) { // the first one warms up
          paints.add(paint);
        }
      }
      WebElement cell =
          browser.findElement(By.cssSelector("[data-row] [aria-label='Description']"));
      cell.click();
      for (int key = 0; key < KEYS; key++) {
        cell.sendKeys("x");
      }
      for (int key = KEYS / 6; key < KEYS; key++) {
        keys.add(number(browser, "return window.keyTimes[" + key + "]"));
      }
    } finally {
      browser.quit();
    }
    print("first paint (ms)", paints);
    print("key to paint (ms)", keys);
  }

  private static ChromeDriver browser(String binary, String driver) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(binary);
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking");
    ChromeDriver browser =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(driver))
                .usingAnyFreePort()
                .build(),
            options);
    browser.manage().timeouts().implicitlyWait(Duration.ofSeconds(10));
    return browser;
  }

  /** Returns a number that the page knows sooner or later. */
  private static double number(ChromeDriver browser, String script) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (System.nanoTime() < end) {
      if (browser.executeScript(script) instanceof Number number) {
        return number.doubleValue();
      }
    }
    throw new IllegalStateException("The page has no result of: " + script);
  }

  private static Fixture invoice() {
    SchemaDocumentBuilder invoice =
        DocumentBuilder.of(Fixtures.invoiceSchema())
            .set("invoice_id", "RE-2026/5000")
            .set("vendor_name", "Nordlicht Papier");
    for (int i = 1; i <= ROWS; i++) {
      String number = String.valueOf(i);
      invoice.row(
          "line_items",
          row ->
              row.field("item_code", "NL-" + number)
                  .field("item_description", "Paper of the kind " + number)
                  .number("item_quantity", "2")
                  .number("item_amount_base", "18.90")
                  .number("item_total_base", "37.80"));
    }
    return invoice.build();
  }

  private static void print(String what, List<Double> times) {
    List<Double> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    System.out.printf(
        "%s: median %.0f, from %.0f to %.0f, %d times%n",
        what,
        sorted.get(sorted.size() / 2),
        sorted.get(0),
        sorted.get(sorted.size() - 1),
        sorted.size());
  }
}
