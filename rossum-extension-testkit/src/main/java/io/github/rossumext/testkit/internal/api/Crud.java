package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The paths of one type of objects: list, get, create, change and delete. */
final class Crud {
  private static final List<String> STAMPS =
      List.of("created_at", "created_by", "modified_at", "modified_by");

  private final Organization organization;
  private final Lists lists;
  private final Filters filters;
  private final Router router;
  private final String type;
  private final Rules rules;

  /** What is special about a type. */
  interface Rules {
    /** Returns the filters of the list. */
    default Set<String> filters() {
      return Set.of("id", "name");
    }

    /** Returns the keys that Rossum documents; none if it takes any. */
    default Set<String> keys() {
      return Set.of();
    }

    /** Returns a new object as it is without the keys of the body. */
    default ObjectNode defaults() {
      return Json.newObject();
    }

    /**
     * Checks and completes an object that is to be stored.
     *
     * @param row the new state
     * @param body the keys that the client sends
     */
    default void check(ObjectNode row, ObjectNode body) {}

    /** Follows an object that was stored. */
    default void stored(ObjectNode row) {}

    /** Checks that an object can be deleted, and follows. */
    default void deleted(ObjectNode row) {}

    /** Returns an object as clients see it. */
    default ObjectNode shown(ObjectNode row) {
      return row;
    }

    /** Returns whether an object says who made and who changed it, and when. */
    default boolean isStamped() {
      return false;
    }

    /** Returns the keys that the response to a change lacks, although a GET shows them. */
    default Set<String> missingAfterChange() {
      return Set.of();
    }
  }

  Crud(Base base, String type, Rules rules) {
    this.organization = base.organization();
    this.lists = base.lists();
    this.filters = base.filters();
    this.router = base.router();
    this.type = type;
    this.rules = rules;
  }

  /** What the resources share. */
  record Base(Organization organization, Lists lists, Filters filters, Router router) {}

  Crud list() {
    router.add("GET", type, this::list);
    return this;
  }

  Crud get() {
    router.add("GET", type + "/{#id}", request -> ApiResponse.ok(rules.shown(row(request))));
    return this;
  }

  Crud create() {
    router.add("POST", type, this::create);
    return this;
  }

  Crud change() {
    router.add("PATCH", type + "/{#id}", request -> change(request, row(request).deepCopy()));
    return this;
  }

  Crud replace() {
    router.add("PUT", type + "/{#id}", request -> change(request, rules.defaults()));
    return this;
  }

  Crud delete() {
    router.add("DELETE", type + "/{#id}", this::delete);
    return this;
  }

  /** Adds all of them. */
  void all() {
    list().get().create().change().replace().delete();
  }

  private ObjectNode row(ApiRequest request) {
    return organization.table(type).get(request.id("id"));
  }

  private ApiResponse list(ApiRequest request) {
    List<ObjectNode> shown = new ArrayList<>();
    organization.table(type).all().forEach(row -> shown.add(rules.shown(row)));
    return ApiResponse.ok(lists.page(request, filters.apply(request, shown, rules.filters())));
  }

  private ApiResponse create(ApiRequest request) {
    ObjectNode body = body(request);
    if (rules.isStamped()) {
      body.remove(STAMPS);
    }
    ObjectNode row = rules.defaults();
    row.setAll(body);
    rules.check(row, body);
    if (rules.isStamped()) {
      stamp(request, row, "created");
      stamp(request, row, "modified");
    }
    ObjectNode added = organization.add(type, row);
    rules.stored(added);
    return ApiResponse.json(201, rules.shown(added));
  }

  private ApiResponse change(ApiRequest request, ObjectNode next) {
    ObjectNode before = row(request);
    ObjectNode body = body(request);
    next.setAll(body);
    for (String key : List.of("id", "url")) {
      next.set(key, before.path(key));
    }
    if (rules.isStamped()) {
      keepStamps(body, before, next);
    }
    rules.check(next, body);
    if (rules.isStamped()) {
      stamp(request, next, "modified");
    }
    before.removeAll();
    before.setAll(next);
    rules.stored(before);
    ObjectNode shown = Json.newObject();
    shown.setAll(rules.shown(before));
    shown.remove(rules.missingAfterChange());
    return ApiResponse.ok(shown);
  }

  /** Says who made or changed an object. Each change has a time of its own. */
  private void stamp(ApiRequest request, ObjectNode row, String what) {
    row.put(what + "_by", organization.url("users", request.caller().userId()));
    row.put(what + "_at", organization.after(row.path(what + "_at").asText("")));
  }

  /**
   * Keeps what clients cannot set. A client that sends the time of an older state overwrites what
   * it has not seen.
   */
  private static void keepStamps(ObjectNode body, ObjectNode before, ObjectNode next) {
    JsonNode sent = body.path("modified_at");
    if (sent.isTextual() && !sent.equals(before.path("modified_at"))) {
      throw ApiError.of(412, "The object was modified since.");
    }
    for (String key : STAMPS) {
      if (before.has(key)) {
        next.set(key, before.path(key));
      } else {
        next.remove(key);
      }
    }
  }

  private ObjectNode body(ApiRequest request) {
    ObjectNode body = request.object().deepCopy();
    if (!rules.keys().isEmpty()) {
      organization.noteOtherKeys(request, body, rules.keys());
      body.retain(rules.keys());
    }
    body.remove(List.of("id", "url"));
    metadata(body);
    return body;
  }

  private static void metadata(ObjectNode body) {
    JsonNode metadata = body.path("metadata");
    if (metadata.isMissingNode()) {
      return;
    }
    if (!metadata.isObject()) {
      throw ApiError.field("metadata", "Value must be a dictionary.");
    }
    if (Json.bytes(metadata).length > 4096) {
      throw ApiError.field("metadata", "Metadata must not exceed 4 kB.");
    }
  }

  private ApiResponse delete(ApiRequest request) {
    request.readAll(List.of("delete_after")); // of queues, which the stub deletes at once
    ObjectNode row = row(request);
    rules.deleted(row);
    organization.table(type).remove(request.id("id"));
    return ApiResponse.empty(204);
  }
}
