package io.github.rossumext.playground;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/** Takes the pictures of README and guide. The script {@code docs/images/make} starts it. */
final class Screenshots {
  private final Screen screen;
  private final Path folder;

  private Screenshots(Screen screen, Path folder) {
    this.screen = screen;
    this.folder = folder;
  }

  /**
   * Takes them.
   *
   * @param args the URL of a playground of the example {@code invoice-checks}, and the folder of
   *     the pictures
   */
  public static void main(String[] args) throws IOException {
    Screenshots screenshots = new Screenshots(Screen.at(URI.create(args[0])), Path.of(args[1]));
    screenshots.screen.browser.manage().window().setSize(new Dimension(1440, 940));
    screenshots.take();
    screenshots.screen.browser.quit();
  }

  private void take() throws IOException {
    List<WebElement> exchanges = screen.browser.findElements(By.cssSelector(".exchange-line"));
    exchanges.get(exchanges.size() - 1).click();
    screen.await(() -> screen.has(".changes"));
    screen.field("Total").click();
    save("playground");
    prefer("dark");
    save("playground-dark");
    prefer("light");
  }

  private void prefer(String scheme) {
    screen.browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  private void save(String name) throws IOException {
    Files.write(folder.resolve(name + ".png"), screen.browser.getScreenshotAs(OutputType.BYTES));
  }
}
