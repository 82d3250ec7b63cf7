package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The messages and logs of exchanges, in the form of the REST API. */
final class ApiMessages {
  private ApiMessages() {}

  /** Returns the messages of a validation: those of the hooks, then those of Rossum's checks. */
  static ArrayNode of(List<Exchange> exchanges, List<ShownMessage> shown) {
    ArrayNode all = Json.newList();
    for (Exchange exchange : exchanges) {
      JsonNode request = Json.find(exchange.request().getBytes(StandardCharsets.UTF_8));
      for (ShownMessage message : exchange.messages()) {
        ObjectNode detail = add(all, message).putObject("detail");
        detail.set("hook_id", id(request.path("hook")));
        detail.put("hook_name", exchange.hook());
        detail.set("request_id", request.path("request_id"));
        detail.set("timestamp", request.path("timestamp"));
        detail.put("is_exception", false);
      }
    }
    shown.stream()
        .filter(message -> message.origin() == ShownMessage.Origin.ROSSUM)
        .forEach(message -> add(all, message).putObject("detail"));
    return all;
  }

  private static ObjectNode add(ArrayNode all, ShownMessage message) {
    String id =
        message.datapointId().isPresent()
            ? String.valueOf(message.datapointId().getAsLong())
            : "all";
    return all.addObject()
        .put("id", id)
        .put("type", message.type().value())
        .put("content", message.markup());
  }

  private static JsonNode id(JsonNode url) {
    String text = url.asText("");
    String end = text.substring(text.lastIndexOf('/') + 1);
    return end.matches("\\d{1,18}")
        ? Json.newObject().numberNode(Long.parseLong(end))
        : Json.newObject().nullNode();
  }

  /** Returns an exchange as {@code hooks/logs} has it. */
  static ObjectNode log(Exchange exchange) {
    JsonNode request = Json.find(exchange.request().getBytes(StandardCharsets.UTF_8));
    ObjectNode log = Json.newObject();
    log.set("timestamp", request.path("timestamp"));
    log.set("request_id", request.path("request_id"));
    log.set("event", request.path("event"));
    log.set("action", request.path("action"));
    log.set("organization_id", id(request.path("annotation").path("organization")));
    log.set("annotation_id", copyOrNull(request.path("annotation").path("id")));
    log.set("queue_id", id(request.path("annotation").path("queue")));
    log.set("hook_id", id(request.path("hook")));
    log.put("hook_name", exchange.hook());
    log.put("hook_type", "webhook");
    boolean isSuccess = exchange.isDone();
    log.put("log_level", isSuccess ? "INFO" : "ERROR");
    log.put("message", isSuccess ? "Message processed" : "Message failed");
    log.set("start", request.path("timestamp"));
    log.put(
        "end",
        Instant.parse(request.path("timestamp").asText()).plus(exchange.duration()).toString());
    log.put("status", isSuccess ? "completed" : "failed");
    exchange.statusForLog().ifPresent(status -> log.put("status_code", status));
    return log;
  }

  private static JsonNode copyOrNull(JsonNode json) {
    return json.isMissingNode() ? Json.newObject().nullNode() : json.deepCopy();
  }
}
