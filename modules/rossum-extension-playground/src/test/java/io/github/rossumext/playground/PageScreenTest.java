package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** The page of the document, in Chromium. */
@Tag("browser")
class PageScreenTest {
  private static Path blueImage(Path folder) throws IOException {
    BufferedImage image = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.BLUE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.dispose();
    Path file = folder.resolve("page.png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  @Test
  void theImageIsShownWithABoxForTheField(@TempDir Path folder) throws IOException {
    try (Playground playground =
        Playground.builder(TestExtension.endpoint(), TestExtension.SECRET)
            .document(TestExtension.invoice(), blueImage(folder))
            .open()) {
      Screen screen = Screen.of(playground);
      WebElement canvas = screen.find("canvas");
      screen.await(() -> "1240".equals(canvas.getDomProperty("width")));

      assertThat(
              screen.browser.executeScript(
                  "return [...arguments[0].getContext('2d').getImageData(9, 9, 1, 1).data]",
                  canvas))
          .isEqualTo(List.of(0L, 0L, 255L, 255L));
      screen.field("Invoice number").click();
      screen.await(() -> screen.has(".box.is-selected"));
      assertThat(screen.texts(".box text")).isEmpty();
      screen.assertQuiet();
    }
  }

  @Test
  void withoutAnImageThePageIsDrawn() {
    try (Playground playground =
        Playground.open(TestExtension.endpoint(), TestExtension.SECRET, TestExtension.invoice())) {
      Screen screen = Screen.of(playground);
      assertThat(screen.texts(".box text")).contains("NL-2025/0917", "40212 Düsseldorf");

      screen.button("Zoom in").click();
      screen.await(() -> screen.button("Fit the width").getText().equals("125 %"));
      screen.button("Next page").click();

      screen.await(() -> screen.texts(".box text").contains("1,238.00"));
      screen.assertQuiet();
    }
  }
}
