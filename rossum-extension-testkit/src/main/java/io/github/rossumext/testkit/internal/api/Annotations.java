package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.SecretTexts;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.Skeleton;
import io.github.rossumext.value.RawJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Annotations: those of the simulator, and those that tests and clients add. */
final class Annotations {
  static final String TYPE = "annotations";

  private static final Set<String> FILTERS = filters();
  private static final Set<String> PATCHED =
      Set.of(
          "status",
          "metadata",
          "document",
          "queue",
          "automated",
          "messages",
          "modifier",
          "rir_poll_id",
          "training_enabled",
          "labels",
          "assignees");
  // The lists of a request that hold objects of the API.
  private static final List<String> SIDELOADS =
      List.of("queues", "schemas", "emails", "labels", "relations", "pages", "automation_blockers");
  // A sideload, and the key of the annotation that names its objects.
  private static final Map<String, String> SIDELOADED =
      Map.of(
          "documents", "document",
          "queues", "queue",
          "schemas", "schema",
          "modifiers", "modifier",
          "pages", "pages",
          "labels", "labels",
          "relations", "relations",
          "emails", "email",
          "assignees", "assignees",
          "automation_blockers", "automation_blocker");

  private final Organization organization;
  private final Documents documents;
  private final Lists lists;
  private final Filters filters;
  private final Map<Long, LiveAnnotation> byId = new LinkedHashMap<>();
  private final Set<LiveAnnotation> known = Collections.newSetFromMap(new IdentityHashMap<>());

  Annotations(Crud.Base base, Documents documents) {
    this.organization = base.organization();
    this.documents = documents;
    this.lists = base.lists();
    this.filters = base.filters();
    base.router().add("GET", TYPE, this::list);
    base.router().add("POST", TYPE, this::create);
    base.router().add("GET", TYPE + "/{#id}", request -> ApiResponse.ok(view(live(request))));
    base.router().add("PATCH", TYPE + "/{#id}", this::change);
  }

  private static Set<String> filters() {
    Set<String> all =
        new TreeSet<>(
            List.of(
                "id",
                "status",
                "modifier",
                "confirmed_by",
                "deleted_by",
                "exported_by",
                "purged_by",
                "rejected_by",
                "assignees",
                "labels",
                "document",
                "queue",
                "queue__workspace",
                "relations__parent",
                "relations__type",
                "relations__key",
                "restricted_access",
                "automated",
                "has_email_thread_with_replies",
                "has_email_thread_with_new_replies"));
    for (String time :
        List.of(
            "arrived",
            "assigned",
            "confirmed",
            "created",
            "modified",
            "deleted",
            "exported",
            "export_failed",
            "purged",
            "rejected")) {
      all.add(time + "_at_before");
      all.add(time + "_at_after");
    }
    return all;
  }

  /** Takes in the documents that the simulator has opened since. */
  void sync() {
    for (LiveAnnotation live : organization.world().documents()) {
      if (known.add(live)) {
        register(live);
      }
    }
  }

  private void register(LiveAnnotation live) {
    ObjectNode annotation = live.annotation();
    long id = annotation.path("id").asLong();
    byId.put(id, live);
    organization.put(TYPE, annotation);
    ObjectNode request = live.request();
    if (request.path("document") instanceof ObjectNode document) {
      organization.put("documents", document);
      if (!document.path("annotations").isArray()) {
        document.putArray("annotations").add(annotation.path("url"));
      }
    }
    for (String list : SIDELOADS) {
      request.path(list).forEach(object -> organization.put(list, named(list, object)));
    }
    for (String key :
        List.of("document", "queue", "schema", "organization", "creator", "email", "pages")) {
      organization.know(annotation.path(key));
    }
    ObjectNode schema = live.schema();
    if (schema != null) {
      organization
          .find("schemas", annotation.path("schema"))
          .ifPresent(row -> row.set("content", schema.path("content")));
    }
    organization
        .find("queues", annotation.path("queue"))
        .filter(queue -> !queue.has("schema"))
        .ifPresent(queue -> queue.set("schema", annotation.path("schema")));
    numberPages(annotation);
  }

  /** Names a schema or queue that has no name, because a client cannot change one without. */
  private static JsonNode named(String list, JsonNode object) {
    boolean needsName = list.equals("schemas") || list.equals("queues");
    return needsName && object instanceof ObjectNode row && !row.hasNonNull("name")
        ? row.deepCopy().put("name", list + " " + row.path("id").asText())
        : object;
  }

  private void numberPages(ObjectNode annotation) {
    int number = 1;
    for (JsonNode url : annotation.path("pages")) {
      ObjectNode page = organization.find("pages", url).orElse(null);
      if (page != null && !page.has("number")) {
        describe(page, annotation.path("url").asText(), number);
      }
      number++;
    }
  }

  private static void describe(ObjectNode page, String annotation, int number) {
    page.put("annotation", annotation).put("number", number).put("rotation_deg", 0);
    page.put("mime_type", "image/png").put("s3_name", "page" + page.path("id").asText());
    page.put("content", page.path("url").asText() + "/content");
    page.put("width", 1240).put("height", 1754);
    page.putObject("metadata");
  }

  /** Returns the annotation at the place {@code id} of a path. */
  LiveAnnotation live(ApiRequest request) {
    return live(request.id("id"));
  }

  LiveAnnotation live(long id) {
    LiveAnnotation live = byId.get(id);
    if (live == null) {
      throw ApiError.notFound();
    }
    return live;
  }

  LiveAnnotation live(ObjectNode row) {
    return live(row.path("id").asLong());
  }

  List<LiveAnnotation> all() {
    return List.copyOf(byId.values());
  }

  /** Returns an annotation as clients see it. */
  ObjectNode view(LiveAnnotation live) {
    return view(live.annotation());
  }

  static ObjectNode view(ObjectNode annotation) {
    ObjectNode view = Json.newObject();
    view.setAll(annotation);
    view.remove("previous_status");
    view.put("content", annotation.path("url").asText() + "/content");
    return view;
  }

  private ApiResponse list(ApiRequest request) {
    String text = request.parameter("search").orElse("");
    if (text.length() > 256) {
      throw ApiError.field("search", "Ensure this value has at most 256 characters.");
    }
    List<ObjectNode> rows = new ArrayList<>();
    for (LiveAnnotation live : byId.values()) {
      if (text.isEmpty() || AnnotationSearch.mentions(live, text)) {
        rows.add(view(live));
      }
    }
    for (String status : request.values("status")) {
      if (!new AnnotationStatus(status).isKnown()) {
        organization.note(request, "Rossum does not document the status '" + status + "'.");
      }
    }
    ObjectNode page = lists.page(request, filters.apply(request, rows, FILTERS));
    sideload(request, page);
    return ApiResponse.ok(page);
  }

  /** Embeds the objects that the annotations of a page name. */
  void sideload(ApiRequest request, ObjectNode page) {
    for (String list : request.values("sideload")) {
      if (list.equals("content")) {
        page.set("content", contents(request, page.path("results")));
        continue;
      }
      String key = SIDELOADED.get(list);
      if (key == null) {
        organization.note(request, "The stub does not know the sideload '" + list + "'.");
        continue;
      }
      Map<Ref, ObjectNode> objects = new LinkedHashMap<>();
      for (JsonNode row : page.path("results")) {
        Iterable<JsonNode> urls = row.path(key).isArray() ? row.path(key) : List.of(row.path(key));
        for (JsonNode url : urls) {
          Ref.of(url)
              .ifPresent(
                  ref ->
                      organization
                          .table(ref.type())
                          .find(ref.id())
                          .ifPresent(object -> objects.put(ref, object)));
        }
      }
      page.putArray(list).addAll(objects.values());
    }
  }

  private ArrayNode contents(ApiRequest request, JsonNode rows) {
    List<String> wanted = request.values("content.schema_id");
    ArrayNode nodes = Json.newList();
    for (JsonNode row : rows) {
      Document document = live(row.path("id").asLong()).document();
      document
          .nodes(node -> wanted.isEmpty() || wanted.contains(node.schemaId()))
          .forEach(node -> nodes.add(node.json()));
    }
    return nodes;
  }

  private ApiResponse create(ApiRequest request) {
    ObjectNode body = request.object();
    organization.noteOtherKeys(
        request,
        body,
        Set.of(
            "status",
            "document",
            "queue",
            "content_data",
            "values",
            "metadata",
            "training_enabled"));
    ObjectNode document = organization.require("documents", body, "document");
    ObjectNode queue = organization.require("queues", body, "queue");
    String status = body.path("status").asText("created");
    if (!status.equals("created") && !status.equals("importing")) {
      throw ApiError.field("status", "\"" + status + "\" is not a valid choice.");
    }
    LiveAnnotation live = add(document, queue, request.caller(), status);
    if (body.path("content_data").isArray()) {
      ContentPaths.write(live, body.path("content_data"), organization, request);
    }
    if (body.path("metadata").isObject()) {
      live.annotation().set("metadata", body.path("metadata").deepCopy());
    }
    Fields.take(live, body.path("values"));
    return ApiResponse.json(201, view(live));
  }

  /** Adds an annotation of a document, with empty content as the queue's schema has it. */
  LiveAnnotation add(ObjectNode document, ObjectNode queue, Caller caller, String status) {
    ObjectNode schema = organization.find("schemas", queue.path("schema")).orElse(null);
    ArrayNode content =
        schema == null || schema.path("content").isEmpty()
            ? Json.newList()
            : Skeleton.of("The document", Schema.of(RawJson.of(Json.text(schema)))).json();
    return add(document, queue, caller, status, content);
  }

  /** Adds an annotation of a document, with a copy of this content. */
  LiveAnnotation add(
      ObjectNode document, ObjectNode queue, Caller caller, String status, ArrayNode content) {
    long id = organization.table(TYPE).nextId();
    String url = organization.url(TYPE, id);
    ObjectNode annotation = Json.newObject().put("id", id).put("url", url);
    annotation.put("status", status).put("previous_status", status);
    annotation.set("document", document.path("url"));
    annotation.set("queue", queue.path("url"));
    annotation.set("schema", queue.path("schema"));
    for (String key : List.of("relations", "related_emails", "assignees", "labels")) {
      annotation.putArray(key);
    }
    annotation.putArray("pages").add(page(url, 1));
    annotation.put("organization", organization.url("organizations", 1));
    annotation.put("creator", organization.url("users", caller.userId()));
    annotation.put("created_at", organization.now()).put("arrived_at", organization.now());
    for (String key :
        List.of(
            "modifier",
            "modified_by",
            "modified_at",
            "assigned_at",
            "confirmed_at",
            "deleted_at",
            "exported_at",
            "export_failed_at",
            "purged_at",
            "rejected_at",
            "confirmed_by",
            "deleted_by",
            "exported_by",
            "purged_by",
            "rejected_by",
            "messages",
            "suggested_edit",
            "email",
            "email_thread",
            "automation_blocker",
            "prediction",
            "rir_poll_id")) {
      annotation.putNull(key);
    }
    for (String key :
        List.of(
            "automated",
            "automatically_rejected",
            "einvoice",
            "restricted_access",
            "has_email_thread_with_replies",
            "has_email_thread_with_new_replies")) {
      annotation.put(key, false);
    }
    annotation.put("training_enabled", true).put("time_spent", 0).putObject("metadata");
    annotation.set(
        "content", Document.numbered(content, id * 10_000 % 9_000_000_000_000L + 1, url));
    document.withArray("annotations").add(url);
    ObjectNode request = request(annotation, document);
    organization
        .find("schemas", queue.path("schema"))
        .filter(schema -> schema.path("content").isArray())
        .ifPresent(schema -> request.putArray("schemas").add(schema));
    LiveAnnotation live = organization.world().add("document " + id, Json.bytes(request));
    sync();
    // The document stays one object, so that hooks see what clients change.
    live.request().set("document", document);
    organization.put("documents", document);
    return live;
  }

  /** Adds a page; returns its URL. */
  String page(String annotation, int number) {
    ObjectNode page = organization.add("pages", Json.newObject());
    describe(page, annotation, number);
    return page.path("url").asText();
  }

  private ObjectNode request(ObjectNode annotation, ObjectNode document) {
    ObjectNode request = Json.newObject();
    request.put("request_id", "").put("timestamp", organization.now());
    request.put("hook", organization.url("hooks", 1)).put("base_url", "");
    request.put(SecretTexts.TOKEN, "");
    request.putObject("settings");
    request.putObject(SecretTexts.SECRETS);
    request.put("event", "annotation_content").put("action", "initialize");
    request.putArray("updated_datapoints");
    request.set("annotation", annotation);
    request.set("document", document);
    return request;
  }

  private ApiResponse change(ApiRequest request) {
    LiveAnnotation live = live(request);
    ObjectNode body = request.object();
    organization.noteOtherKeys(request, body, PATCHED);
    String status = body.path("status").asText(live.status());
    if (!status.equals(live.status()) && !isPatched(live.status(), status)) {
      throw ApiError.field(
          "status",
          "The status cannot change from " + live.status() + " to " + status + " by PATCH.");
    }
    if (body.has("queue")) {
      organization.require("queues", body, "queue");
    }
    if (body.has("document")) {
      organization.require("documents", body, "document");
    }
    if (body.has("metadata") && !body.path("metadata").isObject()) {
      throw ApiError.field("metadata", "Value must be a dictionary.");
    }
    for (String key : PATCHED) {
      if (body.has(key) && !key.equals("status")) {
        live.annotation().set(key, body.path(key).deepCopy());
      }
    }
    touch(live, request.caller());
    if (!status.equals(live.status())) {
      live.status(status);
      if (status.equals("importing")) {
        live.initialize();
      }
    }
    return ApiResponse.ok(view(live));
  }

  // The reference says that a change of the status by PATCH is limited, and names one. An export
  // that an extension ends itself is another one.
  private static boolean isPatched(String before, String next) {
    return next.equals("importing")
        || (before.equals("exporting")
            && (next.equals("exported") || next.equals("failed_export")));
  }

  /** Remembers who changed an annotation, and when. */
  void touch(LiveAnnotation live, Caller caller) {
    String user = organization.url("users", caller.userId());
    live.annotation().put("modified_at", organization.now());
    live.annotation().put("modifier", user).put("modified_by", user);
  }

  Documents documents() {
    return documents;
  }

  Map<String, Integer> countByStatus(ObjectNode queue) {
    Map<String, Integer> counts = new HashMap<>();
    for (LiveAnnotation live : byId.values()) {
      if (Ref.of(live.annotation().path("queue")).equals(Ref.of(queue.path("url")))) {
        counts.merge(live.status(), 1, Integer::sum);
      }
    }
    return counts;
  }
}
