package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of an e-mail or upload, and objects of texts, as arguments of an act. */
final class SentFiles {
  static final String ARGUMENT = "files";

  /**
   * A file.
   *
   * @param type its media type, such as {@code application/pdf}
   */
  record SentFile(String name, String type) {
    /** Returns the arguments of a call in Java. */
    String inJava() {
      return JavaText.literal(name) + ", " + JavaText.literal(type);
    }
  }

  private SentFiles() {}

  /**
   * Returns the files; none if the act has no such argument.
   *
   * @throws IllegalArgumentException if one has no name or type
   */
  static List<SentFile> of(Act act) {
    List<SentFile> files = new ArrayList<>();
    for (JsonNode file : act.arguments().path(ARGUMENT)) {
      String name = file.path("name").asText().strip();
      String type = file.path("type").asText().strip();
      if (name.isEmpty() || type.isEmpty()) {
        throw new IllegalArgumentException(
            "Each file needs a name and a type, such as invoice.pdf and application/pdf, but found "
                + file
                + ".");
      }
      files.add(new SentFile(name, type));
    }
    return files;
  }

  /**
   * Returns an object of texts; empty if the act has no such argument.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Map<String, String> texts(Act act, String argument) {
    Map<String, String> texts = new LinkedHashMap<>();
    JsonNode object = act.arguments().path(argument);
    if (!object.isObject() && !object.isMissingNode()) {
      throw new IllegalArgumentException(
          "'" + argument + "' must be a JSON object, but found " + object + ".");
    }
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (!entry.getValue().isTextual()) {
        throw new IllegalArgumentException(
            "'" + entry.getKey() + "' must be a text, but found " + entry.getValue() + ".");
      }
      texts.put(entry.getKey(), entry.getValue().asText());
    }
    return texts;
  }
}
