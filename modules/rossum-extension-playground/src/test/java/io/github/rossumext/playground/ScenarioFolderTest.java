package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.rossumext.testkit.simulator.AutomationLevel;
import io.github.rossumext.testkit.simulator.QueueSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios in files: what is written, what is read, and what is refused. */
class ScenarioFolderTest {
  @TempDir Path temp;
  private Path place;
  private ScenarioFolder folder;

  @BeforeEach
  void name() {
    place = temp.resolve("scenarios");
    folder = ScenarioFolder.of(place);
  }

  private static Act act(String json) {
    return Acts.read(Json.read(json));
  }

  private static Scenario scenario() {
    return new Scenario(
        TestExtension.invoice(),
        QueueSettings.defaults().withAutomation(AutomationLevel.CONFIDENT).withScoreThreshold(0.95),
        List.of(
            act("{\"act\": \"edit\", \"path\": \"vendor_name\", \"text\": \"Volvo\"}"),
            act("{\"act\": \"click\", \"path\": \"line_items[0].item_refresh\"}"),
            act("{\"act\": \"automation\", \"level\": \"always\"}"),
            act("{\"act\": \"confirm\"}")));
  }

  private Path save(String name) throws IOException {
    return folder.save(name, scenario().withoutSecrets(text -> text));
  }

  @Test
  void theFileOfTheActsHasOneActALine() throws IOException {
    Path saved = save("volvo");

    assertThat(saved.resolve("scenario.json"))
        .hasContent(
            """
            {
              "format" : 1,
              "queue" : {"automation":"confident","score_threshold":0.95,"confirmed_state":false},
              "acts" : [
                {"act":"edit","path":"vendor_name","text":"Volvo"},
                {"act":"click","path":"line_items[0].item_refresh"},
                {"act":"automation","level":"always"},
                {"act":"confirm"}
              ]
            }
            """);
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    Path saved = save("volvo");
    List<String> files = List.of(text(saved, "document.json"), text(saved, "scenario.json"));

    Scenario read = folder.load("volvo");
    folder.save("volvo", read);

    assertThat(read.acts()).isEqualTo(scenario().acts());
    assertThat(read.queue().toString()).isEqualTo(scenario().queue().toString());
    assertThat(read.document().name()).isEqualTo("volvo");
    assertThat(Json.read(read.document().json()))
        .isEqualTo(Json.read(scenario().document().withoutSecrets().json()));
    assertThat(files).containsExactly(text(saved, "document.json"), text(saved, "scenario.json"));
    assertThat(folder.names()).containsExactly("volvo");
    assertThat(folder.has("volvo")).isTrue();
    assertThat(folder.has("saab")).isFalse();
  }

  private static String text(Path folder, String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  @Test
  void oneFileHoldsAllOfIt() {
    String file = ScenarioJson.whole(scenario().withoutSecrets(text -> text));

    Scenario read = ScenarioJson.read(file);

    assertThat(read.acts()).isEqualTo(scenario().acts());
    assertThat(ScenarioJson.whole(read)).isEqualTo(file);
  }

  @Test
  void noSecretIsWritten() throws IOException {
    String password = "fixture-password-Zx81";
    Act typed =
        act("{\"act\": \"edit\", \"path\": \"notes\", \"text\": \"it is " + password + "\"}");
    Scenario secret = scenario().withActs(List.of(typed));
    assertThat(secret.document().json()).contains(password, "rossum_authorization_token");

    Path saved =
        folder.save("secret", secret.withoutSecrets(text -> text.replace(password, "removed")));

    assertThat(text(saved, "document.json"))
        .doesNotContain(password, "svc-invoices", "fixture-token")
        .contains("\"erp_password\" : \"removed\"");
    assertThat(text(saved, "scenario.json")).doesNotContain(password).contains("it is removed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "../x", "a/b", "a\\b", "/etc", "a.b", "-a", "a b", "ä", "a\u0000"})
  void aNameThatLeadsElsewhereIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> save(name))
        .withMessageContaining("The name of a scenario has 1 to 64 letters")
        .withMessageContaining("Found '" + name + "'.");
    assertThatIllegalArgumentException().isThrownBy(() -> folder.load(name));
    assertThat(temp).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"con", "NUL", "Com1", "lpt9"})
  void aNameThatWindowsCannotHaveIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> save(name))
        .withMessage("Windows cannot have a file named '" + name + "'. Choose another name.");
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void aLinkToAnotherFolderIsNotFollowed() throws IOException {
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Files.createDirectories(place);
    Files.createSymbolicLink(place.resolve("link"), outside);
    Path inside = Files.createDirectories(place.resolve("inside"));
    Path target = Files.writeString(temp.resolve("target"), "untouched");
    Files.createSymbolicLink(inside.resolve("document.json"), target);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> save("link"))
        .withMessageContaining("'link'")
        .withMessageContaining("leads to another folder");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> save("inside"))
        .withMessageContaining("is not a file");
    assertThat(outside).isEmptyDirectory();
    assertThat(target).hasContent("untouched");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"act\": \"fly\"} | The act 'fly' is unknown. Known are add,",
        "{\"act\": \"confirm\", \"path\": \"x\"} | The act 'confirm' has no 'path'. It has"
            + " nothing.",
        "{\"act\": \"edit\", \"path\": \"x\", \"txt\": \"y\"} | The act 'edit' has no 'txt'. It has"
            + " path, text.",
        "{\"act\": \"edit\", \"path\": \"x\"} | The act 'edit' needs 'text', a text.",
        "{\"act\": \"edit\", \"path\": \"x\", \"text\": 7} | needs 'text', a text, but found 7.",
        "{\"act\": \"automation\", \"level\": \"often\"} | never, confident or always, but found"
            + " 'often'.",
        "{\"path\": \"x\"} | Expected an object with 'act', the name of an act, but found",
        "\"confirm\" | Expected an object with 'act', the name of an act, but found \"confirm\"."
      })
  void whatIsNoActIsNamedWithItsPlace(String act, String expected) throws IOException {
    Path saved = save("broken");
    Files.writeString(
        saved.resolve("scenario.json"),
        "{\"format\": 1, \"acts\": [{\"act\": \"confirm\"}, " + act + "]}");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> folder.load("broken"))
        .withMessageContaining("scenario.json: Act 2: ")
        .withMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | Expected a scenario, an object, but found a list or object.",
        "'' | Expected JSON, but found nothing.",
        "{\"format\": 1, | Expected JSON, but ",
        "{\"format\": 1, \"acts\": []} {} | Expected JSON, but ",
        "{\"format\": 1, \"format\": 1, \"acts\": []} | Expected JSON, but Duplicate field"
            + " 'format'",
        "{\"acts\": []} | Expected format 1, but found nothing.",
        "{\"format\": 2, \"acts\": []} | Expected format 1, but found 2.",
        "{\"format\": 1} | Expected 'acts', a list of acts, but found nothing.",
        "{\"format\": 1, \"acts\": [], \"step\": 1} | [acts, format, queue], but found 'step'.",
        "{\"format\": 1, \"acts\": [], \"queue\": {\"level\": 1}} | but found 'level'.",
        "{\"format\": 1, \"acts\": [], \"queue\": {\"score_threshold\": \"1\"}} | Expected"
            + " 'score_threshold', a number, but found \"1\".",
        "{\"format\": 1, \"acts\": [], \"queue\": {\"score_threshold\": 7}} | from 0 to 1, but was"
            + " 7.0.",
        "{\"format\": 1, \"acts\": [], \"queue\": {\"confirmed_state\": 1}} | true or false, but"
            + " found 1."
      })
  void whatIsNoScenarioIsRefused(String text, String expected) throws IOException {
    Path saved = save("broken");
    Files.writeString(saved.resolve("scenario.json"), text);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> folder.load("broken"))
        .withMessageContaining("scenario.json: ")
        .withMessageContaining(expected);
  }

  @Test
  void aScenarioByHandNeedsNoQueue() throws IOException {
    Path saved = save("short");
    Files.writeString(saved.resolve("scenario.json"), "\ufeff{\"format\": 1, \"acts\": []}");

    assertThat(folder.load("short").queue().toString())
        .isEqualTo(QueueSettings.defaults().toString());
  }

  @Test
  void aDocumentThatIsNoneIsNamed() throws IOException {
    Path saved = save("broken");

    Files.writeString(saved.resolve("document.json"), "{}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> folder.load("broken"))
        .withMessageContaining("document.json: ");
    Files.delete(saved.resolve("document.json"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> folder.load("broken"))
        .withMessageContaining("has no document.json");
  }

  @Test
  void anUnknownScenarioIsNamedWithThoseThatAreThere() throws IOException {
    assertThat(folder.names()).isEmpty();
    save("volvo");
    Files.createDirectories(place.resolve("empty"));
    try (Stream<Path> files = Files.list(place)) {
      assertThat(files).hasSize(2);
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> folder.load("saab"))
        .withMessageContaining("There is no scenario 'saab'")
        .withMessageContaining("[volvo]");
    assertThatCode(() -> folder.load("volvo")).doesNotThrowAnyException();
  }
}
