package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.internal.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.rossumext.payload.HookAction;
import java.util.Iterator;
import java.util.Locale;

/** The answer to a call, as far as Rossum understands it (protocol §4). */
final class Answer {
  private final JsonNode json;
  private final boolean isFailed;

  private Answer(JsonNode json, boolean isFailed) {
    this.json = json;
    this.isFailed = isFailed;
  }

  static Answer read(CallKind kind, Reply reply, Problems problems) {
    if (!reply.isAnswer()) {
      problems.add(Problem.Kind.CALL, "The call failed: " + reply.failure() + ".");
      return new Answer(MissingNode.getInstance(), true);
    }
    if (!reply.isSuccess()) {
      problems.add(Problem.Kind.CALL, "The call failed with status " + reply.status() + ".");
    }
    if (kind.action().equals(HookAction.MANUAL)) {
      JsonNode json = Json.find(reply.body());
      if (json.isMissingNode()) {
        problems.add(Problem.Kind.ANSWER, "The answer is no JSON, so the caller gets none.");
      }
      return new Answer(json, !reply.isSuccess() || json.isMissingNode());
    }
    if (!kind.isHonoured()) {
      return new Answer(MissingNode.getInstance(), !reply.isSuccess());
    }
    JsonNode json = json(reply, problems);
    checkKeys(kind, json, problems);
    return new Answer(json, !reply.isSuccess() || json.isMissingNode());
  }

  private static JsonNode json(Reply reply, Problems problems) {
    String type = reply.contentType().toLowerCase(Locale.ROOT);
    if (!type.equals("application/json") && !type.matches("application/json\\s*;.*")) {
      problems.add(
          Problem.Kind.ANSWER,
          "The answer is "
              + (type.isEmpty() ? "of no type" : "of type " + type)
              + " instead of application/json, so it is ignored.");
      return MissingNode.getInstance();
    }
    JsonNode json = Json.find(reply.body());
    if (!json.isObject()) {
      problems.add(Problem.Kind.ANSWER, "The answer is no JSON object, so it is ignored.");
      return MissingNode.getInstance();
    }
    return json;
  }

  private static void checkKeys(CallKind kind, JsonNode json, Problems problems) {
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!kind.keys().contains(name)) {
        problems.add(
            Problem.Kind.ANSWER,
            "The answer has a key '" + name + "', which " + kind.name() + " ignores.");
      }
    }
  }

  /** The object; a missing node if there is none to be read. */
  JsonNode json() {
    return json;
  }

  /** Whether the call counts as failed, so that nothing but its messages is taken. */
  boolean isFailed() {
    return isFailed;
  }
}
