package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.HookFacts;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.SecretTexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Hooks: those that clients make, which get requests only if a client tests or invokes them, and
 * those of the simulator.
 */
final class Hooks {
  private static final String TYPE = HookRules.TYPE;

  private final Organization organization;
  private final Annotations annotations;
  private final Crud.Base base;
  private final HookRules rules;
  private final Map<Long, LiveHook> live = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  Hooks(Crud.Base base, Annotations annotations) {
    this.organization = base.organization();
    this.base = base;
    this.annotations = annotations;
    this.rules = new HookRules(organization);
  }

  void add() {
    Router router = base.router();
    router.add("GET", TYPE + "/logs", this::logs);
    router.add("GET", TYPE + "/{#id}/secrets_keys", this::secretsKeys);
    router.add("POST", TYPE + "/{#id}/duplicate", this::duplicate);
    router.add("POST", TYPE + "/{#id}/generate_payload", this::payload);
    router.add("POST", TYPE + "/{#id}/test", this::test);
    router.add("POST", TYPE + "/{#id}/invoke", this::invoke);
    new Crud(base, TYPE, rules).all();
  }

  /** Takes in the hooks that the simulator got since. */
  void sync() {
    for (LiveHook hook : organization.world().hooks()) {
      if (known.add(hook.name())) {
        ObjectNode row = rules.defaults().put("name", hook.name());
        ArrayNode events = row.putArray("events");
        HookFacts.EVENTS.stream()
            .sorted()
            .filter(name -> hook.receives(before(name), after(name)))
            .forEach(events::add);
        live.put(organization.add(TYPE, row).path("id").asLong(), hook);
      }
    }
  }

  private static String before(String name) {
    return name.substring(0, name.indexOf('.'));
  }

  private static String after(String name) {
    return name.substring(name.indexOf('.') + 1);
  }

  private ObjectNode row(ApiRequest request) {
    return organization.table(TYPE).get(request.id("id"));
  }

  private ApiResponse secretsKeys(ApiRequest request) {
    request.readAll(List.of("page_size")); // it is a list, with one page
    row(request);
    ArrayNode names = Json.newList();
    rules.secrets(request.id("id")).fieldNames().forEachRemaining(names::add);
    return ApiResponse.ok(names);
  }

  private ApiResponse duplicate(ApiRequest request) {
    ObjectNode body = request.object();
    if (body.path("name").asText("").isBlank()) {
      throw ApiError.required("name");
    }
    ObjectNode copy = row(request).deepCopy();
    copy.remove(List.of("id", "url"));
    copy.put("name", body.path("name").asText()).put("active", false);
    if (!body.path("copy_queues").asBoolean(false)) {
      copy.putArray("queues");
    }
    if (!body.path("copy_dependencies").asBoolean(false)) {
      copy.putArray("run_after");
    }
    ObjectNode added = organization.add(TYPE, copy);
    if (body.path("copy_secrets").asBoolean(false)) {
      rules.copySecrets(request.id("id"), added.path("id").asLong());
    }
    return ApiResponse.json(201, rules.shown(added));
  }

  /** Returns a hook of the simulator, or one that gets its requests at its URL. */
  private LiveHook live(ApiRequest request) {
    ObjectNode row = row(request);
    LiveHook hook = live.get(request.id("id"));
    return hook != null
        ? hook
        : organization.world().webhook(row.deepCopy(), rules.secrets(request.id("id")));
  }

  private ApiResponse payload(ApiRequest request) {
    LiveHook hook = live(request);
    ObjectNode body = request.object();
    organization.noteOtherKeys(
        request,
        body,
        Set.of("event", "action", "annotation", "status", "previous_status", "email", "upload"));
    String event = body.path("event").asText("");
    String action = body.path("action").asText("");
    if (!HookFacts.EVENTS.contains(event + "." + action)) {
      throw ApiError.field("event", "\"" + event + "." + action + "\" is not a valid choice.");
    }
    ObjectNode payload =
        event.startsWith("annotation_")
            ? hook.payload(
                    event,
                    action,
                    annotations.live(organization.require(Annotations.TYPE, body, "annotation")))
                .orElseThrow(() -> ApiError.field("event", "The event is unknown."))
            : otherPayload(row(request), event, action, body);
    if (event.equals("annotation_status") && payload.path("annotation") instanceof ObjectNode of) {
      for (String key : new String[] {"status", "previous_status"}) {
        if (body.hasNonNull(key)) {
          of.set(key, body.path(key));
        }
      }
    }
    payload.set("hook", row(request).path("url"));
    payload.put(SecretTexts.TOKEN, Tokens.key(request.header("authorization")));
    return ApiResponse.ok(payload);
  }

  /** Returns the body of a request that is not about an annotation. */
  private ObjectNode otherPayload(ObjectNode row, String event, String action, ObjectNode body) {
    ObjectNode payload = Json.newObject().put("event", event).put("action", action);
    payload.put("request_id", new UUID(0, 0).toString()); // each request that is sent gets its own
    payload.put("timestamp", organization.now()).put("base_url", organization.origin());
    payload.set("settings", row.path("settings"));
    payload.putObject(SecretTexts.SECRETS);
    String about = event.equals("email") ? "email" : event.equals("upload") ? "upload" : "";
    if (!about.isEmpty()) {
      payload.set(about, organization.require(about + "s", body, about).path("url"));
      payload.putArray(about.equals("email") ? "files" : "documents");
    }
    return payload;
  }

  private ApiResponse test(ApiRequest request) {
    LiveHook hook = live(request);
    ObjectNode body = request.object();
    organization.noteOtherKeys(request, body, Set.of("config", "payload"));
    if (!(body.path("payload") instanceof ObjectNode payload)) {
      throw ApiError.required("payload");
    }
    if (body.hasNonNull("config")) {
      organization.note(request, "The stub tests a hook with its own config only.");
    }
    ApiResponse response =
        hook.test(payload.path("event").asText(""), payload.path("action").asText(""), payload)
            .orElseThrow(() -> ApiError.field("payload", "The event is unknown."));
    if (response.status() / 100 != 2) {
      throw ApiError.of(
          400,
          response.status() == 0
              ? "The hook did not respond."
              : "The hook responded with the status " + response.status() + ".");
    }
    ObjectNode result = Json.newObject();
    JsonNode json = Json.find(response.body());
    result.set("response", json.isMissingNode() ? result.nullNode() : json);
    return ApiResponse.ok(result);
  }

  private ApiResponse invoke(ApiRequest request) {
    LiveHook hook = live(request);
    if (!hook.receives("invocation", "manual")) {
      throw ApiError.of(400, "The hook does not listen to invocation.manual.");
    }
    ApiResponse response = hook.invoke(request.object());
    if (response.status() / 100 != 2 || Json.find(response.body()).isMissingNode()) {
      throw ApiError.of(400, "The response of the hook is not JSON with a status of 2xx.");
    }
    return response;
  }

  private ApiResponse logs(ApiRequest request) {
    List<ObjectNode> newestFirst = new ArrayList<>(organization.world().logs());
    Collections.reverse(newestFirst);
    // Pages need an order: that of the list.
    for (int i = 0; i < newestFirst.size(); i++) {
      newestFirst.get(i).put("id", i + 1);
    }
    List<ObjectNode> left =
        base.filters()
            .apply(
                request,
                newestFirst,
                Set.of(
                    "request_id",
                    "log_level",
                    "hook",
                    "timestamp_before",
                    "timestamp_after",
                    "start_before",
                    "start_after",
                    "status",
                    "status_code",
                    "queue",
                    "annotation"));
    ObjectNode page = base.lists().page(request, left);
    page.path("results").forEach(row -> ((ObjectNode) row).remove("id"));
    return ApiResponse.ok(page);
  }
}
