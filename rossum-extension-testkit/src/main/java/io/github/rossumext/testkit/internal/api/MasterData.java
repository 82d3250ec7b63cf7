package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The data sets of the master data hub, which are collections of data storage. An operation has its
 * effect when it ends, after some polls. Files are JSON or CSV.
 */
final class MasterData {
  private static final String PATH = "/svc/master-data-hub/api/v1/";
  private static final String STATUS = "status";

  private final DataStorage storage;
  private final Uploads uploads;
  private final Map<Long, ObjectNode> operations = new HashMap<>();
  private final Map<Long, Pending> pending = new HashMap<>();

  MasterData(Crud.Base base, DataStorage storage, Uploads uploads) {
    this.storage = storage;
    this.uploads = uploads;
    String dataSet = PATH + "dataset/{name}";
    base.router().add("POST", dataSet, this::create);
    base.router().add("PUT", dataSet, this::replace);
    base.router().add("PATCH", dataSet, this::update);
    base.router().add("DELETE", dataSet, this::delete);
    base.router().add("GET", PATH + "operation/{#id}", this::operation);
  }

  private ApiResponse create(ApiRequest request) {
    String name = request.text("name");
    if (storage.has(name)) {
      throw ApiError.conflict("The data set exists.");
    }
    List<ObjectNode> rows = rows(request);
    return started(() -> storage.put(name, rows));
  }

  private ApiResponse replace(ApiRequest request) {
    String name = required(request);
    List<ObjectNode> rows = rows(request);
    return started(() -> storage.put(name, rows));
  }

  private ApiResponse update(ApiRequest request) {
    String name = required(request);
    List<String> keys =
        Arrays.stream(Multipart.of(request).text("id_keys").split("[\\[\\]\", ]+", -1))
            .filter(key -> !key.isEmpty())
            .toList();
    if (keys.isEmpty()) {
      throw ApiError.required("id_keys");
    }
    List<ObjectNode> rows = rows(request);
    return started(() -> storage.put(name, merged(storage.documents(name), rows, keys)));
  }

  private static List<ObjectNode> merged(
      List<ObjectNode> before, List<ObjectNode> rows, List<String> keys) {
    Map<List<JsonNode>, ObjectNode> byKey = new LinkedHashMap<>();
    for (List<ObjectNode> all : List.of(before, rows)) {
      all.forEach(row -> byKey.put(keys.stream().map(row::path).toList(), row));
    }
    return List.copyOf(byKey.values());
  }

  private ApiResponse delete(ApiRequest request) {
    String name = required(request);
    return started(() -> storage.remove(name));
  }

  private String required(ApiRequest request) {
    if (!storage.has(request.text("name"))) {
      throw ApiError.notFound();
    }
    return request.text("name");
  }

  private ApiResponse started(Runnable end) {
    long id = operations.size() + 1L;
    operations.put(id, Json.newObject().put("id", id).put(STATUS, "running"));
    pending.put(id, new Pending(uploads.polls(), end));
    return ApiResponse.empty(202).withHeader("Location", PATH + "operation/" + id);
  }

  private ApiResponse operation(ApiRequest request) {
    ObjectNode operation = operations.get(request.id("id"));
    if (operation == null) {
      throw ApiError.notFound();
    }
    Pending running = pending.get(request.id("id"));
    if (running != null && running.poll()) {
      pending.remove(request.id("id"));
      operation.put(STATUS, "success");
    }
    return ApiResponse.ok(operation);
  }

  private static List<ObjectNode> rows(ApiRequest request) {
    Multipart form = Multipart.of(request);
    List<Multipart.Part> files = form.files("file");
    if (files.size() != 1) {
      throw ApiError.field("file", "Exactly one file is required.");
    }
    Multipart.Part file = files.get(0);
    String name = file.fileName().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      String delimiter = form.text("field_delimiter");
      return csv(
          new String(file.bytes(), StandardCharsets.UTF_8),
          delimiter.isEmpty() ? ',' : delimiter.charAt(0));
    }
    List<ObjectNode> rows = new ArrayList<>();
    for (JsonNode row : Json.find(file.bytes())) {
      if (!(row instanceof ObjectNode object)) {
        throw ApiError.field("file", "Expected a list of objects.");
      }
      rows.add(object);
    }
    if (rows.isEmpty()) {
      throw ApiError.field("file", "The stub reads CSV, and JSON with a list of objects.");
    }
    return rows;
  }

  private static List<ObjectNode> csv(String text, char delimiter) {
    List<List<String>> lines = lines(text, delimiter);
    List<ObjectNode> rows = new ArrayList<>();
    for (List<String> line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      ObjectNode row = Json.newObject();
      for (int i = 0; i < Math.min(line.size(), lines.get(0).size()); i++) {
        row.put(lines.get(0).get(i), line.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<List<String>> lines(String text, char delimiter) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isQuoted && c == '"' && text.startsWith("\"\"", i)) {
        cell.append('"');
        i++;
      } else if (c == '"') {
        isQuoted = !isQuoted;
      } else if (!isQuoted && (c == delimiter || c == '\n')) {
        line.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          lines.add(line);
          line = new ArrayList<>();
        }
      } else if (isQuoted || c != '\r') {
        cell.append(c);
      }
    }
    if (cell.length() > 0 || !line.isEmpty()) {
      line.add(cell.toString());
      lines.add(line);
    }
    return lines;
  }
}
