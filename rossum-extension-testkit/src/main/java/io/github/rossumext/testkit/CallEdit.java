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

/** A call that is being changed. */
final class CallEdit {
  private final Fixture fixture;
  private final ObjectNode call;

  CallEdit(Fixture fixture) {
    this.fixture = fixture;
    this.call = Json.object(fixture.bytes());
  }

  Fixture done() {
    return new Fixture(fixture.name(), Json.bytes(call));
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
    return call.get("annotation") instanceof ObjectNode annotation
        ? annotation
        : call.putObject("annotation");
  }

  CallEdit action(HookAction action) {
    call.put("action", action.value());
    return status(previousStatus(action)).status(status(action));
  }

  CallEdit updated(List<Long> ids) {
    ArrayNode updated = call.putArray("updated_datapoints");
    ids.forEach(updated::add);
    return this;
  }

  CallEdit status(AnnotationStatus status) {
    ObjectNode annotation = annotation();
    JsonNode before = annotation.path("status");
    annotation.put("status", status.value());
    if (before.isTextual()) {
      annotation.put("previous_status", before.asText());
    }
    return this;
  }

  private static AnnotationStatus status(HookAction action) {
    if (action.equals(HookAction.INITIALIZE)) {
      return AnnotationStatus.IMPORTING;
    }
    return action.equals(HookAction.EXPORT)
        ? AnnotationStatus.EXPORTING
        : AnnotationStatus.REVIEWING;
  }

  private static AnnotationStatus previousStatus(HookAction action) {
    if (action.equals(HookAction.INITIALIZE)) {
      return AnnotationStatus.CREATED;
    }
    return action.equals(HookAction.EXPORT)
        ? AnnotationStatus.REVIEWING
        : AnnotationStatus.TO_REVIEW;
  }

  CallEdit set(String path, JsonNode value) {
    String[] keys = path.split("\\.", -1);
    ObjectNode object = call;
    for (int i = 0; i < keys.length - 1; i++) {
      object = object.get(keys[i]) instanceof ObjectNode inner ? inner : object.putObject(keys[i]);
    }
    object.set(keys[keys.length - 1], value);
    return this;
  }

  CallEdit setObject(String key, JsonNode value) {
    if (!value.isObject()) {
      throw new IllegalArgumentException("The " + key + " must be a JSON object.");
    }
    call.set(key, value);
    return this;
  }

  CallEdit setIn(String object, String key, String value) {
    (call.get(object) instanceof ObjectNode inner ? inner : call.putObject(object)).put(key, value);
    return this;
  }

  CallEdit remove(String path) {
    String[] keys = path.split("\\.", -1);
    @Nullable JsonNode object = call;
    for (int i = 0; i < keys.length - 1 && object != null; i++) {
      object = object.get(keys[i]);
    }
    if (!(object instanceof ObjectNode around) || !around.has(keys[keys.length - 1])) {
      List<String> known = new ArrayList<>();
      (object == null ? call : object).fieldNames().forEachRemaining(known::add);
      throw new IllegalArgumentException(
          fixture + " has no key '" + path + "'. " + Nearest.question(path, known, ""));
    }
    around.remove(keys[keys.length - 1]);
    return this;
  }

  /** Replaces what the caller of the hook gave. */
  CallEdit arguments(JsonNode arguments) {
    if (!arguments.isObject()) {
      throw new IllegalArgumentException("The arguments must be a JSON object.");
    }
    for (String key : fixture.payload(ManualPayload.class).arguments().keys()) {
      call.remove(key);
    }
    for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
      if (call.has(argument.getKey())) {
        throw new IllegalArgumentException("'" + argument.getKey() + "' is a key of Rossum's own.");
      }
      call.set(argument.getKey(), argument.getValue());
    }
    return this;
  }

  /** Sideloads a schema, and makes it the annotation's. */
  CallEdit schema(JsonNode json) {
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
    call.putArray("schemas").add(schema);
    return this;
  }
}
