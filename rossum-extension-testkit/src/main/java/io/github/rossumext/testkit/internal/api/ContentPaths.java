package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The content of an annotation: nodes, operations, validation, and the text of the pages. */
final class ContentPaths {
  private static final String PATH = "annotations/{#id}/content";
  private static final Set<List<String>> ACTIONS =
      Set.of(
          List.of("user_update"),
          List.of("user_update", "updated"),
          List.of("user_update", "started"));

  private final Organization organization;
  private final Annotations annotations;
  private final Pages pages;
  private final Router router;

  ContentPaths(Crud.Base base, Annotations annotations, Pages pages) {
    this.organization = base.organization();
    this.router = base.router();
    this.annotations = annotations;
    this.pages = pages;
  }

  void add() {
    router.add("GET", PATH, request -> content(annotations.live(request)));
    router.add("PATCH", PATH, this::change);
    router.add("POST", PATH + "/operations", this::operate);
    router.add("POST", PATH + "/validate", this::validate);
    router.add("GET", PATH + "/{#node}", request -> ApiResponse.ok(node(request).json()));
    router.add("PATCH", PATH + "/{#node}", this::changeNode);
    router.add("POST", PATH + "/{#node}/add_empty", this::addEmpty);
    router.add("POST", PATH + "/{#node}/select", this::select);
    router.add("GET", "annotations/{#id}/page_data", this::pageData);
    router.add("GET", "annotations/{#id}/search", this::search);
  }

  private static ApiResponse content(LiveAnnotation live) {
    ArrayNode sections = live.document().json();
    ObjectNode body = Json.newObject();
    body.set("content", sections);
    body.set("results", sections);
    return ApiResponse.ok(body);
  }

  private DocumentNode node(ApiRequest request) {
    return annotations
        .live(request)
        .document()
        .byId(request.id("node"))
        .orElseThrow(ApiError::notFound);
  }

  /** Applies operations; what Rossum would lose becomes a problem. */
  static void apply(
      LiveAnnotation live, JsonNode operations, Organization organization, ApiRequest request) {
    String source = request.method() + " " + request.path();
    live.apply(
        operations,
        new Operations.Report() {
          @Override
          public void applied(
              int index, String op, DocumentNode target, String path, JsonNode operation) {}

          @Override
          public void problem(int index, String text) {
            organization.note(new Note(source, OptionalInt.of(index), text));
          }

          @Override
          public void notList(String text) {
            throw ApiError.field("operations", "Expected a list of items.");
          }
        });
  }

  private ApiResponse operate(ApiRequest request) {
    LiveAnnotation live = annotations.live(request);
    ObjectNode body = request.object();
    organization.noteOtherKeys(request, body, Set.of("operations"));
    if (!body.has("operations")) {
      throw ApiError.required("operations");
    }
    JsonNode operations = body.path("operations");
    apply(live, operations.isArray() ? numbered(operations) : operations, organization, request);
    annotations.touch(live, request.caller());
    return content(live);
  }

  // In operations of the REST API an id may be a text.
  private static ArrayNode numbered(JsonNode operations) {
    ArrayNode copies = Json.newList();
    for (JsonNode operation : operations) {
      JsonNode copy = operation.deepCopy();
      if (copy instanceof ObjectNode object && object.path("id").isTextual()) {
        Json.lenientId(object.path("id")).ifPresent(id -> object.put("id", id));
      }
      copies.add(copy);
    }
    return copies;
  }

  private ApiResponse change(ApiRequest request) {
    LiveAnnotation live = annotations.live(request);
    JsonNode tree = request.object().path("content");
    if (!tree.isArray()) {
      throw ApiError.required("content");
    }
    write(live, tree, organization, request);
    annotations.touch(live, request.caller());
    return content(live);
  }

  /** Writes the fields of a partial tree; missing nodes are kept. */
  static void write(
      LiveAnnotation live, JsonNode tree, Organization organization, ApiRequest request) {
    ArrayNode operations = Json.newList();
    collect(live, tree, operations);
    apply(live, operations, organization, request);
  }

  private static void collect(LiveAnnotation live, JsonNode nodes, ArrayNode operations) {
    for (JsonNode node : nodes) {
      DocumentNode known = known(live, node);
      if (known != null && known.isDatapoint()) {
        operations.add(replace(known.id(), node));
      }
      collect(live, node.path("children"), operations);
    }
  }

  private static @Nullable DocumentNode known(LiveAnnotation live, JsonNode node) {
    if (node.has("id")) {
      return live.document().byId(Json.lenientId(node.path("id")).orElse(0)).orElse(null);
    }
    return live.document().datapoints().stream()
        .filter(field -> field.schemaId().equals(node.path("schema_id").asText("")))
        .findFirst()
        .orElse(null);
  }

  private static ObjectNode replace(long id, JsonNode node) {
    ObjectNode operation = Json.newObject().put("op", "replace").put("id", id);
    ObjectNode value = operation.putObject("value");
    if (node.path("content").isObject()) {
      ObjectNode content = (ObjectNode) node.path("content").deepCopy();
      content.retain("value", "page", "position");
      value.set("content", content);
    }
    for (String key : List.of("hidden", "options", "validation_sources")) {
      if (node.has(key)) {
        value.set(key, node.path(key).deepCopy());
      }
    }
    return operation;
  }

  private ApiResponse changeNode(ApiRequest request) {
    LiveAnnotation live = annotations.live(request);
    DocumentNode node = node(request);
    ObjectNode body = request.object();
    organization.noteOtherKeys(
        request, body, Set.of("content", "validation_sources", "hidden", "options"));
    apply(live, Json.newList().add(replace(node.id(), body)), organization, request);
    annotations.touch(live, request.caller());
    return ApiResponse.ok(node.json());
  }

  private ApiResponse addEmpty(ApiRequest request) {
    LiveAnnotation live = annotations.live(request);
    DocumentNode table = node(request);
    if (!table.isMultivalue()) {
      throw ApiError.of(400, "Only a multivalue can be added to.");
    }
    DocumentNode added =
        live.document().schema().isTable(table).orElse(true)
            ? live.document().appendRow(table)
            : live.document().appendValue(table);
    annotations.touch(live, request.caller());
    return ApiResponse.json(201, added.json());
  }

  private ApiResponse select(ApiRequest request) {
    LiveAnnotation live = annotations.live(request);
    ObjectNode body = request.object();
    JsonNode rectangle = body.path("rectangle");
    if (rectangle.size() != 4) {
      throw ApiError.required("rectangle");
    }
    ObjectNode page = organization.require("pages", body, "page");
    int number = page.path("number").asInt(1);
    ObjectNode part = Json.newObject();
    part.putObject("content")
        .put("value", pages.textIn(live, number, Pages.box(rectangle)))
        .put("page", number)
        .set("position", rectangle);
    apply(live, Json.newList().add(replace(node(request).id(), part)), organization, request);
    return ApiResponse.ok(node(request).json());
  }

  private ApiResponse validate(ApiRequest request) {
    LiveAnnotation live = annotations.live(request);
    ObjectNode body = request.object();
    organization.noteOtherKeys(request, body, Set.of("actions", "updated_datapoint_ids"));
    List<String> actions = new ArrayList<>();
    body.path("actions").forEach(action -> actions.add(action.asText()));
    if (!body.has("actions")) {
      actions.add("user_update");
    }
    if (!ACTIONS.contains(actions)) {
      throw ApiError.field("actions", "Expected user_update, alone or with updated or started.");
    }
    List<Long> updated = new ArrayList<>();
    for (JsonNode id : body.path("updated_datapoint_ids")) {
      long number = Json.id(id).orElse(0);
      if (live.document().byId(number).isEmpty()) {
        throw ApiError.field(
            "updated_datapoint_ids", "The annotation has no datapoint " + id + ".");
      }
      updated.add(number);
    }
    AnnotationActions.requireHeld(live, request.caller());
    LiveAnnotation.Findings findings =
        live.validate(actions.size() == 1 ? "" : actions.get(1), updated);
    ObjectNode answer = Json.newObject();
    answer.set("messages", findings.messages());
    ArrayNode nodes = answer.putArray("updated_datapoints");
    for (long id : findings.changed()) {
      live.document().byId(id).ifPresent(node -> nodes.add(node.json()));
    }
    answer.putArray("suggested_operations");
    answer.putArray("matched_trigger_rules");
    return ApiResponse.ok(answer);
  }

  private ApiResponse pageData(ApiRequest request) {
    LiveAnnotation live = annotations.live(request);
    String granularity = request.parameter("granularity").orElse("");
    if (!Pages.GRANULARITIES.contains(granularity)) {
      throw ApiError.field("granularity", "\"" + granularity + "\" is not a valid choice.");
    }
    List<String> wanted = request.values("page_numbers");
    if (wanted.size() > 20) {
      throw ApiError.field("page_numbers", "At most 20 pages are allowed.");
    }
    ArrayNode results = Json.newList();
    for (int number = 1; number <= live.annotation().path("pages").size(); number++) {
      ArrayNode items = pages.items(live, number, granularity);
      if ((wanted.isEmpty() || wanted.contains(String.valueOf(number))) && !items.isEmpty()) {
        results
            .addObject()
            .put("page_number", number)
            .put("granularity", granularity)
            .set("items", items);
      }
    }
    if (results.isEmpty()) {
      throw ApiError.notFound();
    }
    ObjectNode body = Json.newObject();
    body.set("results", results);
    return ApiResponse.ok(body);
  }

  private ApiResponse search(ApiRequest request) {
    LiveAnnotation live = annotations.live(request);
    String phrase = request.parameter("phrase").orElse("");
    if (phrase.isBlank()) {
      throw ApiError.required("phrase");
    }
    ObjectNode body = Json.newObject();
    body.set("results", pages.find(live, phrase, request.number("tolerance", 0)));
    return ApiResponse.ok(body.put("status", "ok"));
  }
}
