package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What changes at one hook.
 *
 * @param id the id in Rossum; 0 for a new hook
 * @param actual the hook in Rossum; empty for a new one. It may hold a secret, because some
 *     clusters return the one of config
 * @param sent the names of the secrets that are sent
 * @param notes what else the author should know
 */
record HookPlan(
    DesiredHook desired,
    long id,
    ObjectNode actual,
    List<FieldChange> changes,
    List<String> sent,
    List<String> notes) {
  HookPlan {
    changes = List.copyOf(changes);
    sent = List.copyOf(sent);
    notes = List.copyOf(notes);
  }

  String name() {
    return desired.name();
  }

  boolean isNew() {
    return id == 0;
  }

  boolean isEmpty() {
    return !isNew() && changes.isEmpty() && sent.isEmpty();
  }

  String modifiedAt() {
    return actual.path("modified_at").asText("");
  }

  /** Returns the hook for a text. */
  String title() {
    return isNew()
        ? "Hook \"" + desired.title() + "\" (new)"
        : "Hook \"" + desired.title() + "\" (" + id + ")";
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(title() + (isEmpty() ? ": no change" : ""));
    changes.forEach(change -> lines.add("  " + change.line()));
    sent.forEach(
        name -> lines.add("  > " + name + ": sent, from " + desired.secrets().variable(name)));
    notes.forEach(note -> lines.add("  ! " + note));
    return lines;
  }
}
