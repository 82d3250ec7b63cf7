package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Data storage: collections of documents, with a part of MongoDB's queries. */
public final class DataStorage {
  private static final String PATH = "/svc/data-storage/api/v1/";

  private final Organization organization;
  private final Map<String, List<ObjectNode>> collections = new LinkedHashMap<>();

  DataStorage(Crud.Base base) {
    this.organization = base.organization();
    Router router = base.router();
    router.add("POST", PATH + "collections/list", this::list);
    router.add("POST", PATH + "data/find", this::find);
    router.add("POST", PATH + "data/aggregate", this::aggregate);
    router.add("POST", PATH + "data/insert_one", request -> insert(request, "document"));
    router.add("POST", PATH + "data/insert_many", request -> insert(request, "documents"));
  }

  /** Adds documents to a collection. */
  void add(String collection, List<ObjectNode> documents) {
    collections.computeIfAbsent(collection, key -> new ArrayList<>()).addAll(documents);
  }

  boolean has(String collection) {
    return collections.containsKey(collection);
  }

  List<ObjectNode> documents(String collection) {
    return collections.getOrDefault(collection, List.of());
  }

  /** Replaces the documents of a collection. */
  void put(String collection, List<ObjectNode> documents) {
    collections.put(collection, new ArrayList<>(documents));
  }

  void remove(String collection) {
    collections.remove(collection);
  }

  private static ApiResponse result(JsonNode result) {
    ObjectNode body = Json.newObject().put("code", 200).put("message", "OK");
    body.set("result", result);
    return ApiResponse.ok(body);
  }

  private ApiResponse list(ApiRequest request) {
    ArrayNode names = Json.newList();
    collections.keySet().forEach(name -> names.addObject().put("name", name));
    return result(names);
  }

  private List<ObjectNode> documents(ObjectNode body) {
    if (!body.path("collectionName").isTextual()) {
      throw ApiError.required("collectionName");
    }
    return documents(body.path("collectionName").asText());
  }

  private ApiResponse insert(ApiRequest request, String key) {
    ObjectNode body = request.object();
    documents(body);
    List<ObjectNode> added = new ArrayList<>();
    Iterable<JsonNode> given = body.path(key).isArray() ? body.path(key) : List.of(body.path(key));
    for (JsonNode document : given) {
      if (!(document instanceof ObjectNode object)) {
        throw ApiError.required(key);
      }
      added.add(object.deepCopy());
    }
    add(body.path("collectionName").asText(), added);
    return result(Json.newObject().put("inserted", added.size()));
  }

  private ApiResponse find(ApiRequest request) {
    ObjectNode body = request.object();
    List<ObjectNode> found = matching(request, documents(body), body.path("query"));
    found = sorted(found, body.path("sort"));
    found = found.subList(Math.min(body.path("skip").asInt(0), found.size()), found.size());
    int limit = body.path("limit").asInt(0);
    ArrayNode result = Json.newList();
    for (ObjectNode one : limit > 0 && limit < found.size() ? found.subList(0, limit) : found) {
      result.add(projected(one, body.path("projection")));
    }
    return result(result);
  }

  private ApiResponse aggregate(ApiRequest request) {
    ObjectNode body = request.object();
    List<ObjectNode> rows = new ArrayList<>(documents(body));
    if (!body.path("pipeline").isArray()) {
      throw ApiError.required("pipeline");
    }
    for (JsonNode stage : body.path("pipeline")) {
      rows = staged(request, rows, stage);
    }
    return result(Json.newList().addAll(rows));
  }

  private List<ObjectNode> staged(ApiRequest request, List<ObjectNode> rows, JsonNode stage) {
    String name = stage.fieldNames().hasNext() ? stage.fieldNames().next() : "";
    JsonNode value = stage.path(name);
    return switch (name) {
      case "$match" -> matching(request, rows, value);
      case "$sort" -> sorted(rows, value);
      case "$limit" -> rows.subList(0, Math.min(value.asInt(), rows.size()));
      case "$skip" -> rows.subList(Math.min(value.asInt(), rows.size()), rows.size());
      case "$project" -> rows.stream().map(row -> projected(row, value)).toList();
      case "$count" -> List.of(Json.newObject().put(value.asText(), rows.size()));
      default -> {
        organization.note(
            request,
            "The stub does not know the stage '" + name + "'. Give the response with respond(…).");
        throw ApiError.of(400, "Unknown stage: " + name);
      }
    };
  }

  private static ObjectNode projected(ObjectNode row, JsonNode projection) {
    if (!projection.isObject() || projection.isEmpty()) {
      return row;
    }
    ObjectNode copy = row.deepCopy();
    List<String> wanted = new ArrayList<>();
    List<String> unwanted = new ArrayList<>();
    for (Map.Entry<String, JsonNode> one : ((ObjectNode) projection).properties()) {
      boolean isWanted =
          one.getValue().isBoolean() ? one.getValue().booleanValue() : one.getValue().asInt() != 0;
      (isWanted ? wanted : unwanted).add(one.getKey());
    }
    if (!wanted.isEmpty()) {
      if (!unwanted.contains("_id")) {
        wanted.add("_id");
      }
      copy.retain(wanted);
    }
    copy.remove(unwanted);
    return copy;
  }

  private static List<ObjectNode> sorted(List<ObjectNode> rows, JsonNode by) {
    if (!(by instanceof ObjectNode keys)) {
      return rows;
    }
    List<ObjectNode> sorted = new ArrayList<>(rows);
    sorted.sort(
        (one, other) -> {
          for (Map.Entry<String, JsonNode> key : keys.properties()) {
            int order = Values.compare(one.path(key.getKey()), other.path(key.getKey()));
            if (order != 0) {
              return key.getValue().asInt() < 0 ? -order : order;
            }
          }
          return 0;
        });
    return sorted;
  }

  private List<ObjectNode> matching(ApiRequest request, List<ObjectNode> rows, JsonNode query) {
    List<ObjectNode> found = new ArrayList<>();
    for (ObjectNode row : rows) {
      if (!query.isObject() || matches(request, row, (ObjectNode) query)) {
        found.add(row);
      }
    }
    return found;
  }

  private boolean matches(ApiRequest request, ObjectNode row, ObjectNode query) {
    for (Map.Entry<String, JsonNode> one : query.properties()) {
      boolean holds =
          switch (one.getKey()) {
            case "$and" -> count(request, row, one.getValue()) == one.getValue().size();
            case "$or" -> count(request, row, one.getValue()) > 0;
            default -> holds(request, row.at("/" + one.getKey().replace('.', '/')), one.getValue());
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private int count(ApiRequest request, ObjectNode row, JsonNode queries) {
    int count = 0;
    for (JsonNode query : queries) {
      if (query instanceof ObjectNode object && matches(request, row, object)) {
        count++;
      }
    }
    return count;
  }

  private boolean holds(ApiRequest request, JsonNode value, JsonNode condition) {
    if (!(condition instanceof ObjectNode operators) || !isOperators(operators)) {
      return isSame(value, condition);
    }
    for (Map.Entry<String, JsonNode> one : operators.properties()) {
      if (!one.getKey().equals("$options")
          && !holds(request, value, one.getKey(), one.getValue(), operators)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOperators(ObjectNode json) {
    return json.fieldNames().hasNext() && json.fieldNames().next().startsWith("$");
  }

  private boolean holds(
      ApiRequest request, JsonNode value, String operator, JsonNode wanted, ObjectNode all) {
    boolean isThere = !value.isMissingNode() && !value.isNull();
    return switch (operator) {
      case "$eq" -> isSame(value, wanted);
      case "$ne" -> !isSame(value, wanted);
      case "$gt" -> isThere && Values.compare(value, wanted) > 0;
      case "$gte" -> isThere && Values.compare(value, wanted) >= 0;
      case "$lt" -> isThere && Values.compare(value, wanted) < 0;
      case "$lte" -> isThere && Values.compare(value, wanted) <= 0;
      case "$in" -> Values.isAmong(value, wanted, DataStorage::isSame);
      case "$nin" -> !Values.isAmong(value, wanted, DataStorage::isSame);
      case "$exists" -> wanted.asBoolean() != value.isMissingNode();
      case "$regex" ->
          isThere
              && Pattern.compile(
                      wanted.asText(),
                      all.path("$options").asText("").contains("i") ? Pattern.CASE_INSENSITIVE : 0)
                  .matcher(value.asText())
                  .find();
      default -> {
        organization.note(
            request,
            "The stub does not know the operator '"
                + operator
                + "'. Give the response with respond(…).");
        throw ApiError.of(400, "Unknown operator: " + operator);
      }
    };
  }

  private static boolean isSame(JsonNode value, JsonNode wanted) {
    if (value.isArray() && !wanted.isArray()) {
      return Values.isAmong(wanted, value, DataStorage::isSame);
    }
    if (value.isNumber() && wanted.isNumber()) {
      return Values.compare(value, wanted) == 0;
    }
    return value.isMissingNode() ? wanted.isNull() : value.equals(wanted);
  }
}
