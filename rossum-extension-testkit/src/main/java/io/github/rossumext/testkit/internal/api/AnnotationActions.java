package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The changes of an annotation's status, and the other actions on it. */
final class AnnotationActions {
  private static final String SESSION = "01:00:00";
  private static final List<String> STARTED =
      List.of("to_review", "reviewing", "postponed", "confirmed");
  // The reference does not say from which states a document can be put aside: from all in which
  // nothing else works on it.
  private static final Set<String> FREE =
      Set.of(
          "to_review",
          "reviewing",
          "postponed",
          "confirmed",
          "in_workflow",
          "rejected",
          "failed_import",
          "failed_export",
          "exported");

  private final Organization organization;
  private final Annotations annotations;
  private final Router router;

  AnnotationActions(Crud.Base base, Annotations annotations) {
    this.organization = base.organization();
    this.router = base.router();
    this.annotations = annotations;
  }

  void add() {
    on("start", this::start);
    on("confirm", this::confirm);
    on("cancel", this::cancel);
    on("approve", this::approve);
    on("reject", this::reject);
    on("postpone", (request, live) -> putAside(request, live, "postponed"));
    on("delete", (request, live) -> putAside(request, live, "deleted"));
    on("rotate", this::rotate);
    on("copy", this::copy);
    router.add("POST", "annotations/assign", this::assign);
  }

  private interface Action {
    ApiResponse act(ApiRequest request, LiveAnnotation live);
  }

  private void on(String name, Action action) {
    router.add(
        "POST",
        "annotations/{#id}/" + name,
        request -> action.act(request, annotations.live(request)));
  }

  /** Requires that the caller has the annotation open. */
  static void requireHeld(LiveAnnotation live, Caller caller) {
    if (!live.status().equals("reviewing")) {
      throw ApiError.conflict("The annotation is " + live.status() + ", not reviewing.");
    }
    requireNotOther(live, caller);
  }

  /** Requires that no other user has the annotation open. */
  static void requireNotOther(LiveAnnotation live, Caller caller) {
    if (live.status().equals("reviewing") && live.holder() != caller.userId()) {
      throw ApiError.conflict("The annotation is being reviewed by another user.");
    }
  }

  private ApiResponse start(ApiRequest request, LiveAnnotation live) {
    ObjectNode body = request.object();
    organization.noteOtherKeys(request, body, Set.of("statuses"));
    List<String> allowed = new ArrayList<>();
    body.path("statuses").forEach(status -> allowed.add(status.asText()));
    if (!body.has("statuses")) {
      allowed.addAll(STARTED);
    }
    if (!allowed.contains(live.status())) {
      throw ApiError.conflict(
          "The annotation is " + live.status() + ", not " + String.join(", ", allowed) + ".");
    }
    requireNotOther(live, request.caller());
    if (!live.status().equals("reviewing")) {
      live.start(request.caller().userId());
      if (!live.status().equals("reviewing")) {
        throw ApiError.conflict("The annotation is " + live.status() + " and cannot be started.");
      }
    }
    return ApiResponse.ok(
        Json.newObject()
            .put("annotation", live.annotation().path("url").asText())
            .put("session_timeout", SESSION));
  }

  private ApiResponse confirm(ApiRequest request, LiveAnnotation live) {
    organization.noteOtherKeys(request, request.object(), Set.of("skip_workflows"));
    requireHeld(live, request.caller());
    List<String> reasons = live.confirm();
    if (!reasons.isEmpty()) {
      throw ApiError.conflict(String.join(" ", reasons));
    }
    stamp(live, "confirmed", request.caller());
    return ApiResponse.empty(204);
  }

  private void stamp(LiveAnnotation live, String what, Caller caller) {
    live.annotation().put(what + "_at", organization.now());
    live.annotation().put(what + "_by", organization.url("users", caller.userId()));
  }

  private ApiResponse cancel(ApiRequest request, LiveAnnotation live) {
    requireHeld(live, request.caller());
    live.status(live.annotation().path("previous_status").asText("to_review"));
    return view(live);
  }

  private ApiResponse view(LiveAnnotation live) {
    return ApiResponse.ok(annotations.view(live));
  }

  private ApiResponse approve(ApiRequest request, LiveAnnotation live) {
    if (!live.status().equals("in_workflow")) {
      throw ApiError.conflict("The annotation is " + live.status() + ", not in_workflow.");
    }
    live.status("exporting");
    return ApiResponse.ok(Json.newObject().put("status", live.status()));
  }

  private ApiResponse reject(ApiRequest request, LiveAnnotation live) {
    ObjectNode body = request.object();
    organization.noteOtherKeys(request, body, Set.of("note_content", "automatically_rejected"));
    requireFree(request, live, "rejected");
    live.annotation()
        .put("automatically_rejected", body.path("automatically_rejected").asBoolean(false));
    stamp(live, "rejected", request.caller());
    live.status("rejected");
    ObjectNode answer = Json.newObject().put("status", "rejected");
    String text = body.path("note_content").asText("");
    if (text.isEmpty()) {
      answer.putNull("note");
    } else {
      ObjectNode note = Json.newObject().put("type", "rejection").put("content", text);
      note.put("annotation", live.annotation().path("url").asText());
      answer.set("note", organization.add("notes", note).path("url"));
    }
    return ApiResponse.ok(answer);
  }

  private void requireFree(ApiRequest request, LiveAnnotation live, String next) {
    if (!FREE.contains(live.status()) || live.status().equals(next)) {
      throw ApiError.conflict(
          "The annotation is " + live.status() + " and cannot become " + next + ".");
    }
    requireNotOther(live, request.caller());
  }

  private ApiResponse putAside(ApiRequest request, LiveAnnotation live, String next) {
    requireFree(request, live, next);
    if (next.equals("deleted")) {
      stamp(live, "deleted", request.caller());
    }
    live.status(next);
    return view(live);
  }

  private ApiResponse rotate(ApiRequest request, LiveAnnotation live) {
    int degrees = request.object().path("rotation_deg").asInt(-1);
    if (degrees % 90 != 0 || degrees < 0 || degrees > 270) {
      throw ApiError.field("rotation_deg", "A multiple of 90 is required.");
    }
    requireFree(request, live, "importing");
    live.annotation()
        .path("pages")
        .forEach(
            url ->
                organization
                    .find("pages", url)
                    .ifPresent(
                        page ->
                            page.put(
                                "rotation_deg",
                                (page.path("rotation_deg").asInt() + degrees) % 360)));
    live.status("importing");
    ApiResponse response = view(live);
    live.initialize();
    return response;
  }

  private ApiResponse copy(ApiRequest request, LiveAnnotation live) {
    ObjectNode body = request.object();
    organization.noteOtherKeys(request, body, Set.of("target_queue", "target_status"));
    ObjectNode queue = organization.require("queues", body, "target_queue");
    ObjectNode document = organization.require("documents", live.annotation(), "document");
    boolean isImported = request.isSet("reimport");
    if (isImported && body.has("target_status")) {
      organization.note(request, "The import sets the status, so target_status has no effect.");
    }
    LiveAnnotation copy =
        isImported
            ? annotations.add(document, queue, request.caller(), "importing")
            : annotations.add(
                document,
                queue,
                request.caller(),
                body.path("target_status").asText("to_review"),
                (ArrayNode) live.annotation().path("content"));
    copy.annotation().set("metadata", live.annotation().path("metadata").deepCopy());
    if (isImported) {
      copy.initialize();
    }
    return ApiResponse.ok(
        Json.newObject().put("annotation", copy.annotation().path("url").asText()));
  }

  private ApiResponse assign(ApiRequest request) {
    ObjectNode body = request.object();
    organization.noteOtherKeys(request, body, Set.of("annotations", "assignees", "note_content"));
    List<ObjectNode> rows = organization.requireAll("annotations", body, "annotations");
    if (rows.size() != 1) {
      throw ApiError.field("annotations", "Exactly one annotation is required.");
    }
    organization.requireAll("users", body, "assignees");
    rows.get(0).set("assignees", body.path("assignees").deepCopy());
    rows.get(0).put("assigned_at", organization.now());
    return ApiResponse.empty(204);
  }
}
