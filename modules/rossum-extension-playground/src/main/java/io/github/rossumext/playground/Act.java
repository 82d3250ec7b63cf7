package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Something that a user does with the document, or that happens to it, as data. It can be written
 * to a file and done again. Immutable.
 *
 * @param kind what is done
 * @param arguments with what: places of the document are paths, such as {@code
 *     line_items[0].item_code}, never ids. Nobody changes the object
 */
record Act(ActKind kind, ObjectNode arguments) {
  /** The key of the name in JSON. */
  static final String NAME = "act";

  /** The argument of all acts that are about a place of the document. */
  static final String PATH = "path";

  /** Returns an act without arguments. */
  static Act of(ActKind kind) {
    return new Act(kind, Json.object());
  }

  /** Returns a copy with another argument. */
  Act with(String argument, String value) {
    return new Act(kind, arguments.deepCopy().put(argument, value));
  }

  String name() {
    return kind.name();
  }

  /** Returns the place that the act is about. */
  String path() {
    return text(PATH);
  }

  /**
   * Returns an argument that is a text.
   *
   * @throws IllegalArgumentException if it is missing or is not a text
   */
  String text(String argument) {
    JsonNode value = arguments.path(argument);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(
          "The act '"
              + name()
              + "' needs '"
              + argument
              + "', a text"
              + (value.isMissingNode() ? "." : ", but found " + value + "."));
    }
    return value.asText();
  }

  /** Does it. Throws, as the simulator does, if it does not fit the document. */
  ActResult on(RossumSimulator rossum) {
    return kind.run(rossum, this);
  }

  /** Returns it as a user reads it, such as "Edit vendor_name to Volvo". */
  String inWords() {
    return kind.inWords(this);
  }

  /** Returns a copy whose texts are cleaned. */
  Act withoutSecrets(UnaryOperator<String> clean) {
    ObjectNode cleaned = Json.object();
    for (Map.Entry<String, JsonNode> one : arguments.properties()) {
      cleaned.set(one.getKey(), Json.cleaned(one.getValue(), clean));
    }
    return new Act(kind, cleaned);
  }

  /** Returns it with its name first. */
  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put(NAME, name());
    json.setAll(arguments);
    return json;
  }
}
