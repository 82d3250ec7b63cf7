package io.github.rossumext.maven.register;

import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.maven.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The texts in the author's compiled classes. Those of generated ones are left out, because they
 * have each id of the schema.
 *
 * @param texts the string constants
 * @param gap why some are not known; empty if all are
 */
record AuthorCode(Set<String> texts, Optional<String> gap) {
  AuthorCode {
    texts = Set.copyOf(texts);
  }

  /** Reads the classes of a project. */
  static AuthorCode of(Project project) {
    Set<Path> generated = generated(project.target().resolve("generated-sources"));
    Set<Path> read = new HashSet<>();
    Set<String> texts = new HashSet<>();
    for (Path classes : project.classPath().stream().limit(1).toList()) {
      texts.addAll(
          ClassConstants.of(classes, file -> read.add(file) && !generated.contains(outer(file))));
    }
    return new AuthorCode(texts, gap(project, read));
  }

  private static Optional<String> gap(Project project, Set<Path> read) {
    if (read.isEmpty()) {
      return Optional.of("the project has no compiled classes");
    }
    Path sources = project.directory().resolve("src/main/java");
    List<Path> missing =
        javaFiles(sources).stream()
            .filter(file -> !file.endsWith("package-info.java"))
            .filter(file -> !read.contains(file.resolveSibling(withoutEnd(file) + ".class")))
            .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            missing.size()
                + (missing.size() == 1 ? " source has" : " sources have")
                + " no compiled class, such as "
                + missing.get(0));
  }

  /** Returns the path of the class around a class, without the ending. */
  private static Path outer(Path file) {
    String name = String.valueOf(file.getFileName());
    int end = name.indexOf('$') < 0 ? name.indexOf(".class") : name.indexOf('$');
    return file.resolveSibling(name.substring(0, end));
  }

  private static Set<Path> generated(Path sources) {
    Set<Path> all = new TreeSet<>();
    for (Path file : javaFiles(sources)) {
      if (file.getNameCount() > 1) { // a directory for each generator
        Path source = file.subpath(1, file.getNameCount());
        all.add(source.resolveSibling(withoutEnd(source)));
      }
    }
    return all;
  }

  private static String withoutEnd(Path source) {
    String name = String.valueOf(source.getFileName());
    return name.substring(0, name.length() - ".java".length());
  }

  /** Returns the sources below a directory, relative to it. */
  private static List<Path> javaFiles(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(directory::relativize)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new GoalException(directory + " cannot be read: " + e + ".", e);
    }
  }
}
