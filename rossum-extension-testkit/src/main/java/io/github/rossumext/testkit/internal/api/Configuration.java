package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.util.HashSet;
import java.util.Set;

/** Queues and schemas. */
final class Configuration {
  private Configuration() {}

  static void add(Crud.Base base) {
    new Crud(base, "queues", queues(base.organization())).all();
    new Crud(base, "schemas", schemas(base.organization())).all();
    base.router().add("POST", "schemas/validate", Configuration::validate);
  }

  private static void requireName(ObjectNode row) {
    if (row.path("name").asText("").isBlank()) {
      throw ApiError.required("name");
    }
  }

  private static Crud.Rules queues(Organization organization) {
    return new Crud.Rules() {
      /** Returns how many annotations have each status. */
      private ObjectNode counts(ObjectNode queue) {
        ObjectNode counts = Json.newObject();
        for (ObjectNode annotation : organization.table(Annotations.TYPE).all()) {
          if (Ref.of(annotation.path("queue")).equals(Ref.of(queue.path("url")))) {
            String status = annotation.path("status").asText("");
            counts.put(status, counts.path(status).asInt() + 1);
          }
        }
        return counts;
      }

      @Override
      public Set<String> filters() {
        return Set.of("id", "name", "workspace", "schema", "locale");
      }

      @Override
      public ObjectNode defaults() {
        ObjectNode row = Json.newObject().putNull("workspace").put("automation_level", "never");
        row.put("locale", "en_GB").put("session_timeout", "01:00:00").putArray("hooks");
        row.putObject("settings");
        row.putObject("metadata");
        return row;
      }

      @Override
      public void check(ObjectNode row, ObjectNode body) {
        requireName(row);
        organization.require("schemas", row, "schema");
      }

      @Override
      public ObjectNode shown(ObjectNode row) {
        ObjectNode shown = row.deepCopy();
        shown.set("counts", counts(row));
        ArrayNode hooks = shown.putArray("hooks");
        for (ObjectNode hook : organization.table("hooks").all()) {
          for (JsonNode queue : hook.path("queues")) {
            if (Ref.of(queue).equals(Ref.of(row.path("url")))) {
              hooks.add(hook.path("url"));
            }
          }
        }
        return shown;
      }
    };
  }

  private static Crud.Rules schemas(Organization organization) {
    return new Crud.Rules() {
      @Override
      public Set<String> filters() {
        return Set.of("id", "name", "queue");
      }

      @Override
      public ObjectNode defaults() {
        ObjectNode row = Json.newObject();
        row.putObject("metadata");
        return row;
      }

      @Override
      public void check(ObjectNode row, ObjectNode body) {
        requireName(row);
        String problem = problem(row.path("content"));
        if (!problem.isEmpty()) {
          throw ApiError.field("content", problem);
        }
      }

      @Override
      public boolean isStamped() {
        return true;
      }

      @Override
      public Set<String> missingAfterChange() {
        return Set.of("queues", "created_at", "created_by", "modified_at", "modified_by");
      }

      @Override
      public void deleted(ObjectNode row) {
        for (String type : new String[] {"queues", "annotations"}) {
          for (ObjectNode user : organization.table(type).all()) {
            if (Ref.of(user.path("schema")).equals(Ref.of(row.path("url")))) {
              throw ApiError.conflict("The schema is used by " + type + ".");
            }
          }
        }
      }

      @Override
      public ObjectNode shown(ObjectNode row) {
        ObjectNode shown = Json.newObject();
        shown.setAll(row);
        ArrayNode queues = shown.putArray("queues");
        for (ObjectNode queue : organization.table("queues").all()) {
          if (Ref.of(queue.path("schema")).equals(Ref.of(row.path("url")))) {
            queues.add(queue.path("url"));
          }
        }
        return shown;
      }
    };
  }

  /** Returns what is wrong with the sections of a schema; {@code ""} for nothing. */
  private static String problem(JsonNode content) {
    if (!content.isArray() || content.isEmpty()) {
      return "Schema content must be a list of sections.";
    }
    Set<String> ids = new HashSet<>();
    for (JsonNode section : content) {
      if (!section.path("category").asText().equals("section")) {
        return "Schema content must be a list of sections.";
      }
      String problem = problem(section, ids);
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return "";
  }

  private static String problem(JsonNode node, Set<String> ids) {
    String id = node.path("id").asText("");
    if (id.isEmpty() || id.length() > 50) {
      return "Each id must have from 1 to 50 characters.";
    }
    if (!ids.add(id)) {
      return "The id '" + id + "' is not unique.";
    }
    JsonNode children = node.path("children");
    Iterable<JsonNode> all = children.isObject() ? Set.of(children) : children;
    for (JsonNode child : all) {
      String problem = problem(child, ids);
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return "";
  }

  private static ApiResponse validate(ApiRequest request) {
    ObjectNode answer = Json.newObject();
    String problem = problem(request.object().path("content"));
    if (!problem.isEmpty()) {
      answer.putArray("content").add(problem);
    }
    return ApiResponse.ok(answer);
  }
}
