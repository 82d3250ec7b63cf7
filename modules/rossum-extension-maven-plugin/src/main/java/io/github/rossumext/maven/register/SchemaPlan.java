package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What changes at the schema.
 *
 * @param actual the schema in Rossum
 * @param body what is sent
 * @param queues the queues that use it, with the number of their annotations
 * @param notes what else the author should know
 */
record SchemaPlan(
    ObjectNode actual,
    ObjectNode body,
    List<SchemaChange> changes,
    List<String> queues,
    List<String> notes) {
  SchemaPlan {
    changes = List.copyOf(changes);
    queues = List.copyOf(queues);
    notes = List.copyOf(notes);
  }

  long id() {
    return actual.path("id").asLong();
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  String modifiedAt() {
    return actual.path("modified_at").asText("");
  }

  String title() {
    return "Schema \"" + actual.path("name").asText() + "\" (" + id() + ")";
  }

  /** Returns the ids whose values documents lose. */
  Set<String> lost() {
    Set<String> lost = new TreeSet<>();
    changes.stream().filter(SchemaChange::losesData).forEach(change -> lost.add(change.id()));
    return lost;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(title() + (isEmpty() ? ": no change" : ""));
    changes.forEach(change -> lines.add("  " + change.line()));
    if (!isEmpty()) {
      queues.forEach(queue -> lines.add("  concerns " + queue));
    }
    notes.forEach(note -> lines.add("  ! " + note));
    return lines;
  }
}
