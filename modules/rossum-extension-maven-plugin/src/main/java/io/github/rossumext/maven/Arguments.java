package io.github.rossumext.maven;

import io.github.rossumext.maven.project.GoalException;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The options of a command: {@code --name value}, or {@code --name} alone for {@code true}. */
final class Arguments {
  private static final Set<String> COMMON = Set.of("directory", "target", "classpath", "env");

  private final Map<String, String> values;

  private Arguments(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads the arguments after the first.
   *
   * @throws GoalException if an option is unknown or given twice
   */
  static Arguments parse(String[] args, Set<String> options) {
    Set<String> known = new TreeSet<>(COMMON);
    known.addAll(options);
    Map<String, String> values = new HashMap<>();
    for (int i = 1; i < args.length; i++) {
      String name = args[i].startsWith("--") ? args[i].substring(2) : "";
      if (!known.contains(name)) {
        throw new GoalException(
            "'"
                + args[i]
                + "' is not an option of "
                + args[0]
                + ". It has --"
                + String.join(", --", known)
                + ".");
      }
      boolean hasValue = i + 1 < args.length && !args[i + 1].startsWith("--");
      if (values.put(name, hasValue ? args[i + 1] : "true") != null) {
        throw new GoalException("--" + name + " is given twice. Remove one of the two.");
      }
      if (hasValue) {
        i++;
      }
    }
    return new Arguments(Map.copyOf(values));
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * Returns the value of an option.
   *
   * @throws GoalException if it is missing
   */
  String required(String name) {
    return find(name).orElseThrow(() -> new GoalException("The option --" + name + " is missing."));
  }

  /** Returns whether an option is given, and is not {@code false}. */
  boolean isSet(String name) {
    return find(name).filter(value -> !value.equals("false")).isPresent();
  }

  /** Returns the paths of an option, which are separated as in a class path; none without it. */
  List<Path> paths(String name) {
    return find(name).stream()
        .flatMap(value -> Arrays.stream(value.split(File.pathSeparator, -1)))
        .filter(path -> !path.isBlank())
        .map(Path::of)
        .toList();
  }
}
