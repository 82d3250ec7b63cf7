package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.PayloadException;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.QueueSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A scenario as JSON, with one act a line. It has the document in itself, or in a file of its own.
 * The reader refuses what it does not know.
 */
final class ScenarioJson {
  private static final int FORMAT = 1;
  private static final String DOCUMENT = "document";

  private ScenarioJson() {}

  /** Returns everything but the document. */
  static String withoutDocument(Scenario scenario) {
    return text(scenario, "");
  }

  /** Returns everything, for one file. */
  static String whole(Scenario scenario) {
    return text(
        scenario, ",\n  \"document\" : " + Json.line(Json.read(scenario.document().json())));
  }

  private static String text(Scenario scenario, String document) {
    return "{\n  \"format\" : "
        + FORMAT
        + ",\n  \"queue\" : "
        + Json.line(queue(scenario.queue()))
        + ",\n  \"acts\" : ["
        + scenario.acts().stream()
            .map(act -> "\n    " + Json.line(act.json()))
            .collect(Collectors.joining(","))
        + "\n  ]"
        + document
        + "\n}\n";
  }

  private static ObjectNode queue(QueueSettings queue) {
    return Json.object()
        .put("automation", AutomationAct.name(queue.automationLevel()))
        .put("score_threshold", queue.scoreThreshold())
        .put("confirmed_state", queue.hasConfirmedState());
  }

  /**
   * Returns the scenario of a text that holds the document.
   *
   * @throws IllegalArgumentException if it is not one
   */
  static Scenario read(String text) {
    JsonNode json =
        object(Json.read(text), Set.of("format", "queue", "acts", DOCUMENT), "a scenario");
    JsonNode document = json.path(DOCUMENT);
    if (!document.isObject()) {
      throw new IllegalArgumentException(
          "Expected '" + DOCUMENT + "', a request of annotation_content, but found nothing.");
    }
    return read(json, document(Json.line(document)));
  }

  /**
   * Returns the scenario of a text and its document.
   *
   * @throws IllegalArgumentException if it is not one
   */
  static Scenario read(String text, Fixture document) {
    return read(object(Json.read(text), Set.of("format", "queue", "acts"), "a scenario"), document);
  }

  /**
   * Returns the document of a text.
   *
   * @throws IllegalArgumentException if it is not a request of {@code annotation_content}
   */
  static Fixture document(String text) {
    try {
      Fixture document = Fixture.of(text.getBytes(StandardCharsets.UTF_8)).withName("scenario");
      document.payload(ContentPayload.class);
      return document;
    } catch (PayloadException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Scenario read(JsonNode json, Fixture document) {
    JsonNode format = json.path("format");
    if (!format.isInt() || format.asInt() != FORMAT) {
      throw new IllegalArgumentException(
          "Expected format " + FORMAT + ", but found " + shown(format) + ".");
    }
    JsonNode list = json.path("acts");
    if (!list.isArray()) {
      throw new IllegalArgumentException(
          "Expected 'acts', a list of acts, but found " + shown(list) + ".");
    }
    List<Act> acts = new ArrayList<>();
    for (JsonNode act : list) {
      try {
        acts.add(Acts.read(act));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("Act " + (acts.size() + 1) + ": " + e.getMessage(), e);
      }
    }
    return new Scenario(document, queue(json.path("queue")), acts);
  }

  /** Returns the settings. What is missing is as in a new queue. */
  private static QueueSettings queue(JsonNode json) {
    QueueSettings queue = QueueSettings.defaults();
    if (json.isMissingNode()) {
      return queue;
    }
    object(json, Set.of("automation", "score_threshold", "confirmed_state"), "the queue");
    if (json.has("automation")) {
      queue = queue.withAutomation(AutomationAct.level(json.get("automation").asText()));
    }
    JsonNode threshold = json.path("score_threshold");
    if (!threshold.isMissingNode()) {
      queue =
          queue.withScoreThreshold(
              expected(threshold.isNumber(), "score_threshold", "a number", threshold).asDouble());
    }
    JsonNode waits = json.path("confirmed_state");
    if (!waits.isMissingNode()
        && expected(waits.isBoolean(), "confirmed_state", "true or false", waits).asBoolean()) {
      queue = queue.withConfirmedState();
    }
    return queue;
  }

  private static JsonNode object(JsonNode json, Set<String> keys, String what) {
    if (!json.isObject()) {
      throw new IllegalArgumentException(
          "Expected " + what + ", an object, but found " + shown(json) + ".");
    }
    Set<String> others = new HashSet<>();
    json.fieldNames().forEachRemaining(others::add);
    others.removeAll(keys);
    if (!others.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected "
              + what
              + " with the keys "
              + keys.stream().sorted().toList()
              + ", but found '"
              + others.iterator().next()
              + "'.");
    }
    return json;
  }

  private static JsonNode expected(boolean isSo, String key, String what, JsonNode found) {
    if (!isSo) {
      throw new IllegalArgumentException(
          "Expected '" + key + "', " + what + ", but found " + shown(found) + ".");
    }
    return found;
  }

  private static String shown(JsonNode json) {
    return json.isMissingNode()
        ? "nothing"
        : json.isContainerNode() ? "a list or object" : json.toString();
  }
}
