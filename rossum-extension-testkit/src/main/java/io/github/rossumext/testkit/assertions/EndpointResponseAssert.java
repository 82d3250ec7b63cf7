package io.github.rossumext.testkit.assertions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.value.MessageType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Assertions on a response of an endpoint: status, headers and body. Start with {@link
 * RossumAssertions#assertThat(EndpointResponse)}. Not thread-safe.
 */
public final class EndpointResponseAssert
    extends MessagesAssert<EndpointResponseAssert, EndpointResponse> {
  EndpointResponseAssert(EndpointResponse actual) {
    super(actual, EndpointResponseAssert.class);
  }

  /**
   * Asserts that the response has this HTTP status.
   *
   * @throws IllegalArgumentException if it cannot be a status
   */
  public EndpointResponseAssert hasStatus(int status) {
    requireStatus(status);
    return checkEqual("status", status, actual.status());
  }

  /** Asserts that the response has this header. The case of the name does not matter. */
  public EndpointResponseAssert hasHeader(String name, String value) {
    return check(
        actual.headers().entrySet().stream()
            .anyMatch(
                header ->
                    header.getKey().equalsIgnoreCase(name) && header.getValue().equals(value)),
        "header " + name + ": " + value,
        "headers " + new TreeMap<>(actual.headers()));
  }

  /**
   * Asserts that the body is this JSON. The order of keys and the white space do not matter.
   *
   * @throws IllegalArgumentException if the text is not one JSON value
   */
  public EndpointResponseAssert hasJson(String json) {
    JsonNode expected = Json.find(json.getBytes(UTF_8));
    if (expected.isMissingNode()) {
      throw new IllegalArgumentException(
          "Expected JSON to compare the body with, but found a text that is not JSON.");
    }
    return checkEqual("body", expected, body());
  }

  /**
   * Asserts that the response has exactly these operations, in this order. Fails if the status is
   * not 2xx or the body is not a JSON object, because Rossum then ignores the operations.
   *
   * @param operations the name and the id of each, such as {@code replace 198143}
   */
  public EndpointResponseAssert hasOperations(String... operations) {
    requireVoice("operations " + shown(List.of(operations)));
    List<String> known = new ArrayList<>();
    body()
        .path("operations")
        .forEach(one -> known.add(one.path("op").asText() + " " + one.path("id").asText()));
    return checkEqual("operations", List.of(operations), known);
  }

  /**
   * Asserts that the response has an automation blocker with this text. Fails if the status is not
   * 2xx or the body is not a JSON object, because Rossum then ignores the blockers.
   */
  public EndpointResponseAssert hasBlocker(String text) {
    requireVoice("automation blocker '" + text + "'");
    List<String> known = new ArrayList<>();
    body().path("automation_blockers").forEach(one -> known.add(one.path("content").asText()));
    return check(
        known.contains(text),
        "automation blocker '" + text + "'",
        "automation blockers: " + shown(known));
  }

  private boolean isReadable() {
    return actual.status() / 100 == 2 && body().isObject();
  }

  private JsonNode body() {
    return Json.find(actual.body());
  }

  private String text() {
    return Story.text(actual.body());
  }

  @Override
  List<ShownMessage> said() {
    List<ShownMessage> said = new ArrayList<>();
    for (JsonNode message : body().path("messages")) {
      ShownMessage shown =
          ShownMessage.of(
              new MessageType(message.path("type").asText()),
              message.path("content").asText(),
              ShownMessage.Origin.EXTENSION);
      JsonNode id = message.path("id");
      said.add(message.has("id") ? shown.withField(id.asLong(), id.asText()) : shown);
    }
    return said;
  }

  @Override
  String silence() {
    return isReadable()
        ? ""
        : "status " + actual.status() + (body().isObject() ? "" : ", body is not JSON");
  }

  @Override
  Story story() {
    return new Story("The response", List.of())
        .with("status", actual.status())
        .with("body", text());
  }
}
