package io.github.rossumext.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every act is recorded by path, and can be stepped over back and forward. */
class SteppingTest {
  private final RossumSimulator rossum =
      RossumSimulator.of(TestExtension.endpoint(), TestExtension.SECRET);
  private final Playground playground =
      Playground.builder(rossum).document(TestExtension.invoice()).open();
  private final LiveDocument document = playground.document();

  @AfterEach
  void close() {
    playground.close();
  }

  private ActResult act(String json) {
    JsonNode asked = Json.read(json);
    return document.act(Acts.find(asked.path("act").asText()).orElseThrow(), asked);
  }

  private ActResult edit(String path, String text) {
    return act("{\"act\": \"edit\", \"key\": " + key(path) + ", \"text\": \"" + text + "\"}");
  }

  /** Returns the key that the page knows. */
  private int key(String path) {
    for (int key = 1; key < 500; key++) {
      if (document.keys().path(key, rossum).filter(path::equals).isPresent()) {
        return key;
      }
    }
    throw new AssertionError(path);
  }

  private JsonNode script() {
    return document.view().head().path("scenario");
  }

  private List<String> steps() {
    List<String> words = new ArrayList<>();
    script().path("steps").forEach(step -> words.add(step.path("words").asText()));
    return words;
  }

  private int position() {
    return script().path("position").asInt();
  }

  private List<String> acts() {
    return document.scenario().acts().stream().map(act -> act.json().toString()).toList();
  }

  @Test
  void everyActIsRecordedByPath() {
    edit("vendor_name", "Volvo");
    edit("line_items[1].item_quantity", "7");
    act("{\"act\": \"click\", \"key\": " + key("line_items[0].item_refresh") + "}");
    act("{\"act\": \"visit\", \"key\": " + key("order_id") + "}");
    act("{\"act\": \"add\", \"key\": " + key("line_items") + "}");
    act("{\"act\": \"remove_row\", \"key\": " + key("line_items[0]") + "}");
    act("{\"act\": \"automation\", \"level\": \"always\"}");

    assertThat(acts())
        .containsExactly(
            "{\"act\":\"edit\",\"path\":\"vendor_name\",\"text\":\"Volvo\"}",
            "{\"act\":\"edit\",\"path\":\"line_items[1].item_quantity\",\"text\":\"7\"}",
            "{\"act\":\"click\",\"path\":\"line_items[0].item_refresh\"}",
            "{\"act\":\"visit\",\"path\":\"order_id\"}",
            "{\"act\":\"add\",\"path\":\"line_items\"}",
            "{\"act\":\"remove_row\",\"path\":\"line_items[0]\"}",
            "{\"act\":\"automation\",\"level\":\"always\"}");
    assertThat(steps())
        .containsExactly(
            "Edit vendor_name to Volvo",
            "Edit line_items[1].item_quantity to 7",
            "Click line_items[0].item_refresh",
            "Look at order_id",
            "Add to line_items",
            "Remove line_items[0]",
            "Let the queue automate: always");
    assertThat(position()).isEqualTo(7);
  }

  private boolean isRefused(int step) {
    return script().path("steps").path(step).has("refused");
  }

  @Test
  void anActThatReplacesARefusedOneIsNotRefused() {
    edit("amount_total", "1"); // an error
    act("{\"act\": \"confirm\"}");
    assertThat(isRefused(1)).isTrue();

    document.goTo(1);
    edit("order_id", "120000");
    assertThat(steps()).containsExactly("Edit amount_total to 1", "Edit order_id to 120000");
    assertThat(isRefused(1)).isFalse();
  }

  @Test
  void whatIsAheadAfterAStepForwardIsNotSaidToBeRefused() {
    edit("amount_total", "1");
    act("{\"act\": \"confirm\"}");

    document.goTo(0);
    document.goTo(1);
    assertThat(isRefused(1)).isFalse();
    document.goTo(2);
    assertThat(isRefused(1)).isTrue();
  }

  @Test
  void theExportThatFollowsConfirmIsAStepOfItsOwn() {
    act("{\"act\": \"confirm\"}");

    assertThat(steps()).containsExactly("Confirm", "Export");
    assertThat(document.view().head().path("status").asText()).isEqualTo("exported");

    document.goTo(1);

    assertThat(document.view().head().path("status").asText()).isEqualTo("exporting");
  }

  @Test
  void steppingBackOpensTheDocumentAgainAndDoesTheActsBefore() {
    edit("vendor_name", "Volvo");
    edit("order_id", "12");
    int sent = playground.exchanges().size();

    assertThat(document.goTo(1)).isEqualTo(ActResult.DONE);

    assertThat(position()).isEqualTo(1);
    assertThat(steps()).hasSize(2);
    assertThat(rossum.field("vendor").text()).isEqualTo("1");
    assertThat(rossum.field("order_id").text()).isEqualTo("450017");
    assertThat(playground.exchanges()).hasSize(sent + 3); // initialize, started, updated

    document.goTo(2);

    assertThat(position()).isEqualTo(2);
    assertThat(rossum.field("order_id").text()).isEqualTo("12");
    assertThat(playground.exchanges()).hasSize(sent + 4);
  }

  @Test
  void aNewActReplacesThoseThatAreAhead() {
    edit("vendor_name", "Volvo");
    edit("order_id", "12");
    edit("order_id", "13");
    document.goTo(1);

    edit("notes", "new");

    assertThat(steps()).containsExactly("Edit vendor_name to Volvo", "Edit notes to new");
    assertThat(position()).isEqualTo(2);
  }

  @Test
  void steppingBackTakesTheAutomationOfTheQueueBack() {
    act("{\"act\": \"automation\", \"level\": \"always\"}");

    document.goTo(0);

    assertThat(document.view().head().path("automation").path("level").asText()).isEqualTo("never");
  }

  @Test
  void aRefusedActIsAStepAndSaysWhy() {
    act("{\"act\": \"export\"}");

    JsonNode step = script().path("steps").path(0);
    assertThat(step.path("words").asText()).isEqualTo("Export");
    assertThat(step.path("refused").asText())
        .isEqualTo("The document is reviewing: it is not confirmed.");
  }

  @Test
  void whatDoesNotFitTheDocumentIsNotAStep() {
    ActResult gone = act("{\"act\": \"click\", \"key\": 99999}");
    ActResult unnamed = act("{\"act\": \"edit\", \"key\": " + key("notes") + "}");

    assertThat(gone.refusals()).containsExactly("It was removed from the document meanwhile.");
    assertThat(unnamed.refusals()).containsExactly("The act 'edit' needs 'text', a text.");
    assertThat(document.goTo(1).refusals()).containsExactly("There is no step 1.");
    assertThat(steps()).isEmpty();
  }

  @Test
  void startingOverForgetsTheActs() {
    edit("vendor_name", "Volvo");

    document.startOver();

    assertThat(steps()).isEmpty();
    assertThat(position()).isZero();
  }

  @Test
  void aScenarioIsPlayedToItsEndOrToTheActThatDoesNotFit() {
    edit("vendor_name", "Volvo");
    edit("line_items[2].item_quantity", "7");
    Scenario recorded = document.scenario();

    ActResult whole =
        document.open(PlaygroundDocument.of(recorded.document(), List.of()), recorded);

    assertThat(whole).isEqualTo(ActResult.DONE);
    assertThat(position()).isEqualTo(2);

    Scenario shorter =
        new Scenario(
            recorded.document().withoutRows("line_items"), recorded.queue(), recorded.acts());
    ActResult part = document.open(PlaygroundDocument.of(shorter.document(), List.of()), shorter);

    assertThat(part.refusals().get(0))
        .startsWith(
            "Step 2, \"Edit line_items[2].item_quantity to 7\", does not fit the document: ");
    assertThat(position()).isEqualTo(1);
    assertThat(steps()).hasSize(2);
  }

  /** The settings are the hook's, so the document of the scenario gets them. */
  @Test
  void theSettingsOfTheHookAreThoseOfTheScenario() {
    RossumSimulator other =
        RossumSimulator.of(
            SimulatedHook.of(TestExtension.endpoint(), TestExtension.SECRET)
                .withSettings(Map.of("tolerance", "0.05")));
    try (Playground configured =
        Playground.builder(other).document(TestExtension.invoice()).open()) {
      assertThat(configured.document().scenario().document().json())
          .contains("\"settings\":{\"tolerance\":\"0.05\"}");
    }
    assertThat(document.scenario().document().json()).contains("company_code");
  }

  /** The same acts on another simulator lead to the same document. */
  @Test
  void aScenarioIsReplayedOnAnotherEndpoint() {
    edit("vendor_name", "Volvo");
    edit("amount_total", "1");
    RossumSimulator other = RossumSimulator.of(TestExtension.endpoint(), TestExtension.SECRET);

    List<ActResult> results = ScenarioPlayer.play(document.scenario(), other);

    assertThat(results).containsExactly(ActResult.DONE, ActResult.DONE);
    assertThat(other.screen()).isEqualTo(rossum.screen());
  }
}
