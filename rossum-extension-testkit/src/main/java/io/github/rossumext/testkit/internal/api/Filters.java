package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The filters of lists: parameters of the query that name a key of the objects. */
final class Filters {
  private final Organization organization;

  Filters(Organization organization) {
    this.organization = organization;
  }

  /**
   * Returns the objects that the query asks for.
   *
   * @param known the filters of this list; the stub notes any other parameter that nothing reads
   */
  List<ObjectNode> apply(ApiRequest request, List<ObjectNode> rows, Set<String> known) {
    List<ObjectNode> left = new ArrayList<>(rows);
    for (String name : request.parameters()) {
      if (known.contains(name)) {
        List<String> wanted = request.values(name);
        if (name.equals("queue")) {
          wanted.forEach(queue -> noteUnknownQueue(request, queue));
        }
        left.removeIf(row -> !matches(row, name, wanted));
      }
    }
    return left;
  }

  /** Notes a queue that does not exist, because a list without results looks right. */
  private void noteUnknownQueue(ApiRequest request, String queue) {
    boolean isKnown =
        organization.table("queues").all().stream().anyMatch(row -> is(row.path("url"), queue));
    if (!isKnown) {
      organization.note(request, "The stub does not have the queue " + queue + ". Add it.");
    }
  }

  private boolean matches(ObjectNode row, String name, List<String> wanted) {
    if (name.endsWith("_before") || name.endsWith("_after")) {
      boolean isBefore = name.endsWith("_before");
      String time = value(row, name.substring(0, name.lastIndexOf('_'))).asText("");
      return !time.isEmpty()
          && wanted.stream()
              .allMatch(end -> isBefore ? time.compareTo(end) < 0 : time.compareTo(end) > 0);
    }
    int step = name.indexOf("__");
    if (step > 0) {
      String next = name.substring(step + 2);
      return followed(row.path(name.substring(0, step))).stream()
          .anyMatch(target -> matches(target, next, wanted));
    }
    return isAny(value(row, name), wanted);
  }

  // Some filters are in the singular, such as the annotation of a relation with several.
  private static JsonNode value(ObjectNode row, String name) {
    if (row.has(name + "_id")) {
      return row.path(name + "_id"); // of logs, which have ids
    }
    return row.has(name) ? row.path(name) : row.path(name + "s");
  }

  private List<ObjectNode> followed(JsonNode urls) {
    List<ObjectNode> targets = new ArrayList<>();
    Iterable<JsonNode> all = urls.isArray() ? urls : List.of(urls);
    for (JsonNode url : all) {
      Ref.of(url)
          .flatMap(ref -> organization.table(ref.type()).find(ref.id()))
          .ifPresent(targets::add);
    }
    return targets;
  }

  static boolean isAny(JsonNode value, List<String> wanted) {
    if (value.isArray()) {
      for (JsonNode one : value) {
        if (isAny(one, wanted)) {
          return true;
        }
      }
      return false;
    }
    return wanted.stream().anyMatch(text -> is(value, text));
  }

  private static boolean is(JsonNode value, String text) {
    if (value.isNull() || value.isMissingNode()) {
      return false;
    }
    Ref ref = Ref.of(value).orElse(null);
    if (ref != null) {
      return text.equals(String.valueOf(ref.id())) || Ref.of(text).filter(ref::equals).isPresent();
    }
    return value.isBoolean() ? text.equalsIgnoreCase(value.asText()) : value.asText().equals(text);
  }
}
