package io.github.rossumext.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.internal.help.Nearest;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.ManualPayload;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is being changed. */
final class RequestEdit {
  private final Fixture fixture;
  private final ObjectNode request;

  RequestEdit(Fixture fixture) {
    this.fixture = fixture;
    this.request = Json.object(fixture.body());
  }

  Fixture done() {
    return new Fixture(fixture.name(), Json.bytes(request));
  }

  /** Returns the document, to be changed in place. */
  DocumentEdit document() {
    ContentPayload payload = fixture.payload(ContentPayload.class);
    ArrayNode sections =
        annotation().get("content") instanceof ArrayNode known
            ? known
            : annotation().putArray("content");
    return new DocumentEdit(
        new Document(
            fixture.name() + ", " + payload.eventAndAction(),
            sections,
            annotation().path("url").asText(),
            payload.schema().orElse(null)));
  }

  private ObjectNode annotation() {
    return request.get("annotation") instanceof ObjectNode annotation
        ? annotation
        : request.putObject("annotation");
  }

  RequestEdit action(HookAction action) {
    request.put("action", action.value());
    if (action.equals(HookAction.INITIALIZE)) {
      return status(AnnotationStatus.CREATED).status(AnnotationStatus.IMPORTING);
    }
    return action.equals(HookAction.EXPORT)
        ? status(AnnotationStatus.REVIEWING).status(AnnotationStatus.EXPORTING)
        : status(AnnotationStatus.TO_REVIEW).status(AnnotationStatus.REVIEWING);
  }

  RequestEdit updated(List<Long> ids) {
    ArrayNode updated = request.putArray("updated_datapoints");
    ids.forEach(updated::add);
    return this;
  }

  RequestEdit status(AnnotationStatus status) {
    ObjectNode annotation = annotation();
    JsonNode before = annotation.path("status");
    annotation.put("status", status.value());
    if (before.isTextual()) {
      annotation.put("previous_status", before.asText());
    }
    return this;
  }

  RequestEdit set(String path, JsonNode value) {
    String[] keys = path.split("\\.", -1);
    ObjectNode object = request;
    for (int i = 0; i < keys.length - 1; i++) {
      object = object.get(keys[i]) instanceof ObjectNode inner ? inner : object.putObject(keys[i]);
    }
    object.set(keys[keys.length - 1], value);
    return this;
  }

  RequestEdit setObject(String key, JsonNode value) {
    if (!value.isObject()) {
      throw new IllegalArgumentException("The " + key + " must be a JSON object.");
    }
    request.set(key, value);
    return this;
  }

  RequestEdit setIn(String object, String key, String value) {
    (request.get(object) instanceof ObjectNode inner ? inner : request.putObject(object))
        .put(key, value);
    return this;
  }

  RequestEdit remove(String path) {
    String[] keys = path.split("\\.", -1);
    @Nullable JsonNode object = request;
    for (int i = 0; i < keys.length - 1 && object != null; i++) {
      object = object.get(keys[i]);
    }
    if (!(object instanceof ObjectNode around) || !around.has(keys[keys.length - 1])) {
      List<String> known = new ArrayList<>();
      (object == null ? request : object).fieldNames().forEachRemaining(known::add);
      throw new IllegalArgumentException(
          fixture + " has no key '" + path + "'. " + Nearest.question(path, known, ""));
    }
    around.remove(keys[keys.length - 1]);
    return this;
  }

  /** Replaces what the client of the hook gave. */
  RequestEdit arguments(JsonNode arguments) {
    if (!arguments.isObject()) {
      throw new IllegalArgumentException("The arguments must be a JSON object.");
    }
    for (String key : fixture.payload(ManualPayload.class).arguments().keys()) {
      request.remove(key);
    }
    for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
      if (request.has(argument.getKey())) {
        throw new IllegalArgumentException("'" + argument.getKey() + "' is a key of Rossum's own.");
      }
      request.set(argument.getKey(), argument.getValue());
    }
    return this;
  }

  /** Sideloads a schema, and makes it the annotation's. */
  RequestEdit schema(JsonNode json) {
    ObjectNode schema;
    if (json instanceof ObjectNode object) {
      schema = object;
    } else if (json.isArray()) {
      schema = Json.newObject();
      schema.set("content", json);
    } else {
      throw new IllegalArgumentException("A schema is a JSON object or a list of sections.");
    }
    JsonNode url = annotation().path("schema");
    if (schema.path("url").isTextual()) {
      annotation().set("schema", schema.get("url"));
    } else if (url.isTextual()) {
      schema.set("url", url);
      String id = url.asText().substring(url.asText().lastIndexOf('/') + 1);
      if (id.matches("\\d{1,18}") && !schema.has("id")) {
        schema.put("id", Long.parseLong(id));
      }
    }
    if (schema.path("queues").path(0).isTextual()) {
      annotation().set("queue", schema.path("queues").path(0));
    } else if (annotation().has("queue")) {
      schema.putArray("queues").add(annotation().get("queue"));
    }
    request.putArray("schemas").add(schema);
    return this;
  }
}
