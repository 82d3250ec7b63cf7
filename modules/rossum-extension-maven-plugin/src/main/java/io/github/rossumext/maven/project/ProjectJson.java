package io.github.rossumext.maven.project;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;

/** How the JSON files of a project are read: a repeated key and a text after the end are errors. */
public final class ProjectJson {
  /** Thread-safe, and never reconfigured. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private ProjectJson() {}

  /**
   * Reads a file.
   *
   * @throws GoalException if it is not JSON. It has no cause, because that one quotes the file,
   *     which may have a secret
   */
  public static JsonNode read(Path path) {
    return read(path, ProjectFiles.text(path));
  }

  /** Does the same with the text of the file. */
  public static JsonNode read(Path path, String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new GoalException(explain(path, e));
    }
  }

  /** Returns why a file cannot be read, with the place, and without its text. */
  private static String explain(Path path, JsonProcessingException e) {
    JsonLocation place = e.getLocation();
    return path
        + " is not JSON: "
        + e.getOriginalMessage().replaceFirst("(?s)Unrecognized token '.*", "an unknown word")
        + (place == null
            ? ""
            : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")")
        + ".";
  }
}
