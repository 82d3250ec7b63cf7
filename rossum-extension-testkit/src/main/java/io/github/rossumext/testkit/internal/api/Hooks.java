package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.SecretTexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hooks: those that clients make, which get no requests, and those of the simulator. */
final class Hooks {
  private static final String TYPE = "hooks";
  private static final Set<String> EVENTS =
      Set.of(
          "annotation_status.changed",
          "annotation_content.initialize",
          "annotation_content.started",
          "annotation_content.user_update",
          "annotation_content.updated",
          "annotation_content.confirm",
          "annotation_content.export",
          "email.received",
          "upload.created",
          "invocation.scheduled",
          "invocation.manual");

  private final Organization organization;
  private final Annotations annotations;
  private final Crud.Base base;
  private final Map<Long, ObjectNode> secrets = new HashMap<>();
  private final Map<Long, LiveHook> live = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  Hooks(Crud.Base base, Annotations annotations) {
    this.organization = base.organization();
    this.base = base;
    this.annotations = annotations;
  }

  void add() {
    Router router = base.router();
    router.add("GET", TYPE + "/logs", this::logs);
    router.add("GET", TYPE + "/{#id}/secrets_keys", this::secretsKeys);
    router.add("POST", TYPE + "/{#id}/duplicate", this::duplicate);
    router.add("POST", TYPE + "/{#id}/generate_payload", this::payload);
    router.add("POST", TYPE + "/{#id}/test", this::test);
    router.add("POST", TYPE + "/{#id}/invoke", this::invoke);
    new Crud(base, TYPE, new HookRules()).all();
  }

  /** Takes in the hooks that the simulator got since. */
  void sync() {
    for (LiveHook hook : organization.world().hooks()) {
      if (known.add(hook.name())) {
        ObjectNode row = defaults().put("name", hook.name());
        ArrayNode events = row.putArray("events");
        EVENTS.stream()
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

  private ObjectNode defaults() {
    ObjectNode row = Json.newObject().put("type", "webhook").put("active", true);
    row.putArray("queues");
    row.putArray("events");
    row.putArray("sideload");
    row.putArray("run_after");
    row.putObject("config");
    row.putNull("token_owner").putNull("token_lifetime_s");
    row.putObject("settings");
    row.putNull("settings_schema");
    ObjectNode schema = row.putObject("secrets_schema").put("type", "object");
    schema.putObject("additionalProperties").put("type", "string");
    row.putObject("metadata");
    row.putNull("description").put("extension_source", "custom");
    return row;
  }

  private final class HookRules implements Crud.Rules {
    @Override
    public Set<String> filters() {
      return Set.of("id", "name", "type", "queue", "active", "extension_source", "events");
    }

    @Override
    public ObjectNode defaults() {
      return Hooks.this.defaults();
    }

    @Override
    public void check(ObjectNode row, ObjectNode body) {
      if (row.path("name").asText("").isBlank()) {
        throw ApiError.required("name");
      }
      if (row.path("name").asText().length() > 255) {
        throw ApiError.field("name", "Ensure this field has no more than 255 characters.");
      }
      if (row.path("events").isEmpty()) {
        throw ApiError.required("events");
      }
      for (JsonNode event : row.path("events")) {
        if (!EVENTS.contains(event.asText())) {
          throw ApiError.field("events", "\"" + event.asText() + "\" is not a valid choice.");
        }
      }
      organization.requireAll("queues", row, "queues");
      organization.requireAll(TYPE, row, "run_after");
      checkConfig(row);
      checkSecrets(row);
    }

    @Override
    public void stored(ObjectNode row) {
      row.put("modified_at", organization.now());
      if (row.path(SecretTexts.SECRETS) instanceof ObjectNode given) {
        secrets.put(row.path("id").asLong(), given.deepCopy());
      }
      row.remove(SecretTexts.SECRETS);
    }

    @Override
    public void deleted(ObjectNode row) {
      secrets.remove(row.path("id").asLong());
    }

    @Override
    public ObjectNode shown(ObjectNode row) {
      ObjectNode shown = row.deepCopy();
      shown.putObject(SecretTexts.SECRETS);
      if (shown.path("config") instanceof ObjectNode config) {
        config.remove(List.of("secret", "client_ssl_key"));
      }
      return shown;
    }
  }

  private static void checkConfig(ObjectNode row) {
    JsonNode config = row.path("config");
    if (!row.path("type").asText().equals("webhook")) {
      return;
    }
    String url = config.path("url").asText("");
    if (!url.startsWith("https://") && !url.startsWith("http://127.0.0.1")) {
      throw ApiError.field("config", "A webhook needs a URL that starts with https://.");
    }
    range(config, "timeout_s", 0, 60);
    range(config, "retry_count", 0, 4);
    range(config, "max_polling_time_s", 1, 3600);
    range(row, "token_lifetime_s", 0, 7200);
  }

  private static void range(JsonNode json, String key, int least, int most) {
    JsonNode number = json.path(key);
    if (!number.isMissingNode()
        && !number.isNull()
        && (!number.isInt() || number.intValue() < least || number.intValue() > most)) {
      throw ApiError.field(key, "Ensure this value is from " + least + " to " + most + ".");
    }
  }

  private static void checkSecrets(ObjectNode row) {
    JsonNode schema = row.path("secrets_schema");
    if (schema.isObject()) {
      for (String key :
          Json.otherKeys(schema, Set.of("type", "properties", "additionalProperties"))) {
        throw ApiError.field("secrets_schema", "Unexpected key '" + key + "'.");
      }
      JsonNode others = schema.path("additionalProperties");
      if (others.isMissingNode()
          || !(others.isBoolean() ? !others.booleanValue() : isText(others))) {
        throw ApiError.field(
            "secrets_schema", "additionalProperties must be false or {\"type\": \"string\"}.");
      }
      for (JsonNode property : schema.path("properties")) {
        if (!isText(property)) {
          throw ApiError.field("secrets_schema", "Each property must be of type string.");
        }
      }
    }
    if (!row.has(SecretTexts.SECRETS)) {
      return;
    }
    if (!(row.path(SecretTexts.SECRETS) instanceof ObjectNode given)) {
      throw ApiError.field(SecretTexts.SECRETS, "Value must be a dictionary.");
    }
    for (Map.Entry<String, JsonNode> secret : given.properties()) {
      boolean isKnown = schema.path("properties").has(secret.getKey());
      if (!isKnown && schema.path("additionalProperties").isBoolean()) {
        throw ApiError.field(
            SecretTexts.SECRETS,
            "Additional properties are not allowed ('" + secret.getKey() + "').");
      }
      if (!secret.getValue().isTextual()) {
        throw ApiError.field(SecretTexts.SECRETS, "'" + secret.getKey() + "' is not a string.");
      }
    }
  }

  private static boolean isText(JsonNode schema) {
    return schema.path("type").asText().equals("string");
  }

  private ObjectNode row(ApiRequest request) {
    return organization.table(TYPE).get(request.id("id"));
  }

  private ApiResponse secretsKeys(ApiRequest request) {
    request.readAll(List.of("page_size")); // it is a list, with one page
    row(request);
    ArrayNode names = Json.newList();
    secrets
        .getOrDefault(request.id("id"), Json.newObject())
        .fieldNames()
        .forEachRemaining(names::add);
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
    if (body.path("copy_secrets").asBoolean(false) && secrets.containsKey(request.id("id"))) {
      secrets.put(added.path("id").asLong(), secrets.get(request.id("id")).deepCopy());
    }
    return ApiResponse.json(201, new HookRules().shown(added));
  }

  private LiveHook live(ApiRequest request) {
    row(request);
    LiveHook hook = live.get(request.id("id"));
    if (hook == null) {
      throw ApiError.of(400, "The hook is not one of the simulator, so it gets no requests.");
    }
    return hook;
  }

  private ApiResponse payload(ApiRequest request) {
    LiveHook hook = live(request);
    ObjectNode body = request.object();
    organization.noteOtherKeys(
        request,
        body,
        Set.of("event", "action", "annotation", "status", "previous_status", "email", "upload"));
    String event = body.path("event").asText("");
    LiveAnnotation about =
        annotations.live(organization.require(Annotations.TYPE, body, "annotation"));
    ObjectNode payload =
        hook.payload(event, body.path("action").asText(""), about)
            .orElseThrow(
                () ->
                    ApiError.field("event", "The stub generates payloads about annotations only."));
    String token = Tokens.key(request.header("authorization"));
    payload.put(SecretTexts.TOKEN, token);
    return ApiResponse.ok(payload);
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
