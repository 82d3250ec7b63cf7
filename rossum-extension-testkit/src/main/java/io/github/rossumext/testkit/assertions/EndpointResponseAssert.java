package io.github.rossumext.testkit.assertions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.value.MessageType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Assertions on an answer as it goes over the wire. Begin with {@link
 * RossumAssertions#assertThat(EndpointResponse)}. Not thread-safe.
 */
public final class EndpointResponseAssert
    extends MessagesAssert<EndpointResponseAssert, EndpointResponse> {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  EndpointResponseAssert(EndpointResponse actual) {
    super(actual, EndpointResponseAssert.class);
  }

  /** It has this HTTP status. */
  public EndpointResponseAssert hasStatus(int status) {
    return checkEqual("status", status, actual.status());
  }

  /** It has this header; names are compared without regard to case. */
  public EndpointResponseAssert hasHeader(String name, String value) {
    return check(
        actual.headers().entrySet().stream()
            .anyMatch(
                header ->
                    header.getKey().equalsIgnoreCase(name) && header.getValue().equals(value)),
        "header " + name + ": " + value,
        "headers " + actual.headers());
  }

  /** Its body is this JSON, whatever the order of keys and the white space. */
  public EndpointResponseAssert hasJson(String json) {
    JsonNode expected = read(json);
    if (expected.isMissingNode()) {
      throw new IllegalArgumentException("The expected text is no JSON.");
    }
    return checkEqual("body", expected, body());
  }

  /**
   * It has these operations in this order and no others.
   *
   * @param operations each as what it does and to which id, such as {@code replace 198143}
   */
  public EndpointResponseAssert hasOperations(String... operations) {
    List<String> known = new ArrayList<>();
    body()
        .path("operations")
        .forEach(one -> known.add(one.path("op").asText() + " " + one.path("id").asText()));
    return checkEqual("operations", List.of(operations), known);
  }

  /** It has an automation blocker of this text. */
  public EndpointResponseAssert hasBlocker(String text) {
    List<String> known = new ArrayList<>();
    body().path("automation_blockers").forEach(one -> known.add(one.path("content").asText()));
    return check(
        known.contains(text),
        "automation blocker '" + text + "'",
        "automation blockers: " + shown(known));
  }

  private JsonNode body() {
    return read(text());
  }

  private String text() {
    return Story.text(actual.body());
  }

  private static JsonNode read(String json) {
    try {
      JsonNode read = MAPPER.readTree(json);
      return read == null ? MissingNode.getInstance() : read;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  @Override
  List<ShownMessage> said() {
    List<ShownMessage> said = new ArrayList<>();
    for (JsonNode message : body().path("messages")) {
      said.add(
          new ShownMessage(
              new MessageType(message.path("type").asText()),
              message.path("content").asText(),
              message.has("id")
                  ? OptionalLong.of(message.path("id").asLong())
                  : OptionalLong.empty(),
              message.path("id").asText(),
              ShownMessage.Origin.EXTENSION));
    }
    return said;
  }

  @Override
  Story story() {
    return new Story("The answer", List.of())
        .beside("status", actual.status())
        .beside("body", text());
  }
}
