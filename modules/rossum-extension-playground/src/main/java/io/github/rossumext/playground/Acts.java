package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** All kinds of acts. */
final class Acts {
  static final ActKind CONFIRM = document("confirm", "Confirm", RossumSimulator::confirm);
  static final ActKind EXPORT = document("export", "Export", RossumSimulator::export);

  private static final Map<String, ActKind> KINDS =
      byName(
          List.of(
              new EditAct(),
              new PlaceAct("click", "Click", "click(%s)", RossumSimulator::click),
              new PlaceAct(
                  "visit",
                  "Look at",
                  "field(%s).visit()",
                  (rossum, at) -> rossum.field(at).visit()),
              new PlaceAct("add", "Add to", "addRow(%s)", RossumSimulator::addRow),
              new PlaceAct(
                  "remove_row",
                  "Remove",
                  "row(%s).remove()",
                  (rossum, path) -> rossum.row(path).remove()),
              new PlaceAct(
                  "remove_value",
                  "Remove",
                  "field(%s).remove()",
                  (rossum, path) -> rossum.field(path).remove()),
              document("start", "Start the review", RossumSimulator::start),
              CONFIRM,
              EXPORT,
              document("postpone", "Postpone", RossumSimulator::postpone),
              document("reject", "Reject", RossumSimulator::reject),
              document("delete", "Delete", RossumSimulator::delete),
              document("repeat", "Send the request again", RossumSimulator::repeat),
              new AutomationAct()));

  private Acts() {}

  private static DocumentAct document(
      String name, String words, Function<RossumSimulator, Outcome> step) {
    return new DocumentAct(name, words, step);
  }

  private static Map<String, ActKind> byName(List<ActKind> kinds) {
    Map<String, ActKind> byName = new LinkedHashMap<>();
    kinds.forEach(kind -> byName.put(kind.name(), kind));
    EventActs.all().forEach(kind -> byName.put(kind.name(), kind));
    return byName;
  }

  /** Returns a kind; empty if none has the name. */
  static Optional<ActKind> find(String name) {
    return Optional.ofNullable(KINDS.get(name));
  }

  /** Returns all kinds. */
  static List<ActKind> all() {
    return List.copyOf(KINDS.values());
  }

  /**
   * Returns the act of a file.
   *
   * @throws IllegalArgumentException if it is unknown, or does not have exactly its arguments
   */
  static Act read(JsonNode json) {
    JsonNode name = json.path(Act.NAME);
    if (!json.isObject() || !name.isTextual()) {
      throw new IllegalArgumentException(
          "Expected an object with '"
              + Act.NAME
              + "', the name of an act, but found "
              + json
              + ".");
    }
    ActKind kind =
        find(name.asText())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The act '"
                            + name.asText()
                            + "' is unknown. Known are "
                            + String.join(", ", new TreeSet<>(KINDS.keySet()))
                            + "."));
    List<String> others = new ArrayList<>();
    json.fieldNames().forEachRemaining(others::add);
    others.remove(Act.NAME);
    others.removeAll(kind.arguments());
    if (!others.isEmpty()) {
      throw new IllegalArgumentException(
          "The act '"
              + kind.name()
              + "' has no '"
              + others.get(0)
              + "'. It has "
              + (kind.arguments().isEmpty() ? "nothing" : String.join(", ", kind.arguments()))
              + ".");
    }
    ObjectNode arguments = Json.object();
    for (String argument : kind.arguments()) {
      if (json.has(argument)) {
        arguments.set(argument, json.get(argument));
      }
    }
    Act act = new Act(kind, arguments);
    kind.check(act);
    return act;
  }
}
