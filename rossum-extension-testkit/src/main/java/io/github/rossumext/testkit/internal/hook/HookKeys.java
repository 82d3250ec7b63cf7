package io.github.rossumext.testkit.internal.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.HookFacts;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The keys of a hook: which there are, and the simple ones among them. */
final class HookKeys {
  private static final Set<String> WRITABLE =
      Set.of(
          "name",
          "type",
          "queues",
          "events",
          "active",
          "sideload",
          "run_after",
          "config",
          "token_owner",
          "token_lifetime_s",
          "settings",
          "settings_schema",
          "secrets",
          "secrets_schema",
          "metadata",
          "description",
          "guide",
          "read_more_url",
          "extension_image_url",
          "extension_source",
          "hook_template",
          "test");
  private static final Set<String> SIDELOADS =
      new TreeSet<>(
          List.of(
              "queues",
              "modifiers",
              "schemas",
              "emails",
              "related_emails",
              "relations",
              "child_relations",
              "suggested_edits",
              "assignees",
              "pages",
              "labels",
              "automation_blockers"));
  private static final List<String> OBJECTS = List.of("config", "settings", "metadata");
  private static final List<String> LISTS = List.of("queues", "events", "sideload", "run_after");
  private static final int LARGEST_METADATA = 4096;

  private HookKeys() {}

  static void check(ObjectNode hook, Findings findings) {
    for (Iterator<String> keys = hook.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (HookFacts.READ_ONLY.contains(key)) {
        findings.warning(key, "Rossum sets it. Remove it from the file.");
      } else if (!WRITABLE.contains(key)) {
        findings.unknown(key, key, WRITABLE);
      }
    }
    String name = hook.path("name").asText("");
    if (name.isBlank() || name.length() > HookFacts.LONGEST_NAME) {
      findings.error("name", "Expected a text of 1 to " + HookFacts.LONGEST_NAME + " characters.");
    }
    if (!hook.path("type").asText("webhook").equals("webhook")) {
      findings.error("type", "Expected webhook: Rossum calls a Java extension by its URL.");
    }
    for (String key : OBJECTS) {
      if (hook.hasNonNull(key) && !hook.path(key).isObject()) {
        findings.error(key, "Expected an object, found " + kind(hook.path(key)) + ".");
      }
    }
    for (String key : LISTS) {
      if (hook.hasNonNull(key) && !hook.path(key).isArray()) {
        findings.error(key, "Expected a list, found " + kind(hook.path(key)) + ".");
      }
    }
    urls("queues", hook, findings);
    urls("run_after", hook, findings);
    if (hook.path("queues").isEmpty() && !isInvocationOnly(hook)) {
      findings.error("queues", "The hook never fires, because it has no queue. Add its URL.");
    }
    if (!hook.path("active").asBoolean(true)) {
      findings.warning("active", "The hook never fires, because it is not active.");
    }
    for (JsonNode sideload : hook.path("sideload")) {
      if (!SIDELOADS.contains(sideload.asText())) {
        findings.unknown("sideload", sideload.asText(), SIDELOADS);
      }
    }
    if (hook.path("metadata").toString().length() > LARGEST_METADATA) {
      findings.error("metadata", "Expected at most 4 kB.");
    }
  }

  private static String kind(JsonNode json) {
    return "a value of another kind (" + json.getNodeType().name().toLowerCase(Locale.ROOT) + ")";
  }

  private static boolean isInvocationOnly(ObjectNode hook) {
    for (JsonNode event : hook.path("events")) {
      if (!event.asText().startsWith("invocation")) {
        return false;
      }
    }
    return !hook.path("events").isEmpty();
  }

  private static void urls(String key, ObjectNode hook, Findings findings) {
    for (JsonNode url : hook.path(key)) {
      if (!HookCheck.hasHole(url) && !url.asText().matches("https?://.+")) {
        findings.error(
            key, "Expected URLs, found " + Findings.shown(url) + ". Rossum refuses ids here.");
      }
    }
  }
}
