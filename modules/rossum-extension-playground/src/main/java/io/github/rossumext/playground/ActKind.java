package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.List;
import java.util.Optional;

/**
 * A kind of act: its name, its arguments, and how it is done on a simulator. Each has a line in
 * {@link Acts}. Immutable.
 */
interface ActKind {
  /** Returns the name in files, such as {@code remove_row}. */
  String name();

  /** Returns the names of all arguments, in their order in files. */
  default List<String> arguments() {
    return List.of();
  }

  /**
   * Throws if arguments are not as this kind needs them. What only the document can tell is found
   * when the act is done.
   *
   * @throws IllegalArgumentException with what was expected and what was found
   */
  default void check(Act act) {
    arguments().forEach(act::text);
  }

  /**
   * Does an act.
   *
   * @throws IllegalArgumentException if it does not fit the document
   * @throws IllegalStateException if it does not fit the document as it is now
   */
  ActResult run(RossumSimulator rossum, Act act);

  /**
   * Takes back what an act did to the simulator and not to the document, such as settings of the
   * queue: opening the document again does not.
   */
  default void forget(RossumSimulator rossum) {}

  /** Returns an act as a user reads it, such as "Edit vendor_name to Volvo". */
  String inWords(Act act);

  /** Returns an act as a test does it. */
  JavaStep inJava(Act act);

  /**
   * Returns the act that the page asks for; empty if its place was removed from the document.
   *
   * @param asked the arguments; the place is the number {@code key} instead of its path
   */
  default Optional<Act> asked(JsonNode asked, RossumSimulator rossum, Keys keys) {
    ObjectNode arguments = Json.object();
    for (String argument : arguments()) {
      if (argument.equals(Act.PATH)) {
        Optional<String> path = keys.path(asked.path("key").asInt(), rossum);
        if (path.isEmpty()) {
          return Optional.empty();
        }
        arguments.put(Act.PATH, path.get());
      } else if (asked.has(argument)) {
        arguments.set(argument, asked.get(argument));
      }
    }
    Act act = new Act(this, arguments);
    check(act);
    return Optional.of(act);
  }
}
