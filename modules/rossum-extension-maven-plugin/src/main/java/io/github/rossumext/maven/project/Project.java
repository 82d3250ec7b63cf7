package io.github.rossumext.maven.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An author's project, as a goal sees it: its files below {@code rossum}, its class path, and the
 * chosen environment. Immutable and thread-safe.
 *
 * @param directory the directory that has the directory {@code rossum}
 * @param target where the build writes, such as {@code target}
 * @param classPath the run-time class path, the project's own classes first
 * @param environment what the holes mean
 */
public record Project(Path directory, Path target, List<Path> classPath, Environment environment) {
  public Project {
    classPath = List.copyOf(classPath);
  }

  /**
   * Returns a project.
   *
   * @param environment the name of the environment; null for {@link Environment#DEFAULT}
   * @param variables those of the process
   */
  public static Project of(
      Path directory,
      Path target,
      List<Path> classPath,
      @Nullable String environment,
      Map<String, String> variables) {
    return new Project(
        directory,
        target,
        classPath,
        Environment.read(
            directory.resolve("rossum"),
            environment == null ? Environment.DEFAULT : environment,
            variables));
  }

  /** Returns the directory {@code rossum}, which may be missing. */
  public Path rossum() {
    return directory.resolve("rossum");
  }

  /**
   * Returns the hooks: {@code rossum/hook.json} alone, or each file of {@code rossum/hooks} by its
   * name. Empty if there is none.
   *
   * @throws GoalException if there are both, or if one cannot be read
   */
  public List<HookFile> hooks() {
    Path one = rossum().resolve("hook.json");
    List<Path> many = ProjectFiles.list(rossum().resolve("hooks"), ".json");
    if (Files.exists(one) && !many.isEmpty()) {
      throw new GoalException(
          "A project has one hook in rossum/hook.json, or several in rossum/hooks, but this one has"
              + " both. Move "
              + one
              + " to rossum/hooks.");
    }
    List<HookFile> hooks = new ArrayList<>();
    for (Path path : Files.exists(one) ? List.of(one) : many) {
      hooks.add(HookFile.read(path));
    }
    return List.copyOf(hooks);
  }

  /** Returns {@code rossum/schema.json} if the project has it. */
  public Optional<Path> schema() {
    Path schema = rossum().resolve("schema.json");
    return Files.exists(schema) ? Optional.of(schema) : Optional.empty();
  }

  /** Returns the file of the environment's state, which may be missing. It is committed. */
  public Path state() {
    return rossum().resolve("state").resolve(environment.name() + ".json");
  }

  /**
   * Returns the environments that have a file, by their names, without variables of the process.
   */
  public List<Environment> environments() {
    return Environment.all(rossum());
  }

  /** Returns a path as the author would write it: relative to the project if it is inside. */
  public String shown(Path path) {
    return path.startsWith(directory) ? directory.relativize(path).toString() : path.toString();
  }
}
