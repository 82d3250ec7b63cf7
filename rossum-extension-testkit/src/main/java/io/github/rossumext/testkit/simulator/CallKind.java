package io.github.rossumext.testkit.simulator;

import io.github.rossumext.payload.HookAction;
import java.util.Set;

/**
 * An event as the table of the protocol's §1 has it.
 *
 * @param isInteractive whether a user waits
 * @param isRetried whether a failed call is repeated
 * @param keys the keys of an answer that are honoured; none if the answer is ignored
 */
record CallKind(
    String event, HookAction action, boolean isInteractive, boolean isRetried, Set<String> keys) {
  static final String CONTENT = "annotation_content";

  static CallKind content(HookAction action) {
    boolean isInteractive = !action.isOneOf(HookAction.INITIALIZE, HookAction.EXPORT);
    return new CallKind(
        CONTENT,
        action,
        isInteractive,
        !isInteractive,
        Set.of("messages", "operations", "automation_blockers"));
  }

  static CallKind statusChanged() {
    return new CallKind("annotation_status", HookAction.CHANGED, false, true, Set.of());
  }

  static CallKind email() {
    return new CallKind(
        "email",
        HookAction.RECEIVED,
        false,
        true,
        Set.of("files", "additional_files", "extracted_original_sender"));
  }

  static CallKind upload() {
    return new CallKind("upload", HookAction.CREATED, false, true, Set.of("files"));
  }

  static CallKind scheduled() {
    return new CallKind("invocation", HookAction.SCHEDULED, false, true, Set.of());
  }

  static CallKind manual() {
    return new CallKind("invocation", HookAction.MANUAL, false, false, Set.of());
  }

  /** Whether an answer 202 is followed up: where no user and no caller waits. */
  boolean isPolled() {
    return !isInteractive && isRetried;
  }

  boolean isHonoured() {
    return !keys.isEmpty();
  }

  /** As Rossum writes it in a hook. */
  String name() {
    return event + "." + action;
  }
}
