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
 */
final class AuthorCode {
  private AuthorCode() {}

  /** Returns the texts; empty if the project has no compiled class. */
  static Optional<Set<String>> of(Project project) {
    Set<Path> generated = generated(project.target().resolve("generated-sources"));
    Set<Path> read = new HashSet<>();
    Set<String> texts = new HashSet<>();
    for (Path classes : project.classPath().stream().limit(1).toList()) {
      texts.addAll(
          ClassConstants.of(classes, file -> read.add(file) && !generated.contains(outer(file))));
    }
    return read.isEmpty() ? Optional.empty() : Optional.of(texts);
  }

  /** Returns the path of the class around a class, without the ending. */
  private static Path outer(Path file) {
    String name = String.valueOf(file.getFileName());
    int end = name.indexOf('$') < 0 ? name.indexOf(".class") : name.indexOf('$');
    return file.resolveSibling(name.substring(0, end));
  }

  private static Set<Path> generated(Path sources) {
    if (!Files.isDirectory(sources)) {
      return Set.of();
    }
    Set<Path> all = new TreeSet<>();
    try (Stream<Path> walked = Files.walk(sources)) {
      List<Path> files = walked.filter(file -> file.toString().endsWith(".java")).toList();
      for (Path file : files) {
        Path below = sources.relativize(file);
        if (below.getNameCount() > 1) { // a directory for each generator
          Path source = below.subpath(1, below.getNameCount());
          String name = String.valueOf(source.getFileName());
          all.add(source.resolveSibling(name.substring(0, name.length() - ".java".length())));
        }
      }
    } catch (IOException e) {
      throw new GoalException(sources + " cannot be read: " + e + ".", e);
    }
    return all;
  }
}
