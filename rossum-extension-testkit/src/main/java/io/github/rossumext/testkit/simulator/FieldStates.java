package io.github.rossumext.testkit.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The state of all fields at one moment, to tell what has changed since. */
final class FieldStates {
  private record State(String schemaId, Map<String, String> parts) {}

  private final Map<Long, State> states = new LinkedHashMap<>();

  private FieldStates() {}

  static FieldStates of(Document document) {
    FieldStates states = new FieldStates();
    FieldTypes types = document.types();
    for (DocumentNode field : document.datapoints()) {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("value", field.value());
      parts.put("hidden", String.valueOf(types.isHidden(field)));
      parts.put(
          "options",
          types
              .options(field)
              .map(list -> list.stream().map(o -> o.value()).toList().toString())
              .orElse(""));
      parts.put("validation_sources", new TreeSet<>(field.validationSources()).toString());
      states.states.put(field.id(), new State(field.schemaId(), parts));
    }
    return states;
  }

  /** What is different in later states. */
  List<FieldChange> changesTo(FieldStates later) {
    List<FieldChange> changes = new ArrayList<>();
    states.forEach(
        (id, before) -> {
          State after = later.states.get(id);
          if (after == null) {
            changes.add(new FieldChange(id, before.schemaId(), "removed", value(before), ""));
          } else {
            before
                .parts()
                .forEach(
                    (what, part) -> {
                      String now = after.parts().getOrDefault(what, "");
                      if (!part.equals(now)) {
                        changes.add(new FieldChange(id, before.schemaId(), what, part, now));
                      }
                    });
          }
        });
    later.states.forEach(
        (id, after) -> {
          if (!states.containsKey(id)) {
            changes.add(new FieldChange(id, after.schemaId(), "added", "", value(after)));
          }
        });
    return changes;
  }

  private static String value(State state) {
    return state.parts().getOrDefault("value", "");
  }
}
