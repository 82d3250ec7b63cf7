package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.simulator.AutomationLevel;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The acts that the page can ask for. Each is a step of the simulator, or some of them. */
final class Acts {
  private static final String GONE = "It was removed from the document meanwhile.";

  /** The acts on the whole document. */
  private static final Map<String, Function<RossumSimulator, Outcome>> ON_DOCUMENT =
      Map.of(
          "start", RossumSimulator::start,
          "postpone", RossumSimulator::postpone,
          "reject", RossumSimulator::reject,
          "delete", RossumSimulator::delete,
          "export", RossumSimulator::export,
          "repeat", RossumSimulator::repeat);

  /** The acts on a field, cell or value. */
  private static final Map<String, Function<SimulatedField, Outcome>> ON_FIELD =
      Map.of("click", SimulatedField::click, "visit", SimulatedField::visit);

  private Acts() {}

  /**
   * Returns the act that a page asks for; empty if it is unknown.
   *
   * @param json its name {@code act}, and what it needs
   */
  static Optional<Act> of(JsonNode json) {
    String name = json.path("act").asText();
    int key = json.path("key").asInt();
    if (ON_DOCUMENT.containsKey(name)) {
      return Optional.of((rossum, keys) -> result(ON_DOCUMENT.get(name).apply(rossum)));
    }
    if (ON_FIELD.containsKey(name)) {
      return Optional.of((rossum, keys) -> onField(rossum, keys, key, ON_FIELD.get(name)));
    }
    return Optional.ofNullable(
        switch (name) {
          case "edit" -> {
            String text = json.path("text").asText();
            yield (rossum, keys) -> onField(rossum, keys, key, field -> field.edit(text));
          }
          case "add" -> (rossum, keys) -> add(rossum, keys, key);
          case "remove" -> (rossum, keys) -> remove(rossum, keys, key);
          case "confirm" -> (rossum, keys) -> confirm(rossum);
          case "automation" -> {
            String level = json.path("level").asText().toUpperCase(Locale.ROOT);
            yield (rossum, keys) -> automation(rossum, level);
          }
          default -> null;
        });
  }

  private static ActResult result(Outcome outcome) {
    return new ActResult(outcome.refusals());
  }

  private static ActResult result(Optional<Outcome> outcome) {
    return outcome.map(Acts::result).orElse(ActResult.refused(GONE));
  }

  private static ActResult onField(
      RossumSimulator rossum, Keys keys, int key, Function<SimulatedField, Outcome> act) {
    return result(keys.id(key).flatMap(rossum::findField).map(act));
  }

  private static ActResult add(RossumSimulator rossum, Keys keys, int key) {
    return result(keys.id(key).flatMap(rossum::findMultivalue).map(multivalue -> multivalue.add()));
  }

  /** Removes a row of a table or a value of a list. */
  private static ActResult remove(RossumSimulator rossum, Keys keys, int key) {
    return result(
        keys.id(key)
            .flatMap(
                id ->
                    rossum
                        .findRow(id)
                        .map(row -> row.remove())
                        .or(() -> rossum.findField(id).map(SimulatedField::remove))));
  }

  /** Confirms, and exports unless the queue lets confirmed documents wait. */
  private static ActResult confirm(RossumSimulator rossum) {
    Outcome confirmed = rossum.confirm();
    exportIfConfirmed(rossum);
    return result(confirmed);
  }

  /** Exports a document that waits for nothing else. */
  static void exportIfConfirmed(RossumSimulator rossum) {
    if (rossum.status().equals(AnnotationStatus.EXPORTING)) {
      rossum.export();
    }
  }

  private static ActResult automation(RossumSimulator rossum, String level) {
    rossum.queue(rossum.queue().withAutomation(AutomationLevel.valueOf(level)));
    return ActResult.DONE;
  }
}
