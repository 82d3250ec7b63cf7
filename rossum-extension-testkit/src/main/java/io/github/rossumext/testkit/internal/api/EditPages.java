package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The split of a document, and the edit of its pages. */
final class EditPages {
  private static final String PATH = "annotations/{#id}/edit_pages";
  private static final Set<String> EDITABLE =
      Set.of("to_review", "split", "reviewing", "importing");

  private final Organization organization;
  private final Annotations annotations;
  private final Router router;
  // The status of a locked annotation before it was locked.
  private final Map<Long, String> locked = new HashMap<>();

  EditPages(Crud.Base base, Annotations annotations) {
    this.organization = base.organization();
    this.router = base.router();
    this.annotations = annotations;
  }

  void add() {
    router.add("POST", "annotations/{#id}/split", this::split);
    router.add("POST", PATH, this::edit);
    router.add("POST", PATH + "/start", this::start);
    router.add("POST", PATH + "/cancel", this::cancel);
    router.add("POST", PATH + "/in_place", this::inPlace);
  }

  /** Pages of a new document, and what it gets. */
  private record Target(
      JsonNode pages,
      JsonNode metadata,
      JsonNode values,
      ObjectNode queue,
      @Nullable String name) {}

  private ApiResponse split(ApiRequest request) {
    LiveAnnotation parent = annotations.live(request);
    ObjectNode body = request.object();
    organization.noteOtherKeys(request, body, Set.of("documents"));
    requireEditable(parent, request.caller());
    if (!body.path("documents").isArray() || body.path("documents").isEmpty()) {
      throw ApiError.required("documents");
    }
    List<Target> targets = new ArrayList<>();
    for (JsonNode document : body.path("documents")) {
      checkPages(document.path("pages"), "pages");
      targets.add(
          new Target(
              document.path("pages"),
              document.path("metadata"),
              Json.newObject(),
              queue(parent, document),
              null));
    }
    ArrayNode results = Json.newList();
    targets.forEach(target -> results.add(made(parent, target, request.caller())));
    parent.status("split");
    return results(results);
  }

  private static ApiResponse results(ArrayNode results) {
    ObjectNode body = Json.newObject();
    body.set("results", results);
    return ApiResponse.ok(body);
  }

  private static void requireEditable(LiveAnnotation parent, Caller caller) {
    if (!EDITABLE.contains(parent.status())) {
      throw ApiError.of(
          400, "The annotation is " + parent.status() + ", so its pages cannot be edited.");
    }
    AnnotationActions.requireNotOther(parent, caller);
  }

  private void checkPages(JsonNode pages, String key) {
    if (!pages.isArray() || pages.isEmpty()) {
      throw ApiError.required(key);
    }
    for (JsonNode page : pages) {
      organization.require("pages", page, "page");
    }
  }

  private ObjectNode queue(LiveAnnotation parent, JsonNode target) {
    return target.has("target_queue")
        ? organization.require("queues", target, "target_queue")
        : organization.require("queues", parent.annotation(), "queue");
  }

  /** Makes a document and its annotation of some pages. */
  private ObjectNode made(LiveAnnotation parent, Target target, Caller caller) {
    ObjectNode source = organization.require("documents", parent.annotation(), "document");
    String name =
        target.name() == null ? source.path("original_file_name").asText() : target.name();
    ObjectNode document =
        annotations
            .documents()
            .add(
                new Multipart.Part(
                    "content",
                    true,
                    name,
                    source.path("mime_type").asText("application/pdf"),
                    "%PDF-1.4\n% pages of the stub\n".getBytes(StandardCharsets.US_ASCII)),
                caller);
    document.set("parent", source.path("url"));
    LiveAnnotation child = annotations.add(document, target.queue(), caller, "importing");
    metadata(target.metadata(), document, child);
    setPages(child, target.pages());
    ObjectNode relation = Json.newObject().put("type", "edit").putNull("key");
    relation.set("parent", parent.annotation().path("url"));
    relation.putArray("annotations").add(child.annotation().path("url"));
    JsonNode url = organization.add("relations", relation).path("url");
    child.annotation().withArray("relations").add(url);
    Fields.take(child, target.values());
    child.initialize();
    return result(child);
  }

  private static void metadata(JsonNode metadata, ObjectNode document, LiveAnnotation child) {
    if (metadata.path("document").isObject()) {
      document.set("metadata", metadata.path("document").deepCopy());
    }
    if (metadata.path("annotation").isObject()) {
      child.annotation().set("metadata", metadata.path("annotation").deepCopy());
    }
  }

  private static ObjectNode result(LiveAnnotation live) {
    ObjectNode result = Json.newObject();
    result.set("document", live.annotation().path("document"));
    result.set("annotation", live.annotation().path("url"));
    return result;
  }

  /** Gives an annotation pages in the order of a list. */
  private void setPages(LiveAnnotation live, JsonNode pages) {
    ArrayNode urls = live.annotation().putArray("pages");
    for (JsonNode page : pages) {
      if (!page.path("deleted").asBoolean(false)) {
        String url = annotations.page(live.annotation().path("url").asText(), urls.size() + 1);
        organization
            .find("pages", urls.textNode(url))
            .ifPresent(row -> row.put("rotation_deg", page.path("rotation_deg").asInt(0)));
        urls.add(url);
      }
    }
  }

  private ApiResponse start(ApiRequest request) {
    LiveAnnotation parent = annotations.live(request);
    if (parent.status().equals("importing") || !EDITABLE.contains(parent.status())) {
      throw ApiError.conflict("The annotation is " + parent.status() + " and cannot be locked.");
    }
    AnnotationActions.requireNotOther(parent, request.caller());
    lock(parent, request.caller());
    ObjectNode answer = Json.newObject();
    answer.set("parent_annotation", parent.annotation().path("url"));
    ArrayNode list = answer.putArray("children");
    for (LiveAnnotation child : children(parent)) {
      list.add(started(child, request.caller()));
    }
    return ApiResponse.ok(answer.put("session_timeout", "01:00:00"));
  }

  private List<LiveAnnotation> children(LiveAnnotation parent) {
    List<LiveAnnotation> children = new ArrayList<>();
    Ref ref = Ref.of(parent.annotation().path("url")).orElse(null);
    for (ObjectNode relation : organization.table("relations").all()) {
      if (ref != null
          && ref.isIn(relation.path("parent"))
          && relation.path("type").asText().equals("edit")) {
        relation
            .path("annotations")
            .forEach(
                url ->
                    organization
                        .find(Annotations.TYPE, url)
                        .ifPresent(row -> children.add(annotations.live(row))));
      }
    }
    return children;
  }

  private ObjectNode started(LiveAnnotation child, Caller caller) {
    boolean isFree =
        child.status().equals("to_review")
            || (child.status().equals("reviewing") && child.holder() == caller.userId());
    ObjectNode answer = Json.newObject();
    answer.set("url", child.annotation().path("url"));
    answer.set("queue", child.annotation().path("queue"));
    answer.put("status", child.status());
    if (isFree) {
      lock(child, caller);
    }
    answer.put("started", isFree);
    answer.set("original_file_name", child.request().path("document").path("original_file_name"));
    ArrayNode pages = answer.putArray("parent_pages");
    for (JsonNode url : child.annotation().path("pages")) {
      pages.addObject().put("rotation_deg", 0).put("deleted", false).set("page", url);
    }
    answer.putObject("values");
    return answer;
  }

  private void lock(LiveAnnotation live, Caller caller) {
    if (!live.status().equals("reviewing")) {
      locked.put(live.annotation().path("id").asLong(), live.status());
      live.status("reviewing");
    }
    live.hold(caller.userId());
  }

  private void unlock(LiveAnnotation live, String byDefault) {
    String before = locked.remove(live.annotation().path("id").asLong());
    if (live.status().equals("reviewing")) {
      live.status(before == null ? byDefault : before);
    }
  }

  private ApiResponse cancel(ApiRequest request) {
    LiveAnnotation parent = annotations.live(request);
    ObjectNode body = request.object();
    organization.noteOtherKeys(request, body, Set.of("annotations", "cancel_parent"));
    List<ObjectNode> rows =
        body.has("annotations")
            ? organization.requireAll(Annotations.TYPE, body, "annotations")
            : List.of();
    for (ObjectNode row : rows) {
      unlock(annotations.live(row), "to_review");
    }
    if (body.path("cancel_parent").asBoolean(true)) {
      unlock(parent, "to_review");
    }
    return ApiResponse.empty(204);
  }

  private ApiResponse edit(ApiRequest request) {
    LiveAnnotation parent = annotations.live(request);
    ObjectNode body = request.object();
    organization.noteOtherKeys(
        request,
        body,
        Set.of("delete", "move", "edit", "stop_reviewing", "stop_parent", "edit_data_source"));
    requireEditable(parent, request.caller());
    List<ObjectNode> deleted = optional(body, "delete");
    List<ObjectNode> stopped = optional(body, "stop_reviewing");
    checkEdits(parent, body);
    ArrayNode results = Json.newList();
    for (JsonNode edit : body.path("edit")) {
      results.add(edited(parent, edit, request.caller()));
    }
    for (JsonNode move : body.path("move")) {
      LiveAnnotation moved =
          annotations.live(organization.require(Annotations.TYPE, move, "annotation"));
      moved.annotation().set("queue", queue(moved, move).path("url"));
    }
    deleted.forEach(row -> annotations.live(row).status("deleted"));
    stopped.forEach(row -> unlock(annotations.live(row), "to_review"));
    boolean hasChildren = !children(parent).isEmpty();
    if (body.path("stop_parent").asBoolean(true)) {
      locked.remove(parent.annotation().path("id").asLong());
      parent.status(hasChildren ? "split" : "to_review");
    }
    return results(results);
  }

  private List<ObjectNode> optional(ObjectNode body, String key) {
    return body.has(key) ? organization.requireAll(Annotations.TYPE, body, key) : List.of();
  }

  private void checkEdits(LiveAnnotation parent, ObjectNode body) {
    for (JsonNode edit : body.path("edit")) {
      checkPages(edit.path("parent_pages"), "parent_pages");
      queue(parent, edit);
      if (edit.has("annotation")) {
        organization.require(Annotations.TYPE, edit, "annotation");
      }
      if (edit.path("values").isObject()) {
        Fields.check(edit.path("values"), "edit:");
      }
    }
    for (JsonNode move : body.path("move")) {
      organization.require(Annotations.TYPE, move, "annotation");
      organization.require("queues", move, "target_queue");
    }
  }

  private ObjectNode edited(LiveAnnotation parent, JsonNode edit, Caller caller) {
    if (!edit.has("annotation")) {
      String name = edit.has("document_name") ? edit.path("document_name").asText() : null;
      return made(
          parent,
          new Target(
              edit.path("parent_pages"),
              edit.path("metadata"),
              edit.path("values"),
              queue(parent, edit),
              name),
          caller);
    }
    LiveAnnotation child =
        annotations.live(organization.require(Annotations.TYPE, edit, "annotation"));
    setPages(child, edit.path("parent_pages"));
    metadata(
        edit.path("metadata"),
        organization.require("documents", child.annotation(), "document"),
        child);
    child.annotation().set("queue", queue(child, edit).path("url"));
    Fields.take(child, edit.path("values"));
    return result(child);
  }

  private ApiResponse inPlace(ApiRequest request) {
    LiveAnnotation live = annotations.live(request);
    ObjectNode body = request.object();
    organization.noteOtherKeys(request, body, Set.of("parent_pages", "target_queue", "metadata"));
    requireEditable(live, request.caller());
    checkPages(body.path("parent_pages"), "parent_pages");
    ObjectNode queue = queue(live, body);
    setPages(live, body.path("parent_pages"));
    live.annotation().set("queue", queue.path("url"));
    metadata(
        body.path("metadata"),
        organization.require("documents", live.annotation(), "document"),
        live);
    return results(Json.newList().add(result(live)));
  }
}
