package io.github.rossumext.testkit.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.value.RawJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the JSON of a schema: an object of Rossum's API, or a bare list of sections. */
public final class SchemaText {
  private static final int MOST_SHOWN = 100;

  private SchemaText() {}

  /**
   * Returns the schema of a text.
   *
   * @throws IllegalArgumentException if it is not JSON
   */
  public static Schema schema(String json) {
    return Schema.of(RawJson.of(Json.text(read(json))));
  }

  /** Returns the text of a file, which may start with a byte order mark. */
  public static String of(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /**
   * Returns the JSON of a text.
   *
   * @throws IllegalArgumentException if it is not JSON. It may be the name of a file
   */
  public static JsonNode read(String json) {
    String start = json.stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      boolean isName = !json.isBlank() && json.length() <= MOST_SHOWN && json.lines().count() == 1;
      throw new IllegalArgumentException(
          "Expected the JSON of a schema, an object or a list of sections, but found "
              + (isName ? "'" + json + "'" : "another text")
              + ". If the schema is in a file, give its Path.");
    }
    return Json.read(json);
  }
}
