package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.testkit.junit.HookUnderTest;
import io.github.rossumext.value.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario as a JUnit test: it compiles, passes with the rule, and fails with another one. */
class SavedTestTest {
  /** A rule that does one thing of each kind that a test asserts. */
  static final String RULE =
"""
if (content.changed("vendor_name")) {
  String name = content.field("vendor_name").text();
  content.field("notes").set("about " + name);
  content.field("vendor")
      .options(io.github.rossumext.value.Option.of("1", name + " North"),
          io.github.rossumext.value.Option.of("2", name + " South"));
  content.field("order_id").validatedBy(io.github.rossumext.value.ValidationSource.CONNECTOR);
  content.field("vendor_vat_id").hide();
}
if (content.field("order_id").text().length() != 6) {
  content.field("order_id").error("The order number must have six digits: \\"" + content.field("order_id").text() + "\\".");
  content.automationBlocker("The order is unknown.");
}
if (content.field("notes").text().contains("Saab")) {
  content.warning("Saab is bankrupt.");
}
""";

  @TempDir Path folder;

  private SavedTestProject project() throws Exception {
    return SavedTestProject.withRule(folder, RULE);
  }

  private static void doSomething(Playground playground) {
    List.of(
            "{\"act\":\"edit\",\"path\":\"vendor_name\",\"text\":\"Saab\"}",
            "{\"act\":\"edit\",\"path\":\"order_id\",\"text\":\"12\"}",
            "{\"act\":\"confirm\"}",
            "{\"act\":\"edit\",\"path\":\"order_id\",\"text\":\"120000\"}",
            "{\"act\":\"add\",\"path\":\"line_items\"}",
            "{\"act\":\"remove_row\",\"path\":\"line_items[0]\"}",
            "{\"act\":\"visit\",\"path\":\"invoice_id\"}",
            "{\"act\":\"automation\",\"level\":\"always\"}",
            "{\"act\":\"edit\",\"path\":\"order_id\",\"text\":\"13\"}")
        .forEach(act -> playground.act(Acts.read(Json.read(act))));
  }

  @Test
  void itCompilesPassesAndFailsWhenTheRuleChanges() throws Exception {
    SavedTestProject project = project();
    String source;
    try (Playground playground = project.open()) {
      doSomething(playground);
      source = project.save(playground, "saab");
      assertThat(playground.document().view().head().path("scenario").path("position").asInt())
          .isEqualTo(9);
    }

    assertThat(source)
        .contains(
            "package com.example;",
            "class SaabTest {",
            "return SimulatedHook.of(new Factory().get(), Factory.SECRET);",
            "rossum.edit(\"vendor_name\", \"Saab\");",
            ".hasText(\"about Saab\")",
            ".hasOptions(\"1\", \"2\")",
            "isHidden()",
            ".isValidatedBy(ValidationSource.CONNECTOR)",
            "assertThat(rossum).hasWarning(\"Saab is bankrupt.\");",
            "assertThat(rossum.confirm())",
            "isRefusedBecause(\"There is an error on 'order_id': The order number must have six",
            "assertThat(rossum.field(\"order_id\")).hasNoMessages();",
            "wouldNotBeAutomated(AutomationLevel.ALWAYS)")
        .doesNotContain(TestExtension.SECRET.reveal());
    assertThat(source.lines()).allMatch(line -> line.length() <= 200);

    project.compile("saab");
    assertThat(project.run()).as(source).isEmpty();

    project.rule(RULE.replace("about ", "on "));
    assertThat(project.run()).singleElement().asString().contains("about Saab");
    project.rule(RULE.replace("must have six digits", "has six digits"));
    assertThat(project.run()).hasSize(1);
    project.rule(RULE + "content.field(\"invoice_id\").warning(\"Something new.\");");
    assertThat(project.run()).singleElement().asString().contains("Something new.");
  }

  @Test
  void theStatusAfterTheLastActIsAssertedOnce() throws Exception {
    SavedTestProject project = project();
    try (Playground playground = project.open()) {
      playground.act(Acts.read(Json.read("{\"act\":\"postpone\"}")));
      assertThat(project.save(playground, "postponed")).containsOnlyOnce("hasStatus(");
    }
  }

  /** Rossum takes automation blockers of the import only: this document arrives with one. */
  @Test
  void theBlockersOfTheImportAreAsserted() throws Exception {
    SavedTestProject project = project();
    String source;
    try (Playground playground =
        project.open(TestExtension.invoice().withField("order_id", "12"))) {
      source = project.save(playground, "blocked");
    }

    assertThat(source).contains("hasBlocker(\"The order is unknown.\")");
    project.compile("blocked");
    assertThat(project.run()).as(source).isEmpty();
    project.rule(RULE.replace("The order is unknown.", "Nobody knows the order."));
    assertThat(project.run()).singleElement().asString().contains("The order is unknown.");
  }

  /** A rule that fails, and what Rossum would lose, are part of what the test asserts. */
  @Test
  void aFailureIsAsserted() throws Exception {
    String rule =
        """
        if (content.changed("notes")) {
          throw new IllegalStateException("The price list is broken.");
        }
        """;
    SavedTestProject project = SavedTestProject.withRule(folder, rule);
    List<String> notes;
    String source;
    try (Playground playground = project.open()) {
      playground.act(Acts.read(Json.read("{\"act\":\"edit\",\"path\":\"notes\",\"text\":\"x\"}")));
      source = project.save(playground, "broken");
      notes = project.notes(playground, "again");
    }

    project.compile("broken");

    assertThat(source).contains("hasProblemContaining(");
    assertThat(notes).isEmpty();
    assertThat(project.run()).as(source).isEmpty();
    project.rule("");
    assertThat(project.run()).hasSize(1);
  }

  /** A class that is tested may tell the endpoint, if it was passed in. */
  public static class Base {
    @HookUnderTest Object none = "";
  }

  private static TestClass named(String packageName, String name) {
    return new TestClass(packageName, name, EndpointInTest.ofBase(Base.class));
  }

  @ParameterizedTest
  @CsvSource({"com.example, Con", "com.aux.example, SomeTest"})
  void whatWindowsCannotHaveIsRefused(String packageName, String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named(packageName, name))
        .withMessageContaining("Windows cannot have a file named");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "../X", "a.B", "1X", "class", "record", "X;", "ä"})
  void whatIsNoClassIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named("com.example", name))
        .withMessageContaining("but found '" + name + "'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "a..b", "/a", "a/b", "a.", "new", "a.int.b", "a b"})
  void whatIsNoPackageIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named(name, "SomeTest"))
        .withMessageContaining("but found '" + name + "'.");
  }

  @Test
  void withoutAClassOrFactoryItSaysWhatIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TestClass("", "SomeTest", EndpointInTest.unknown()))
        .withMessageContaining("@HookUnderTest");
    EndpointInTest everywhere = new EndpointInTest("", "", "", "com.example.Base", true);
    assertThat(new TestClass("", "SomeTest", everywhere).file()).isEqualTo("SomeTest.java");
    assertThat(new TestClass("com.example", "SomeTest", everywhere).file())
        .isEqualTo("com/example/SomeTest.java");
  }

  @Test
  void theClassThatSomebodyNamesSaysThePackage() {
    EndpointInTest nested = EndpointInTest.named("com.example.Outer.Base");
    assertThat(nested.packageName()).isEqualTo("com.example");
    assertThat(nested.nameInPackage()).isEqualTo("Outer.Base");
    assertThat(EndpointInTest.named("Base").packageName()).isEmpty();
    assertThat(EndpointInTest.named("Base").nameInPackage()).isEqualTo("Base");
  }

  @Test
  void aTestWithoutAPackageGoesToThatOfTheNamedClass() throws Exception {
    Files.createDirectories(folder.resolve("tests"));
    try (Playground playground =
        Playground.builder(TestExtension.endpoint(), TestExtension.SECRET)
            .document(TestExtension.invoice())
            .scenarios(folder.resolve("scenarios"))
            .tests(folder.resolve("tests"))
            .open()) {
      JsonNode response =
          SavedTestProject.ask(
              playground,
              Json.object()
                  .put("do", "test")
                  .put("name", "first")
                  .put("package", "")
                  .put("class", "FirstTest")
                  .put("base", "com.example.Outer.Base"));

      assertThat(response.path("refusals")).isEmpty();
      assertThat(folder.resolve("tests/com/example/FirstTest.java"))
          .content()
          .contains("package com.example;", "class FirstTest extends Outer.Base {")
          .doesNotContain("import com.example");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RossumTest", "Test", "Path", "Factory"})
  void aNameThatTheTestUsesIsRefusedAndNothingIsWritten(String refused) throws Exception {
    SavedTestProject project = project();
    try (Playground playground = project.open()) {
      JsonNode response =
          SavedTestProject.ask(
              playground,
              Json.object()
                  .put("do", "test")
                  .put("name", "taken")
                  .put("package", "com.example")
                  .put("class", refused));

      assertThat(response.path("refusals").path(0).asText())
          .isEqualTo(
              "The test uses another class with the name " + refused + ". Choose another name.");
      assertThat(project.scenarios().resolve("taken")).doesNotExist();
      assertThat(project.sources()).isEmptyDirectory();
    }
  }

  @Test
  void aDocumentThatIsNotAsOnTheScreenWhenItIsPlayedAgainIsSaid() throws Exception {
    SavedTestProject project =
        SavedTestProject.withRule(
            folder,
            "content.field(\"notes\").set(content.field(\"order_id\").text() + System.nanoTime());");
    try (Playground playground = project.open()) {
      assertThat(project.notes(playground, "clock"))
          .singleElement()
          .asString()
          .startsWith("Done once more without the secrets, the document is not as on the screen (")
          .contains("(field notes: \"", "\" → \"")
          .endsWith("The test asserts what it is then.");
    }
    project.rule(RULE);
    try (Playground playground = project.open()) {
      doSomething(playground);
      assertThat(project.notes(playground, "same")).isEmpty();
    }
  }

  /** A factory of which no expression leads to the secret. */
  static final class Closed {
    private static final Secret HIDDEN = TestExtension.SECRET;

    String some() {
      return HIDDEN.toString();
    }
  }

  /** A factory whose secret a test can name. */
  static final class Open {
    static final Secret OTHER = Secret.of("another");
    static final Secret SECRET = TestExtension.SECRET;
  }

  @Test
  void aSecretIsNamedAndNeverWritten() {
    Secret ofTests = Secret.of(HookUnderTest.DEFAULT_SECRET);

    assertThat(EndpointInTest.of(Open.class, TestExtension.SECRET).secret())
        .isEqualTo("SavedTestTest.Open.SECRET");
    assertThat(EndpointInTest.of(Open.class, TestExtension.SECRET).packageName())
        .isEqualTo("io.github.rossumext.playground"); // and not that of the class around it
    assertThat(EndpointInTest.of(Closed.class, ofTests).secret()).isEmpty();
    assertThat(EndpointInTest.of(Closed.class, ofTests).isKnown()).isTrue();
    assertThat(EndpointInTest.of(Closed.class, TestExtension.SECRET).isKnown()).isFalse();
  }

  @Test
  void aClassThatTestsCannotExtendIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EndpointInTest.ofBase(Open.class))
        .withMessageContaining("Expected a class that tests can extend, but found");
    assertThatThrownBy(
            () ->
                Playground.builder(TestExtension.endpoint(), TestExtension.SECRET)
                    .tests(folder.resolve("missing")))
        .hasMessageContaining("there is no " + folder.resolve("missing"));
  }

  @Test
  void aLinkOutOfTheSourcesIsNotFollowed() throws Exception {
    SavedTestProject project = project();
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.createDirectories(project.sources());
    Files.createSymbolicLink(project.sources().resolve("com"), outside);
    try (Playground playground = project.open()) {
      assertThat(project.refusal(playground, "saab")).contains("leads out of");
    }
    assertThat(outside.resolve("example/SaabTest.java")).doesNotExist();
  }
}
