package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The search for annotations by fields and by keys of the annotation. It has no lag. {@link
 * SearchCheck} has looked at the query before.
 */
final class AnnotationSearch {
  private static final int MOST = 500;

  private final Organization organization;
  private final Annotations annotations;
  private final Router router;
  private final Lists lists;

  AnnotationSearch(Crud.Base base, Annotations annotations) {
    this.organization = base.organization();
    this.router = base.router();
    this.lists = base.lists();
    this.annotations = annotations;
  }

  void add() {
    router.add("POST", "annotations/search", this::search);
  }

  /** Returns whether a text is in the content or in the name of the file. */
  static boolean mentions(LiveAnnotation live, String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return live.request()
            .path("document")
            .path("original_file_name")
            .asText("")
            .toLowerCase(Locale.ROOT)
            .contains(wanted)
        || live.document().datapoints().stream()
            .anyMatch(field -> field.displayed().toLowerCase(Locale.ROOT).contains(wanted));
  }

  private ApiResponse search(ApiRequest request) {
    ObjectNode body = request.object();
    organization.noteOtherKeys(request, body, Set.of("query", "query_string"));
    if (!body.has("query") && !body.has("query_string")) {
      throw ApiError.field("non_field_errors", "Either query or query_string is required.");
    }
    String text = body.path("query_string").path("string").asText("");
    if (text.length() > 256) {
      throw ApiError.field("query_string", "Ensure this value has at most 256 characters.");
    }
    if (body.has("query")) {
      new SearchCheck(organization, annotations.all(), request).check(body.path("query"));
    }
    List<ObjectNode> found = new ArrayList<>();
    for (LiveAnnotation live : annotations.all()) {
      if ((!body.has("query") || matches(live, body.path("query")))
          && (text.isEmpty() || mentions(live, text))) {
        found.add(Annotations.view(live.annotation()));
      }
    }
    ObjectNode page = lists.page(request, found, MOST);
    annotations.sideload(request, page);
    return ApiResponse.ok(page);
  }

  private boolean matches(LiveAnnotation live, JsonNode query) {
    for (Map.Entry<String, JsonNode> one : ((ObjectNode) query).properties()) {
      boolean holds =
          one.getKey().equals("$and")
              ? all(live, one.getValue())
              : holds(values(live, one.getKey()), one.getValue());
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private boolean all(LiveAnnotation live, JsonNode queries) {
    for (JsonNode query : queries) {
      if (!matches(live, query)) {
        return false;
      }
    }
    return true;
  }

  private List<JsonNode> values(LiveAnnotation live, String name) {
    List<JsonNode> values = new ArrayList<>();
    if (name.startsWith("field.")) {
      int end = name.lastIndexOf('.');
      String kind = name.substring(end + 1);
      String schemaId = name.substring("field.".length(), end);
      for (DocumentNode field : live.document().datapoints()) {
        if (field.schemaId().equals(schemaId)) {
          value(field.machineText(), kind).forEach(values::add);
        }
      }
      return values;
    }
    if (name.equals("annotation")) {
      return List.of(live.annotation().path("url"));
    }
    if (name.equals("original_file_name")) {
      return List.of(live.request().path("document").path(name));
    }
    int step = name.indexOf("__");
    if (step > 0) {
      Iterable<JsonNode> urls = listed(live.annotation().path(name.substring(0, step)));
      for (JsonNode url : urls) {
        Ref.of(url)
            .flatMap(ref -> organization.table(ref.type()).find(ref.id()))
            .ifPresent(row -> listed(row.path(name.substring(step + 2))).forEach(values::add));
      }
      return values;
    }
    listed(live.annotation().path(name)).forEach(values::add);
    return values;
  }

  private static Iterable<JsonNode> listed(JsonNode json) {
    return json.isArray() ? json : List.of(json);
  }

  private static List<JsonNode> value(String text, String kind) {
    if (kind.equals("number")) {
      JsonNode number =
          text.isEmpty()
              ? Json.newObject().nullNode()
              : Json.find(text.getBytes(StandardCharsets.UTF_8));
      return number.isNumber() ? List.of(number) : List.of();
    }
    return List.of(Json.newObject().textNode(text));
  }

  private static boolean holds(List<JsonNode> values, JsonNode condition) {
    for (Map.Entry<String, JsonNode> one : ((ObjectNode) condition).properties()) {
      if (!holds(values, one.getKey(), one.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(List<JsonNode> values, String operator, JsonNode wanted) {
    return switch (operator) {
      case "$eq" -> any(values, value -> isSame(value, wanted));
      case "$ne" -> !any(values, value -> isSame(value, wanted));
      case "$in" -> any(values, value -> Values.isAmong(value, wanted, AnnotationSearch::isSame));
      case "$nin" -> !any(values, value -> Values.isAmong(value, wanted, AnnotationSearch::isSame));
      case "$gt" -> any(values, value -> Values.compare(value, wanted) > 0);
      case "$lt" -> any(values, value -> Values.compare(value, wanted) < 0);
      case "$gte" -> any(values, value -> Values.compare(value, wanted) >= 0);
      case "$lte" -> any(values, value -> Values.compare(value, wanted) <= 0);
      case "$startsWith" -> any(values, value -> lower(value).startsWith(lower(wanted)));
      case "$anyTokenStartsWith" -> any(values, value -> hasToken(value, lower(wanted)));
      case "$containsPrefixes" -> any(values, value -> hasTokens(value, lower(wanted)));
      case "$emptyOrMissing" ->
          wanted.asBoolean() == !any(values, value -> !value.isNull() && !value.asText().isEmpty());
      default -> throw new IllegalStateException("Unknown operator: " + operator);
    };
  }

  private interface Test {
    boolean holds(JsonNode value);
  }

  private static boolean any(List<JsonNode> values, Test test) {
    return values.stream().anyMatch(test::holds);
  }

  private static boolean isSame(JsonNode value, JsonNode wanted) {
    Ref ref = Ref.of(value).orElse(null);
    if (ref != null) {
      return ref.isIn(wanted);
    }
    if (value.isNumber() || wanted.isNumber()) {
      return value.isNumber() && wanted.isNumber() && Values.compare(value, wanted) == 0;
    }
    return value.asText().equals(wanted.asText());
  }

  private static String lower(JsonNode json) {
    return json.asText("").toLowerCase(Locale.ROOT);
  }

  private static boolean hasToken(JsonNode value, String prefix) {
    for (String token : lower(value).split("\\W+", -1)) {
      if (token.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasTokens(JsonNode value, String prefixes) {
    for (String prefix : prefixes.strip().split("\\s+", -1)) {
      if (!hasToken(value, prefix)) {
        return false;
      }
    }
    return true;
  }
}
