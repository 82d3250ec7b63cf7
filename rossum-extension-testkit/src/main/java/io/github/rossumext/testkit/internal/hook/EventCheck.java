package io.github.rossumext.testkit.internal.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.HookFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The events of a hook are those that the endpoint handles. */
final class EventCheck {
  private static final String CONTENT = "annotation_content";

  private EventCheck() {}

  /**
   * Checks the events.
   *
   * @param handled those of the endpoint; missing if it cannot be built here
   */
  static void check(ObjectNode hook, JsonNode handled, Findings findings) {
    Set<String> events = new LinkedHashSet<>();
    for (JsonNode event : hook.path("events")) {
      if (!events.add(event.asText())) {
        findings.error("events", "'" + event.asText() + "' is there twice.");
      }
    }
    if (events.isEmpty()) {
      findings.error("events", "The hook never fires, because it has no events.");
    }
    requireKnown(events, findings);
    requireSchema(hook, events, findings);
    if (!handled.isMissingNode()) {
      compare(events, handled, findings);
    }
  }

  private static void requireKnown(Set<String> events, Findings findings) {
    for (String event : events) {
      List<String> actions =
          HookFacts.EVENTS.stream().filter(known -> known.startsWith(event + ".")).toList();
      if (!actions.isEmpty()) {
        findings.error(
            "events",
            "'" + event + "' has no action. Write it in full: " + String.join(", ", actions) + ".");
      } else if (!event.contains(".")) {
        findings.unknown("events", event, HookFacts.EVENTS);
      }
    }
  }

  private static void requireSchema(ObjectNode hook, Set<String> events, Findings findings) {
    boolean isAsked = false;
    for (JsonNode sideload : hook.path("sideload")) {
      isAsked |= sideload.asText().equals("schemas");
    }
    if (!isAsked && events.stream().anyMatch(event -> event.startsWith(CONTENT))) {
      findings.warning(
          "sideload",
          "Without \"schemas\", the library cannot refuse writes that Rossum loses, and an empty"
              + " table has no columns. Add \"sideload\": [\"schemas\"].");
    }
  }

  private static void compare(Set<String> events, JsonNode handled, Findings findings) {
    List<String> names = new ArrayList<>();
    boolean isAnyHandled = false;
    for (JsonNode event : handled) {
      names.add(name(event));
      isAnyHandled |= event.path("event").asText().equals("*");
    }
    Set<String> unreached = new LinkedHashSet<>();
    for (JsonNode event : handled) {
      String group = event.path("event").asText();
      boolean isEachAction = event.path("is_each_action").asBoolean();
      boolean isReached =
          isEachAction
              ? events.stream().anyMatch(known -> known.startsWith(group + "."))
              : events.contains(name(event));
      if (!isReached && !group.equals("*")) {
        unreached.add(isEachAction ? group : name(event));
      }
    }
    for (String event : unreached) {
      findings.error(
          "events",
          "The code handles '"
              + event
              + "', but the hook does not have it, so Rossum never sends it. Add it here, or remove"
              + " the handler.");
    }
    for (String event : events) {
      if (!names.contains(event) && !isAnyHandled && event.contains(".")) {
        findings.error(
            "events",
            "The code does not handle '"
                + event
                + "', so every such request is for nothing. Remove it here, or register a"
                + " handler.");
      }
    }
  }

  static String name(JsonNode event) {
    return event.path("event").asText() + "." + event.path("action").asText();
  }
}
