package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.internal.Json;
import java.util.Set;

/**
 * An event as the table of the protocol's §1 has it.
 *
 * @param isInteractive whether a user waits
 * @param isRetried whether a failed request is repeated
 * @param keys the keys of a response that are honoured; none if the response is ignored
 */
record EventKind(
    String event, HookAction action, boolean isInteractive, boolean isRetried, Set<String> keys) {
  static final String CONTENT = "annotation_content";

  static EventKind content(HookAction action) {
    boolean isInteractive = !action.isOneOf(HookAction.INITIALIZE, HookAction.EXPORT);
    return new EventKind(
        CONTENT,
        action,
        isInteractive,
        !isInteractive,
        Set.of("messages", "operations", "automation_blockers"));
  }

  static EventKind statusChanged() {
    return new EventKind("annotation_status", HookAction.CHANGED, false, true, Set.of());
  }

  static EventKind email() {
    return new EventKind(
        "email",
        HookAction.RECEIVED,
        false,
        true,
        Set.of("files", "additional_files", "extracted_original_sender"));
  }

  static EventKind upload() {
    return new EventKind("upload", HookAction.CREATED, false, true, Set.of("files"));
  }

  static EventKind scheduled() {
    return new EventKind("invocation", HookAction.SCHEDULED, false, true, Set.of());
  }

  static EventKind manual() {
    return new EventKind("invocation", HookAction.MANUAL, false, false, Set.of());
  }

  /** Whether a response 202 is followed up: where no user and no caller waits. */
  boolean isPolled() {
    return !isInteractive && isRetried;
  }

  /** Whether the hook may say how long it is polled, and whether it is called again then. */
  boolean isPollingSettable() {
    return action.isOneOf(HookAction.CREATED, HookAction.SCHEDULED);
  }

  boolean isHonoured() {
    return !keys.isEmpty();
  }

  /** Returns the request of a fixture of this event. */
  ObjectNode request(Fixture fixture) {
    if (Json.find(fixture.bytes()) instanceof ObjectNode request
        && request.path("event").asText("").equals(event)
        && request.path("action").asText("").equals(action.value())) {
      return request;
    }
    throw new IllegalArgumentException(
        "Expected a fixture of " + name() + ", but '" + fixture.name() + "' is not one.");
  }

  /** As Rossum writes it in a hook. */
  String name() {
    return event + "." + action;
  }
}
