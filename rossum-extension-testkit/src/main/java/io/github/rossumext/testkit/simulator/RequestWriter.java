package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.SecretTexts;
import io.github.rossumext.value.RawJson;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A writer of the requests to one hook. A request stays as it is, whatever happens to the document
 * afterwards: a repeat sends what was sent.
 */
final class RequestWriter {
  private static final Set<String> SIDELOADS =
      Set.of(
          "queues",
          "modifiers",
          "schemas",
          "emails",
          "related_emails",
          "relations",
          "child_relations",
          "suggested_edits",
          "assignees",
          "pages",
          "notes",
          "labels",
          "automation_blockers");

  // The keys of every request.
  private static final List<String> STANDARD =
      List.of("hook", "base_url", SecretTexts.TOKEN, "settings", SecretTexts.SECRETS);

  private RequestWriter() {}

  /** Returns a request about the content of a document. */
  static ObjectNode content(
      OpenDocument open, SimulatedHook hook, HookAction action, Collection<Long> updated) {
    ObjectNode request = annotationRequest(open, hook, EventKind.content(action));
    ArrayNode ids = request.putArray("updated_datapoints");
    updated.forEach(ids::add);
    ObjectNode annotation = annotation(open);
    annotation.set("content", open.document().written());
    request.set("annotation", annotation);
    return request.deepCopy();
  }

  /** Returns a request about the status of a document. */
  static ObjectNode status(OpenDocument open, SimulatedHook hook) {
    ObjectNode request = annotationRequest(open, hook, EventKind.statusChanged());
    request.remove("updated_datapoints");
    ObjectNode annotation = annotation(open);
    annotation.put("content", annotation.path("url").asText("") + "/content");
    request.set("annotation", annotation);
    return request.deepCopy();
  }

  /** Returns a request about a change of the status, whatever the status is. */
  static ObjectNode status(
      OpenDocument open, SimulatedHook hook, AnnotationStatus from, AnnotationStatus to) {
    ObjectNode request = status(open, hook);
    request
        .withObject("/annotation")
        .put("previous_status", from.value())
        .put("status", to.value());
    return request;
  }

  /** Returns a request that a fixture holds. */
  static ObjectNode other(ObjectNode fixture, SimulatedHook hook) {
    return configured(fixture, hook).deepCopy();
  }

  private static ObjectNode configured(ObjectNode fixture, SimulatedHook hook) {
    ObjectNode request = fixture.objectNode();
    request.setAll(fixture);
    configure(request, hook);
    return request;
  }

  /** Returns the request of a client that invokes a hook with these keys. */
  static ObjectNode manual(ObjectNode known, ObjectNode arguments) {
    ObjectNode request = arguments.deepCopy();
    for (String key : STANDARD) {
      if (known.has(key)) {
        request.set(key, known.path(key));
      }
    }
    request.put("event", EventKind.manual().event());
    request.put("action", EventKind.manual().action().value());
    return request;
  }

  /** Returns a request with the keys of another one that do not depend on the event. */
  static ObjectNode toSameHook(ObjectNode known, ObjectNode request) {
    ObjectNode copy = request.deepCopy();
    for (String key : STANDARD) {
      if (known.has(key)) {
        copy.set(key, known.get(key));
      } else {
        copy.remove(key);
      }
    }
    return copy;
  }

  private static ObjectNode annotationRequest(
      OpenDocument open, SimulatedHook hook, EventKind kind) {
    ObjectNode request = configured(open.request(), hook);
    request.put("event", kind.event());
    request.put("action", kind.action().value());
    if (request.has("document")) {
      request.set("document", open.requestDocument());
    }
    if (request.has("schemas")) {
      request.set("schemas", open.requestSchemas());
    }
    hook.sideloads()
        .ifPresent(
            wanted -> {
              request.remove(
                  SIDELOADS.stream().filter(sideload -> !wanted.contains(sideload)).toList());
              JsonNode schemas = open.schemas();
              if (schemas != null && wanted.contains("schemas")) {
                request.set("schemas", schemas);
              }
            });
    return request;
  }

  /** Returns the schema as an object of the API. */
  static JsonNode schema(RawJson schema) {
    JsonNode json = Json.of(schema);
    if (json instanceof ArrayNode sections) {
      // A file schema.json may hold only the sections.
      ObjectNode object = sections.objectNode();
      object.set("content", sections);
      return object;
    }
    return json;
  }

  private static void configure(ObjectNode request, SimulatedHook hook) {
    hook.settings().ifPresent(settings -> request.set("settings", Json.of(settings)));
    hook.secrets().ifPresent(secrets -> request.set("secrets", Json.of(secrets)));
  }

  private static ObjectNode annotation(OpenDocument open) {
    ObjectNode annotation = open.annotation().objectNode();
    annotation.setAll(open.annotation());
    if (!open.messages().isEmpty()) {
      ArrayNode messages = annotation.putArray("messages");
      for (ShownMessage message : open.messages()) {
        ObjectNode stored = messages.addObject();
        stored.put("type", message.type().value());
        stored.put("content", message.markup());
        // A stored id is a text.
        stored.put(
            "id",
            message.datapointId().isPresent()
                ? String.valueOf(message.datapointId().getAsLong())
                : "all");
      }
    } else if (annotation.path("messages").isArray()) {
      annotation.putNull("messages");
    }
    return annotation;
  }
}
