package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.maven.project.ProjectFiles;
import io.github.rossumext.maven.project.ProjectJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was applied to an environment: {@code rossum/state/<env>.json}, which is committed and holds
 * no secret. Not thread-safe.
 */
final class State {
  private static final ObjectMapper PRETTY =
      ProjectJson.MAPPER.copy().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;
  private final Map<String, Applied> hooks = new TreeMap<>();
  private @Nullable Applied schema;
  private String written = "";

  /**
   * An object that was applied.
   *
   * @param modifiedAt when Rossum changed it; {@code ""} if it was created and not read since
   * @param hash of the object after that, without secrets
   * @param secrets the names of the secrets that were sent
   */
  record Applied(long id, String modifiedAt, String hash, List<String> secrets) {
    Applied {
      secrets = List.copyOf(secrets);
    }

    private ObjectNode json() {
      ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", id);
      json.put("modified_at", modifiedAt).put("hash", hash);
      ArrayNode names = json.putArray("secrets");
      secrets.forEach(names::add);
      return json;
    }

    private static Applied of(JsonNode json) {
      List<String> names = new ArrayList<>();
      json.path("secrets").forEach(name -> names.add(name.asText()));
      return new Applied(
          json.path("id").asLong(),
          json.path("modified_at").asText(""),
          json.path("hash").asText(""),
          names);
    }
  }

  private State(Path file) {
    this.file = file;
  }

  /**
   * Reads a state; an empty one if the file does not exist.
   *
   * @throws GoalException if the file is not one that a goal has written
   */
  static State read(Path file) {
    State state = new State(file);
    if (Files.exists(file)) {
      state.written = ProjectFiles.text(file);
      JsonNode json = ProjectJson.read(file, state.written);
      requireState(file, json);
      json.path("hooks")
          .properties()
          .forEach(each -> state.hooks.put(each.getKey(), Applied.of(each.getValue())));
      if (json.has("schema")) {
        state.schema = Applied.of(json.path("schema"));
      }
    }
    return state;
  }

  private static void requireState(Path file, JsonNode json) {
    boolean isState =
        json.isObject()
            && (!json.has("hooks") || json.path("hooks").isObject())
            && (!json.has("schema") || hasId(json.path("schema")));
    for (JsonNode hook : json.path("hooks")) {
      isState &= hasId(hook);
    }
    if (!isState) {
      throw new GoalException(
          file
              + " is not a file that apply has written. Restore it from version control. Without it,"
              + " the goals find your hooks by their marks, and cannot tell what was changed in"
              + " Rossum since.");
    }
  }

  private static boolean hasId(JsonNode applied) {
    return applied.path("id").canConvertToLong();
  }

  /** Returns the hooks by the names of their files. */
  Map<String, Applied> hooks() {
    return Map.copyOf(hooks);
  }

  Optional<Applied> hook(String name) {
    return Optional.ofNullable(hooks.get(name));
  }

  Optional<Applied> schema() {
    return Optional.ofNullable(schema);
  }

  void hook(String name, Applied applied) {
    hooks.put(name, applied);
    write();
  }

  void schema(Applied applied) {
    schema = applied;
    write();
  }

  /** Writes the file as a whole or not at all; not at all if nothing changes. */
  private void write() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode all = json.putObject("hooks");
    hooks.forEach((name, applied) -> all.set(name, applied.json()));
    if (schema != null) {
      json.set("schema", schema.json());
    }
    try {
      String text = PRETTY.writeValueAsString(json) + "\n";
      if (!text.equals(written)) {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path temporary = Files.createTempFile(directory, ".state", ".json");
        Files.writeString(temporary, text);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        written = text;
      }
    } catch (IOException e) {
      throw new GoalException(
          file + " cannot be written: " + e + ". Without it, the next apply looks for the hooks.",
          e);
    }
  }
}
