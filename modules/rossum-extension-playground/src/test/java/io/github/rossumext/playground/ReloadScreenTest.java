package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** A rule that is edited and compiled while the page is open, in Chromium. */
@Tag("browser")
class ReloadScreenTest {
  @TempDir private static Path folder;

  private Project project;
  private Playground playground;
  private Screen screen;

  @BeforeEach
  void open() throws Exception {
    project = Project.thatNotes(folder, "by the first build");
    playground = project.open();
    screen = Screen.of(playground);
  }

  @AfterEach
  void close() {
    screen.assertQuiet();
    playground.close();
  }

  private void awaitNews(String text) {
    screen.await(() -> screen.status().startsWith(text));
  }

  @Test
  void anEditedRuleRespondsToTheDocumentAsItIs() throws Exception {
    assertThat(screen.find("header .build").getText()).matches("Loaded at \\d\\d:\\d\\d:\\d\\d");
    screen.enter(screen.field("Order number"), "4711");
    screen.awaitValue(screen.field("Notes"), "by the first build");

    project.notes("by the second build");

    awaitNews("A new build is loaded.");
    assertThat(screen.find("header .build").getText()).endsWith(", 1 reload");
    assertThat(screen.value(screen.field("Order number"))).isEqualTo("4711");
    assertThat(screen.value(screen.field("Notes"))).isEqualTo("by the first build");

    screen.button("Repeat the last request").click();
    screen.awaitValue(screen.field("Notes"), "by the second build");
    screen.await(() -> screen.buttons("Repeat the last request").isEmpty());
  }

  @Test
  void whoTypesWhileABuildIsLoadedGoesOn() throws Exception {
    WebElement order = screen.field("Order number");
    screen.type(order, "47");

    project.notes("by the second build");
    awaitNews("A new build is loaded.");

    screen.press("11");
    assertThat(screen.value(order)).isEqualTo("4711");
    screen.leave();
    screen.awaitValue(screen.field("Notes"), "by the second build");
  }

  @Test
  void aFactoryThatFailsSaysWhyUntilItWorksAgain() throws Exception {
    project.factory("throw new IllegalStateException(\"No price list.\");");

    screen.awaitAlert("java.lang.IllegalStateException: No price list. (Factory.java:7)");
    assertThat(screen.status()).startsWith("The new build cannot be loaded.");
    screen.find(".build-failure summary").click();
    assertThat(screen.find(".build-failure pre").getText())
        .contains("at com.example.Factory.get(Factory.java:7)");
    assertThat(new AxeBuilder().analyze(screen.browser).getViolations()).isEmpty();

    screen.enter(screen.field("Order number"), "4711");
    screen.awaitValue(screen.field("Notes"), "by the first build");
    screen.button("Try again").click();
    screen.awaitAlert("Not done: com.example.Factory failed");

    project.factory();

    awaitNews("A new build is loaded.");
    assertThat(screen.alerts()).noneMatch(alert -> alert.contains("cannot be loaded"));
  }

  @Test
  void anEndpointThatWasPassedInHasNoBuild() {
    try (Playground other =
        Playground.open(TestExtension.endpoint(), TestExtension.SECRET, TestExtension.invoice())) {
      assertThat(Screen.of(other).has("header .build")).isFalse();
    }
  }
}
