package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.internal.Json;
import java.util.Locale;
import java.util.Objects;

/** A response, with the part that Rossum understands. */
final class ParsedResponse {
  private final JsonNode json;
  private final boolean isFailed;

  private ParsedResponse(JsonNode json, boolean isFailed) {
    this.json = json;
    this.isFailed = isFailed;
  }

  static ParsedResponse read(EventKind kind, WireResponse response, Problems problems) {
    response.losses().forEach(loss -> problems.add(Problem.Kind.LOSS, loss));
    if (response.isOfFailedJob()) {
      problems.add(
          Problem.Kind.REQUEST,
          "The handler failed after the response 202: "
              + Objects.requireNonNull(response.thrown()).getClass().getName()
              + (kind.isHonoured() ? "." : ". Rossum does not learn of it."));
    }
    if (!response.isReceived()) {
      if (!response.isLost()) {
        problems.add(Problem.Kind.REQUEST, "The request failed: " + response.failure() + ".");
      }
      return new ParsedResponse(MissingNode.getInstance(), true);
    }
    if (!response.isSuccess()) {
      problems.add(
          Problem.Kind.REQUEST, "The request failed with status " + response.status() + ".");
    }
    if (kind.action().equals(HookAction.MANUAL)) {
      JsonNode json = Json.find(response.body());
      if (json.isMissingNode()) {
        problems.add(
            Problem.Kind.RESPONSE, "The response is not JSON, so the client gets nothing.");
      }
      String unstorable = Json.unstorable(json);
      if (!unstorable.isEmpty()) {
        problems.add(
            Problem.Kind.RESPONSE,
            "A text of the response has " + unstorable + ", which Rossum cannot store.");
      }
      return new ParsedResponse(json, !response.isSuccess() || json.isMissingNode());
    }
    if (!kind.isHonoured()) {
      return new ParsedResponse(MissingNode.getInstance(), !response.isSuccess());
    }
    JsonNode json = json(response, problems);
    checkKeys(kind, response, json, problems);
    return new ParsedResponse(json, !response.isSuccess() || json.isMissingNode());
  }

  private static JsonNode json(WireResponse response, Problems problems) {
    String type = response.header("Content-Type").toLowerCase(Locale.ROOT);
    if (!type.equals("application/json") && !type.matches("application/json\\s*;.*")) {
      problems.add(
          Problem.Kind.RESPONSE,
          "The response is "
              + (type.isEmpty() ? "of no type" : "of type " + type)
              + " instead of application/json, so it is ignored.");
      return MissingNode.getInstance();
    }
    JsonNode json = Json.find(response.body());
    if (!json.isObject()) {
      problems.add(Problem.Kind.RESPONSE, "The response is not a JSON object, so it is ignored.");
      return MissingNode.getInstance();
    }
    return json;
  }

  private static void checkKeys(
      EventKind kind, WireResponse response, JsonNode json, Problems problems) {
    for (String name : Json.otherKeys(json, kind.keys())) {
      // The library explains every failure by messages, also where Rossum only looks at the status.
      if (response.isSuccess() || !name.equals("messages")) {
        problems.add(
            Problem.Kind.RESPONSE,
            "The response has a key '" + name + "', which " + kind.name() + " ignores.");
      }
    }
  }

  /** Returns the object; a missing node if it cannot be read. */
  JsonNode json() {
    return json;
  }

  /** Returns whether the request counts as failed. Then only its messages have an effect. */
  boolean isFailed() {
    return isFailed;
  }
}
