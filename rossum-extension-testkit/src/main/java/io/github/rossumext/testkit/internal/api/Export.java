package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The export of a queue, as JSON in pages or as CSV. */
final class Export {
  private static final String PATH = "queues/{#id}/export";

  private final Crud.Base base;
  private final Annotations annotations;

  Export(Crud.Base base, Annotations annotations) {
    this.base = base;
    this.annotations = annotations;
  }

  void add() {
    base.router().add("GET", PATH, request -> exported(request, rows(request)));
    base.router().add("POST", PATH, this::move);
  }

  private ApiResponse move(ApiRequest request) {
    String next = request.parameter("to_status").orElse("");
    if (!next.equals("exporting") && !next.equals("exported")) {
      throw ApiError.field("to_status", "Expected exporting or exported.");
    }
    List<LiveAnnotation> rows = rows(request);
    for (LiveAnnotation live : rows) {
      if (!Set.of("confirmed", "exporting", "exported", "failed_export").contains(live.status())) {
        throw ApiError.of(400, "An annotation is " + live.status() + ", so it cannot be exported.");
      }
    }
    ApiResponse response = exported(request, rows);
    rows.forEach(live -> live.status(next));
    return response;
  }

  private List<LiveAnnotation> rows(ApiRequest request) {
    ObjectNode queue = base.organization().table("queues").get(request.id("id"));
    List<ObjectNode> views = new ArrayList<>();
    for (LiveAnnotation live : annotations.all()) {
      if (Ref.of(live.annotation().path("queue")).equals(Ref.of(queue.path("url")))) {
        views.add(annotations.view(live));
      }
    }
    return base.filters().apply(request, views, Set.of("id", "status", "modifier")).stream()
        .map(annotations::live)
        .toList();
  }

  private ApiResponse exported(ApiRequest request, List<LiveAnnotation> rows) {
    String format = request.parameter("format").orElse("json");
    if (format.equals("csv")) {
      return ApiResponse.bytes(
          200, "text/csv; charset=utf-8", csv(request, rows).getBytes(StandardCharsets.UTF_8));
    }
    if (!format.equals("json")) {
      throw base.organization().refused(request, "format", "The stub exports json and csv only.");
    }
    List<ObjectNode> items = new ArrayList<>();
    rows.forEach(live -> items.add(item(live)));
    ObjectNode page = base.lists().page(request, items);
    page.path("results").forEach(row -> ((ObjectNode) row).remove("id"));
    return ApiResponse.ok(page);
  }

  private static ObjectNode item(LiveAnnotation live) {
    ObjectNode annotation = live.annotation();
    ObjectNode item = Json.newObject();
    item.set("id", annotation.path("id")); // for the order of the pages only
    item.set("url", annotation.path("url"));
    item.put("status", live.status());
    for (String key :
        List.of("arrived_at", "exported_at", "modifier", "schema", "automated", "metadata")) {
      item.set(key, annotation.has(key) ? annotation.path(key) : annotation.nullNode());
    }
    JsonNode document = live.request().path("document");
    ObjectNode file = item.putObject("document");
    file.set("url", annotation.path("document"));
    file.put("file_name", document.path("original_file_name").asText(""));
    file.put("file", document.path("content").asText(""));
    ArrayNode sections = item.putArray("content");
    live.document().sections().forEach(section -> sections.add(node(section)));
    return item;
  }

  private static ObjectNode node(DocumentNode node) {
    ObjectNode json = Json.newObject();
    json.set("url", node.json().has("url") ? node.json().path("url") : json.nullNode());
    json.put("schema_id", node.schemaId()).put("category", node.category().value());
    if (node.isDatapoint()) {
      json.put("value", node.machineText());
      json.put("type", node.definition().type().value());
      return json;
    }
    ArrayNode children = json.putArray("children");
    node.children().forEach(child -> children.add(node(child)));
    return json;
  }

  private static String csv(ApiRequest request, List<LiveAnnotation> rows) {
    List<String> columns = new ArrayList<>(request.values("prepend_columns"));
    columns.addAll(request.values("columns"));
    columns.addAll(request.values("append_columns"));
    if (columns.isEmpty()) {
      throw ApiError.field("columns", "The stub needs the columns of a CSV export.");
    }
    String delimiter = request.parameter("delimiter").orElse(",");
    StringBuilder csv = new StringBuilder(String.join(delimiter, columns)).append("\r\n");
    for (LiveAnnotation live : rows) {
      csv.append(
              String.join(
                  delimiter,
                  columns.stream().map(column -> quoted(cell(live, column), delimiter)).toList()))
          .append("\r\n");
    }
    return csv.toString();
  }

  private static String quoted(String text, String delimiter) {
    return text.contains(delimiter) || text.contains("\"") || text.contains("\n")
        ? "\"" + text.replace("\"", "\"\"") + "\""
        : text;
  }

  private static String cell(LiveAnnotation live, String column) {
    return switch (column) {
      case "meta_file_name" ->
          live.request().path("document").path("original_file_name").asText("");
      case "meta_status" -> live.status();
      case "meta_url" -> live.annotation().path("url").asText();
      default ->
          live.document().datapoints().stream()
              .filter(field -> field.schemaId().equals(column))
              .findFirst()
              .map(DocumentNode::displayed)
              .orElse("");
    };
  }
}
