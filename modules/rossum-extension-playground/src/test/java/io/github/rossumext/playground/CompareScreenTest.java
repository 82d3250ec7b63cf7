package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Two builds of an extension that are compared on the page, in Chromium. */
@Tag("browser")
class CompareScreenTest {
  @TempDir private static Path folder;

  private Project project;
  private Playground playground;
  private Screen screen;

  @BeforeEach
  void open() throws Exception {
    Path recorded = folder.resolve("recorded/queue-7");
    Files.createDirectories(recorded);
    for (String order : new String[] {"111111", "222222", "999999"}) {
      Files.write(
          recorded.resolve("order-" + order + ".json"),
          TestExtension.invoice().withField("order_id", order).body());
    }
    project = Project.thatNotes(folder, "as before");
    playground =
        Playground.builder(project.factoryClass(), TestExtension.SECRET)
            .document(TestExtension.invoice())
            .comparing(folder.resolve("recorded"))
            .open();
    screen = Screen.of(playground);
  }

  @AfterEach
  void close() {
    prefer("light");
    screen.assertQuiet();
    playground.close();
  }

  private void prefer(String scheme) {
    screen.browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  @Test
  void theDocumentThatDiffersIsShownWithWhatDiffers() throws Exception {
    screen.find("#tab-Inspector").click();
    screen.press(Keys.ARROW_LEFT); // from the first tab to the last one
    assertThat(screen.focused()).isEqualTo("Compare");
    screen.await(() -> screen.find("#panel").getText().startsWith("Only one build"));

    project.rule(
        "String order = content.field(\"order_id\").text();"
            + "content.field(\"notes\").set(order.startsWith(\"9\") ? \"new\" : \"as before\");"
            + "if (order.startsWith(\"9\")) content.field(\"order_id\").error(\"Not 9.\");");
    screen.find("#panel form button").click();

    screen.await(() -> screen.texts("#panel .verdict").contains("3 documents: 1 differs"));
    assertThat(screen.texts("#panel details summary")).containsExactly("order-999999\n4");
    assertThat(screen.texts("#panel .changes li"))
        .containsExactly(
            "field notes\nas before\n→\nnew",
            "automation\nalways\n→\nnever",
            "blocker order_id\nno blocker\n→\nerror_message: Not 9.",
            "message order_id\nno message\n→\nerror: Not 9.");
    assertThat(new AxeBuilder().analyze(screen.browser).getViolations()).isEmpty();
    prefer("dark");
    assertThat(new AxeBuilder().analyze(screen.browser).getViolations()).isEmpty();
  }

  private void awaitBuild(int number) {
    screen.await(
        () -> playground.document().view().head().path("build").path("number").asInt() == number);
  }

  @Test
  void whatFailsInBothBuildsIsShownOnce() throws Exception {
    project.rule("throw new IllegalStateException(\"No price list.\");");
    awaitBuild(2);
    project.rule("String why = \"No price list.\"; throw new IllegalStateException(why);");
    awaitBuild(3);
    screen.find("#tab-Compare").click();
    screen.find("#panel form button").click();

    screen.await(
        () ->
            screen
                .texts("#panel .verdict")
                .contains("3 documents: 0 differ, 3 fail in both builds"));
    assertThat(screen.texts("#panel .changes li").get(1))
        .isEqualTo(
            "exception annotation_content.initialize\njava.lang.IllegalStateException: No price"
                + " list.\nin both builds");
  }

  @Test
  void theSameRulesDoTheSame() throws Exception {
    project.notes("as before");
    screen.find("#tab-Compare").click();
    screen.find("#panel form button").click();

    screen.await(() -> screen.texts("#panel .verdict").contains("3 documents: 0 differ"));
  }

  @Test
  void aPlaygroundWithoutRecordingsSaysWhatItNeeds() {
    try (Playground other =
        Playground.open(TestExtension.endpoint(), TestExtension.SECRET, TestExtension.invoice())) {
      Screen without = Screen.of(other);
      without.find("#tab-Compare").click();

      without.await(() -> without.find("#panel").getText().contains("comparing(…)"));
    }
  }
}
