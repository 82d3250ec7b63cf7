package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.internal.Json;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An event with its properties in the protocol.
 *
 * @param isInteractive whether a user waits
 * @param isRetried whether a failed request is repeated
 * @param keys the keys of a response that Rossum reads; empty if it ignores the response
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

  /** Returns the event with this name and action; empty if Rossum does not have it. */
  static Optional<EventKind> find(String event, HookAction action) {
    return event.equals(CONTENT)
        ? Optional.of(content(action))
        : Stream.of(statusChanged(), email(), upload(), scheduled(), manual())
            .filter(kind -> kind.event().equals(event) && kind.action().equals(action))
            .findFirst();
  }

  /** Returns whether Rossum polls after a response 202: if no user and no client waits. */
  boolean isPolled() {
    return !isInteractive && isRetried;
  }

  /** Returns whether the hook can set how long Rossum polls, and whether it retries after that. */
  boolean isPollingSettable() {
    return action.isOneOf(HookAction.CREATED, HookAction.SCHEDULED, HookAction.EXPORT);
  }

  boolean isHonoured() {
    return !keys.isEmpty();
  }

  /** Returns the request of a fixture of this event. */
  ObjectNode request(Fixture fixture) {
    if (Json.find(fixture.body()) instanceof ObjectNode request
        && request.path("event").asText("").equals(event)
        && request.path("action").asText("").equals(action.value())) {
      return request;
    }
    throw new IllegalArgumentException(
        "Expected a fixture of " + name() + ", but '" + fixture.name() + "' is not one.");
  }

  /** Returns event and action as in the configuration of a hook. */
  String name() {
    return event + "." + action;
  }
}
