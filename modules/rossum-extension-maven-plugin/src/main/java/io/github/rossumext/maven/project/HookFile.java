package io.github.rossumext.maven.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;

/**
 * The file of a hook as the author wrote it: the writable fields of Rossum's hook object, with
 * holes {@code ${NAME}}. Each hook has a file of its own: {@code rossum/hook.json} if the project
 * has one hook, or {@code rossum/hooks/<name>.json}. Immutable and thread-safe.
 */
public final class HookFile {
  private final String name;
  private final Path path;
  private final ObjectNode json;

  private HookFile(String name, Path path, ObjectNode json) {
    this.name = name;
    this.path = path;
    this.json = json;
  }

  /**
   * Reads a file.
   *
   * @throws GoalException if it is not a JSON object; the message says where
   */
  static HookFile read(Path path) {
    if (ProjectJson.read(path) instanceof ObjectNode object) {
      String file = String.valueOf(path.getFileName());
      return new HookFile(file.substring(0, file.length() - ".json".length()), path, object);
    }
    throw new GoalException(path + " must be a JSON object: the fields of a hook.");
  }

  /**
   * Returns the name of the file without {@code .json}: {@code hook}, or that in {@code
   * rossum/hooks}. The state of the hook has the same name.
   */
  public String name() {
    return name;
  }

  /** Returns where the file is. */
  public Path path() {
    return path;
  }

  /** Returns a copy of the JSON with its holes. */
  public ObjectNode json() {
    return json.deepCopy();
  }

  /** Returns the hook with what the holes mean in an environment. */
  public FilledHook fill(Environment environment) {
    return FilledHook.of(this, environment);
  }

  @Override
  public String toString() {
    return "HookFile[" + path + "]";
  }
}
