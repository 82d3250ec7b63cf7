package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What changes between two schemas, element by element. Rossum keeps a value if the id of its field
 * and its category stay. An id that is renamed is one that goes and one that comes.
 */
final class SchemaDiff {
  private static final Set<String> IDENTITY = Set.of("id", "category", "type", "children");
  private static final Set<String> AUTOMATION =
      Set.of(
          "score_threshold",
          "rir_field_names",
          "can_export",
          "ui_configuration",
          "disable_prediction",
          "formula",
          "prompt",
          "context");
  // What a rule does not see.
  private static final Set<String> PRESENTATION =
      Set.of(
          "label",
          "description",
          "icon",
          "width",
          "stretch",
          "can_collapse",
          "show_grid_by_default",
          "score_threshold",
          "rir_field_names",
          "can_export");

  private final Map<String, SchemaElement> before;
  private final Map<String, SchemaElement> after;
  private final Set<String> inCode;
  private final List<SchemaChange> changes = new ArrayList<>();

  private SchemaDiff(JsonNode before, JsonNode after, Set<String> inCode) {
    this.before = SchemaElement.all(before);
    this.after = SchemaElement.all(after);
    this.inCode = inCode;
  }

  /**
   * Returns the changes: those of the new schema in its order, then what goes.
   *
   * @param before the sections in Rossum
   * @param after the sections of the file
   * @param inCode the texts in the author's classes
   */
  static List<SchemaChange> of(JsonNode before, JsonNode after, Set<String> inCode) {
    SchemaDiff diff = new SchemaDiff(before, after, inCode);
    diff.after.values().forEach(diff::compare);
    diff.before.values().stream()
        .filter(element -> !diff.after.containsKey(element.id()))
        .forEach(diff::removed);
    diff.orders();
    return List.copyOf(diff.changes);
  }

  private void compare(SchemaElement now) {
    SchemaElement then = before.get(now.id());
    if (then == null) {
      add('+', now, "new " + now.kind(), Effect.ADDITION, true);
      return;
    }
    if (!then.category().equals(now.category()) || !then.type().equals(now.type())) {
      add('~', now, then.kind() + " becomes " + now.kind(), Effect.LOSES_DATA, true);
    }
    if (!then.parent().equals(now.parent())) {
      moved(then, now);
    }
    Set<String> keys = new TreeSet<>();
    then.attributes().fieldNames().forEachRemaining(keys::add);
    now.attributes().fieldNames().forEachRemaining(keys::add);
    keys.removeAll(IDENTITY);
    for (String key : keys) {
      JsonNode old = then.attributes().path(key);
      JsonNode young = now.attributes().path(key);
      if (!JsonForm.isSame(SchemaDefaults.filled(key, old), SchemaDefaults.filled(key, young))) {
        String removed = removedOptions(key, old, young);
        Effect effect = removed.isEmpty() ? Effect.SAFE : Effect.CHECK_VALUES;
        add(
            '~',
            now,
            key + " " + JsonForm.shown(old) + " -> " + JsonForm.shown(young) + removed,
            AUTOMATION.contains(key) ? Effect.TOUCHES_AUTOMATION : effect,
            !PRESENTATION.contains(key));
      }
    }
  }

  private void moved(SchemaElement then, SchemaElement now) {
    String text =
        "moves from "
            + (then.parent().isEmpty() ? "the top" : then.parent())
            + valuesAfter(then, now);
    boolean hasRows = then.isInTable() || now.isInTable();
    add('~', now, text, hasRows ? Effect.CHECK_VALUES : Effect.SAFE, true);
  }

  /** Says what Rossum documents of the values of a field that moves. */
  private static String valuesAfter(SchemaElement then, SchemaElement now) {
    if (then.isInTable() && !now.isInTable()) {
      return ", out of a table: a document keeps one value, and loses those of the other rows";
    }
    if (!then.isInTable() && now.isInTable()) {
      return ", into a table: Rossum documents that the value is kept, but not in which row";
    }
    return then.isInTable()
        ? ", in another table: Rossum does not document which rows keep the values"
        : "";
  }

  /** Says which options go; {@code ""} if none does. */
  private static String removedOptions(String key, JsonNode then, JsonNode now) {
    if (!key.equals("options")) {
      return "";
    }
    Set<String> removed = new LinkedHashSet<>(then.findValuesAsText("value"));
    removed.removeAll(now.findValuesAsText("value"));
    return removed.isEmpty()
        ? ""
        : ". Rossum does not document what happens to documents that hold "
            + String.join(", ", removed);
  }

  private void removed(SchemaElement then) {
    List<String> alike =
        after.values().stream()
            .filter(element -> !before.containsKey(element.id()))
            .filter(element -> element.kind().equals(then.kind()))
            .filter(element -> element.parent().equals(then.parent()))
            .map(SchemaElement::id)
            .toList();
    add(
        '-',
        then,
        (then.category().equals("section") ? "goes" : "goes, with its values")
            + (alike.size() == 1 && !then.category().equals("section")
                ? ". Was it renamed to " + alike.get(0) + "? Rossum does not move the values"
                : ""),
        Effect.LOSES_DATA,
        true);
  }

  /** Finds parents whose children stay, but in another order. */
  private void orders() {
    Map<String, List<String>> orders = children(after);
    children(before)
        .forEach(
            (parent, then) -> {
              List<String> now = new ArrayList<>(orders.getOrDefault(parent, List.of()));
              List<String> stayed = new ArrayList<>(then);
              stayed.retainAll(now);
              now.retainAll(then);
              if (!stayed.equals(now)) {
                changes.add(
                    new SchemaChange(
                        '~',
                        parent.isEmpty() ? "sections" : parent,
                        parent.substring(parent.lastIndexOf('/') + 1),
                        "another order: " + String.join(", ", now),
                        EnumSet.of(Effect.SAFE)));
              }
            });
  }

  private static Map<String, List<String>> children(Map<String, SchemaElement> all) {
    Map<String, List<String>> children = new LinkedHashMap<>();
    for (SchemaElement element : all.values()) {
      children.computeIfAbsent(element.parent(), key -> new ArrayList<>()).add(element.id());
    }
    return children;
  }

  private void add(char sign, SchemaElement at, String text, Effect effect, boolean isSeenByRules) {
    Set<Effect> effects = EnumSet.of(effect);
    if (isSeenByRules && inCode.contains(at.id())) {
      effects.add(Effect.TOUCHES_RULES);
    }
    changes.add(new SchemaChange(sign, at.path(), at.id(), text, effects));
  }
}
