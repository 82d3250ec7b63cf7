package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.HookFacts;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.JsonSchema;
import io.github.rossumext.testkit.internal.SecretTexts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What Rossum accepts as a hook, and what it shows of it. */
final class HookRules implements Crud.Rules {
  static final String TYPE = "hooks";

  private final Organization organization;
  private final Map<Long, ObjectNode> secrets = new HashMap<>();

  HookRules(Organization organization) {
    this.organization = organization;
  }

  /** Returns the secrets of a hook. */
  ObjectNode secrets(long id) {
    return secrets.getOrDefault(id, Json.newObject());
  }

  /** Gives a hook the secrets of another one. */
  void copySecrets(long from, long to) {
    Optional.ofNullable(secrets.get(from)).ifPresent(all -> secrets.put(to, all.deepCopy()));
  }

  @Override
  public Set<String> filters() {
    return Set.of("id", "name", "type", "queue", "active", "extension_source", "events");
  }

  @Override
  public boolean isStamped() {
    return true;
  }

  @Override
  public Set<String> missingAfterChange() {
    return Set.of("created_at", "created_by", "modified_at", "modified_by", "extension_source");
  }

  @Override
  public ObjectNode defaults() {
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

  @Override
  public void check(ObjectNode row, ObjectNode body) {
    if (row.path("name").asText("").isBlank()) {
      throw ApiError.required("name");
    }
    if (row.path("name").asText().length() > HookFacts.LONGEST_NAME) {
      throw ApiError.field(
          "name", "Ensure this field has no more than " + HookFacts.LONGEST_NAME + " characters.");
    }
    if (row.path("events").isEmpty()) {
      throw ApiError.required("events");
    }
    for (JsonNode event : row.path("events")) {
      if (!HookFacts.EVENTS.contains(event.asText())) {
        throw ApiError.field("events", "\"" + event.asText() + "\" is not a valid choice.");
      }
    }
    organization.requireAll("queues", row, "queues");
    organization.requireAll(TYPE, row, "run_after");
    checkOrder(row);
    if (!row.path("token_owner").isNull()) {
      organization.require("users", row, "token_owner");
    }
    ObjectNode before =
        organization.table(TYPE).find(row.path("id").asLong()).orElseGet(Json::newObject);
    keepHidden(before.path("config"), row.path("config"));
    checkConfig(before.path("config"), row);
    checkSettings(row);
    checkSecrets(row);
  }

  /** Follows {@code run_after} from hook to hook, and refuses a circle. */
  private void checkOrder(ObjectNode row) {
    Set<Long> seen = new HashSet<>();
    if (row.has("id") && reaches(row.path("run_after"), row.path("id").asLong(), seen)) {
      throw ApiError.field("run_after", "The hooks would run in a circle.");
    }
  }

  private boolean reaches(JsonNode urls, long id, Set<Long> seen) {
    for (JsonNode url : urls) {
      long next = Ref.of(url).map(Ref::id).orElse(0L);
      boolean isNew = seen.add(next);
      JsonNode further =
          organization.find(TYPE, url).map(hook -> hook.path("run_after")).orElse(Json.newList());
      if (next == id || (isNew && reaches(further, id, seen))) {
        return true;
      }
    }
    return false;
  }

  /** Keeps what clients do not see, so that they can send a config as they got it. */
  private static void keepHidden(JsonNode before, JsonNode config) {
    if (config instanceof ObjectNode next) {
      for (String key : HookFacts.SECRET_CONFIG) {
        if (!next.has(key) && before.has(key)) {
          next.set(key, before.path(key));
        }
      }
    }
  }

  private static void checkConfig(JsonNode before, ObjectNode row) {
    JsonNode config = row.path("config");
    if (!row.path("type").asText().equals("webhook")) {
      return;
    }
    String url = config.path("url").asText("");
    if (!url.startsWith("https://") && !url.startsWith("http://127.0.0.1")) {
      throw ApiError.field("config", "A webhook needs a URL that starts with https://.");
    }
    if (before.path("private").asBoolean(false)) {
      for (String key : new String[] {"private", "url", "secret"}) {
        if (!before.path(key).equals(config.path(key))) {
          throw ApiError.field("config", "'" + key + "' of a private hook cannot change.");
        }
      }
    }
    HookFacts.CONFIG_RANGES.forEach(range -> require(range, config));
    require(HookFacts.TOKEN_LIFETIME, row);
  }

  private static void require(HookFacts.Range range, JsonNode json) {
    JsonNode number = json.path(range.key());
    if (!number.isMissingNode()
        && !number.isNull()
        && (!number.isInt()
            || number.intValue() < range.least()
            || number.intValue() > range.most())) {
      throw ApiError.field(
          range.key(), "Ensure this value is from " + range.least() + " to " + range.most() + ".");
    }
  }

  private void checkSettings(ObjectNode row) {
    JsonNode settings = row.path("settings");
    if (!settings.isObject()) {
      throw ApiError.field("settings", "Value must be a dictionary.");
    }
    JsonNode schema = row.path("settings_schema");
    if (!schema.isNull()) {
      if (!schema.isObject()) {
        throw ApiError.field("settings_schema", "Value must be a JSON Schema or null.");
      }
      for (String keyword : JsonSchema.uncheckedKeywords(schema)) {
        organization.note(
            new Note(
                "settings_schema",
                OptionalInt.empty(),
                "The stub does not check the keyword '" + keyword + "' of settings_schema."));
      }
      List<String> problems = JsonSchema.problems("settings", schema, settings, part -> false);
      if (!problems.isEmpty()) {
        throw ApiError.field("settings", problems.get(0));
      }
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

  @Override
  public void stored(ObjectNode row) {
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
      config.remove(HookFacts.SECRET_CONFIG);
      if (config.path("private").asBoolean(false)) {
        config.remove("url");
      }
    }
    return shown;
  }
}
