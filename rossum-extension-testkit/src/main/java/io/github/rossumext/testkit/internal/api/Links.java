package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.util.List;
import java.util.Set;

/** What links annotations and documents: relations, document relations, labels, suggested edits. */
final class Links {
  private Links() {}

  static void add(Crud.Base base, Annotations annotations) {
    new Crud(base, "relations", relations(base.organization())).all();
    new Crud(base, "document_relations", documentRelations(base.organization())).all();
    new Crud(base, "suggested_edits", suggestedEdits(base.organization())).all();
    new Crud(base, "labels", labels(base.organization())).all();
    base.router().add("POST", "labels/apply", request -> apply(request, base.organization()));
  }

  /** What relations and document relations have in common: a type, a key, an owner and targets. */
  private abstract static class LinkRules implements Crud.Rules {
    final Organization organization;
    private final String owner;
    private final String targets;
    private final List<String> types;

    /**
     * Creates the rules.
     *
     * @param owner the key of the annotation that has the targets
     * @param targets the key of the targets, which is their type, too
     */
    LinkRules(Organization organization, String owner, String targets, List<String> types) {
      this.organization = organization;
      this.owner = owner;
      this.targets = targets;
      this.types = types;
    }

    @Override
    public Set<String> keys() {
      return Set.of("type", "key", owner, targets);
    }

    @Override
    public ObjectNode defaults() {
      ObjectNode row = Json.newObject().putNull("key");
      row.putArray(targets);
      return row;
    }

    @Override
    public void check(ObjectNode row, ObjectNode body) {
      if (!row.has("type")) {
        throw ApiError.required("type");
      }
      if (!types.contains(row.path("type").asText())) {
        throw ApiError.field(
            "type", "\"" + row.path("type").asText() + "\" is not a valid choice.");
      }
      organization.requireAll(targets, row, targets);
    }
  }

  private static Crud.Rules relations(Organization organization) {
    return new LinkRules(
        organization, "parent", "annotations", List.of("edit", "attachment", "duplicate")) {
      @Override
      public Set<String> filters() {
        return Set.of("id", "type", "parent", "key", "annotation");
      }

      @Override
      public ObjectNode defaults() {
        return super.defaults().putNull("parent");
      }

      @Override
      public void check(ObjectNode row, ObjectNode body) {
        super.check(row, body);
        if (!row.path("parent").isNull()) {
          organization.require("annotations", row, "parent");
        }
      }

      @Override
      public void stored(ObjectNode row) {
        unlink(row);
        row.path("annotations")
            .forEach(
                url ->
                    organization
                        .find("annotations", url)
                        .ifPresent(
                            annotation -> annotation.withArray("relations").add(row.path("url"))));
      }

      @Override
      public void deleted(ObjectNode row) {
        unlink(row);
      }

      private void unlink(ObjectNode row) {
        for (ObjectNode annotation : organization.table("annotations").all()) {
          remove(annotation.path("relations"), row.path("url"));
        }
      }
    };
  }

  private static void remove(JsonNode list, JsonNode url) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (Ref.of(list.get(i)).equals(Ref.of(url))) {
        ((ArrayNode) list).remove(i);
      }
    }
  }

  private static Crud.Rules documentRelations(Organization organization) {
    return new LinkRules(organization, "annotation", "documents", List.of("export", "einvoice")) {
      @Override
      public Set<String> filters() {
        return Set.of("id", "type", "annotation", "key", "documents");
      }

      @Override
      public ObjectNode defaults() {
        return super.defaults().put("type", "export");
      }

      @Override
      public void check(ObjectNode row, ObjectNode body) {
        super.check(row, body);
        organization.require("annotations", row, "annotation");
        for (ObjectNode other : organization.table("document_relations").all()) {
          if (!other.path("id").equals(row.path("id"))
              && other.path("type").equals(row.path("type"))
              && other.path("key").equals(row.path("key"))
              && Ref.of(other.path("annotation")).equals(Ref.of(row.path("annotation")))) {
            throw ApiError.field(
                "non_field_errors", "The fields type, key, annotation must make a unique set.");
          }
        }
      }

      @Override
      public void deleted(ObjectNode row) {
        if (!row.path("documents").isEmpty()) {
          throw ApiError.of(400, "The relation still has documents. Remove them first.");
        }
      }
    };
  }

  private static Crud.Rules suggestedEdits(Organization organization) {
    return new Crud.Rules() {
      @Override
      public Set<String> filters() {
        return Set.of("id", "annotation");
      }

      @Override
      public Set<String> keys() {
        return Set.of("annotation", "documents");
      }

      @Override
      public void check(ObjectNode row, ObjectNode body) {
        organization.require("annotations", row, "annotation");
        if (!row.path("documents").isArray() || row.path("documents").isEmpty()) {
          throw ApiError.required("documents");
        }
        for (JsonNode document : row.path("documents")) {
          for (JsonNode page : document.path("pages")) {
            organization.require("pages", page, "page");
            if (!page.has("rotation")) {
              // The other calls about pages have rotation_deg.
              throw ApiError.required("rotation");
            }
          }
        }
      }

      @Override
      public void stored(ObjectNode row) {
        organization
            .find("annotations", row.path("annotation"))
            .ifPresent(annotation -> annotation.set("suggested_edit", row.path("url")));
      }

      @Override
      public void deleted(ObjectNode row) {
        organization
            .find("annotations", row.path("annotation"))
            .ifPresent(annotation -> annotation.putNull("suggested_edit"));
      }
    };
  }

  private static Crud.Rules labels(Organization organization) {
    return new Crud.Rules() {
      @Override
      public Set<String> filters() {
        return Set.of("id", "name", "organization");
      }

      @Override
      public Set<String> keys() {
        return Set.of("name", "organization", "color");
      }

      @Override
      public ObjectNode defaults() {
        return Json.newObject()
            .put("organization", organization.url("organizations", 1))
            .putNull("color");
      }

      @Override
      public void check(ObjectNode row, ObjectNode body) {
        if (row.path("name").asText("").isBlank()) {
          throw ApiError.required("name");
        }
      }

      @Override
      public void deleted(ObjectNode row) {
        for (ObjectNode annotation : organization.table("annotations").all()) {
          remove(annotation.path("labels"), row.path("url"));
        }
      }
    };
  }

  private static ApiResponse apply(ApiRequest request, Organization organization) {
    ObjectNode body = request.object();
    organization.noteOtherKeys(request, body, Set.of("operations", "objects"));
    JsonNode operations = body.path("operations");
    if (!operations.isObject()) {
      throw ApiError.required("operations");
    }
    if (!body.path("objects").isObject()) {
      throw ApiError.required("objects");
    }
    List<ObjectNode> annotations =
        organization.requireAll("annotations", body.path("objects"), "annotations");
    List<ObjectNode> added = labels(organization, operations, "add");
    List<ObjectNode> removed = labels(organization, operations, "remove");
    for (ObjectNode annotation : annotations) {
      for (ObjectNode label : removed) {
        remove(annotation.path("labels"), label.path("url"));
      }
      for (ObjectNode label : added) {
        remove(annotation.path("labels"), label.path("url"));
        annotation.withArray("labels").add(label.path("url"));
      }
    }
    return ApiResponse.empty(204);
  }

  private static List<ObjectNode> labels(Organization organization, JsonNode body, String key) {
    return body.has(key) ? organization.requireAll("labels", body, key) : List.of();
  }
}
