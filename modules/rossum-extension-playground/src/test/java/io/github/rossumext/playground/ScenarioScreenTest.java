package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
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
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What is done is recorded, stepped over, saved, loaded and made a test, in Chromium. */
@Tag("browser")
class ScenarioScreenTest {
  @TempDir Path folder;
  private SavedTestProject project;
  private Playground playground;
  private Screen screen;

  @BeforeEach
  void open() throws Exception {
    project = SavedTestProject.withRule(folder, SavedTestTest.RULE);
    playground = project.open();
    screen = Screen.of(playground);
    screen.find("#tab-Scenario").click();
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

  private List<String> steps() {
    return screen.texts(".step-words");
  }

  private void awaitSteps(String... words) {
    screen.await(() -> steps().equals(List.of(words)));
  }

  private void awaitPosition(String text) {
    screen.await(() -> screen.find(".step-buttons [role=status]").getText().equals(text));
  }

  private WebElement input(String label) {
    return screen.browser.findElement(
        By.xpath(
            "//label[span[normalize-space(.)='" + label + "']]//*[self::input or self::select]"));
  }

  private void doSomething() {
    screen.enter(screen.field("Vendor name"), "Saab");
    screen.awaitAlert("Saab is bankrupt.");
    screen.enter(screen.field("Order number"), "12");
    screen.awaitAlert("six digits");
  }

  @Test
  void aTestThatIsNotAsOnTheScreenIsMarked() throws Exception {
    project.rule("content.field(\"notes\").set(\"at \" + System.nanoTime());");
    screen.await(
        () -> playground.document().view().head().path("build").path("number").asInt() == 2);
    screen.enter(screen.field("Vendor name"), "Saab");
    awaitSteps("Open the document", "Edit vendor_name to Saab");
    input("Name").sendKeys("clock");
    screen.find("form[aria-label='Save as test'] button").click();

    screen.await(() -> screen.has(".scenario > .message.warning"));
    assertThat(screen.find(".scenario > .message.warning").getText())
        .startsWith("Done once more without the secrets, the document is not as on the screen (");
    assertThat(screen.find(".scenario > .verdict").getText()).startsWith("Saved as ");
    assertThat(new AxeBuilder().analyze(screen.browser).getViolations()).isEmpty();
  }

  @Test
  void whatIsDoneIsListedAndSteppedOver() {
    doSomething();
    awaitSteps("Open the document", "Edit vendor_name to Saab", "Edit order_id to 12");
    awaitPosition("Step 2 of 2");

    screen.button("Step back").click();
    awaitPosition("Step 1 of 2");
    screen.awaitValue(screen.field("Order number"), "450017");
    assertThat(screen.value(screen.field("Vendor name"))).isEqualTo("Saab");
    assertThat(screen.find("[aria-current=step]").getText()).contains("Edit vendor_name to Saab");

    screen.button("Step forward").click();
    awaitPosition("Step 2 of 2");
    screen.awaitValue(screen.field("Order number"), "12");
    assertThat(screen.button("Step forward").isEnabled()).isFalse();

    // A jump, by keys.
    screen.browser.findElement(By.cssSelector(".step")).sendKeys(Keys.ENTER);
    awaitPosition("Step 0 of 2");
    screen.await(() -> !screen.value(screen.field("Vendor name")).equals("Saab"));
    assertThat(screen.button("Step back").isEnabled()).isFalse();

    // A new act replaces the rest.
    screen.enter(screen.field("Notes"), "new");
    awaitSteps("Open the document", "Edit notes to new");
  }

  @Test
  void aScenarioIsSavedAndLoaded() throws Exception {
    doSomething();
    screen.type(input("Name"), "saab");
    screen.button("Save").click();
    screen.await(
        () -> screen.texts(".verdict").contains("Saved in " + project.scenarios().resolve("saab")));
    assertThat(project.scenarios().resolve("saab/scenario.json"))
        .content()
        .contains("{\"act\":\"edit\",\"path\":\"vendor_name\",\"text\":\"Saab\"}");
    assertThat(project.scenarios().resolve("saab/document.json"))
        .content()
        .doesNotContain("fixture-password-Zx81");

    screen.enter(screen.field("Notes"), "new");
    awaitPosition("Step 3 of 3");
    screen.button("Save").click();
    screen.awaitAlert("There is a scenario 'saab' already.");
    screen.button("Replace the scenario").click();
    screen.await(() -> screen.texts(".verdict").stream().anyMatch(it -> it.startsWith("Saved in")));

    screen.button("Start over").click();
    awaitSteps("Open the document");
    screen.button("Load").click();
    awaitSteps(
        "Open the document",
        "Edit vendor_name to Saab",
        "Edit order_id to 12",
        "Edit notes to new");
    screen.awaitValue(screen.field("Order number"), "12");

    // The same as one file.
    Path file =
        Files.writeString(
            folder.resolve("one.json"), ScenarioJson.whole(playground.document().scenario()));
    screen.button("Start over").click();
    awaitSteps("Open the document");
    input("Load a file").sendKeys(file.toString());
    awaitSteps(
        "Open the document",
        "Edit vendor_name to Saab",
        "Edit order_id to 12",
        "Edit notes to new");
    Files.writeString(file, "{\"format\": 1}");
    input("Load a file").sendKeys(file.toString());
    screen.awaitAlert("Expected 'document'");
  }

  @Test
  void aScenarioIsSavedAsATestThatCompilesAndRuns() throws Exception {
    doSomething();
    screen.type(input("Name"), "saab");
    screen.await(() -> screen.value(input("Class")).equals("SaabTest"));
    assertThat(screen.value(input("Package"))).isEqualTo("com.example");

    screen.button("Save").click(); // the test is saved with the scenario as it is
    screen.await(() -> screen.texts(".verdict").stream().anyMatch(it -> it.startsWith("Saved in")));
    screen.button("Save as test").click();

    Path test = project.sources().resolve("com/example/SaabTest.java");
    screen.await(() -> screen.texts(".verdict").contains("Saved as " + test));
    assertThat(screen.find(".test-source pre").getText()).contains("class SaabTest {");
    awaitPosition("Step 2 of 2");
    project.compile("saab");
    assertThat(project.run()).isEmpty();
    project.rule(SavedTestTest.RULE.replace("bankrupt", "alive"));
    assertThat(project.run()).hasSize(1);
  }

  @Test
  void axeFindsNothingLightAndDark() {
    doSomething();
    screen.button("Step back").click();
    awaitPosition("Step 1 of 2");
    screen.type(input("Name"), "saab");
    screen.button("Save as test").click();
    screen.await(() -> screen.has(".test-source pre"));

    assertAccessible(new AxeBuilder());
    prefer("dark");
    assertAccessible(new AxeBuilder().withRules(List.of("color-contrast")));
  }

  private void assertAccessible(AxeBuilder axe) {
    List<Rule> violations = axe.analyze(screen.browser).getViolations();
    assertThat(violations)
        .extracting(rule -> rule.getId() + " (" + rule.getImpact() + "): " + rule.getNodes())
        .isEmpty();
  }
}
