package io.github.rossumext.playground;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of {@link Compare}. Immutable.
 *
 * @param before the class path of the build before; empty for that of the program
 * @param after the class path of the build after; empty for that of the program
 * @param approved the file of approved differences
 * @param isApproving whether to write it
 */
record CompareArguments(
    String factory,
    Path folder,
    List<Path> before,
    List<Path> after,
    Optional<Path> approved,
    boolean isApproving) {
  private static final String APPROVE = "--approve";

  /** Says why arguments cannot be used. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
      super(message);
    }
  }

  static CompareArguments of(List<String> arguments) throws UsageException {
    Map<String, String> options = new HashMap<>();
    List<String> words = new ArrayList<>();
    boolean isApproving = false;
    for (Iterator<String> all = arguments.iterator(); all.hasNext(); ) {
      String argument = all.next();
      switch (argument) {
        case APPROVE -> isApproving = true;
        case "--before", "--after", "--approved" -> {
          if (!all.hasNext() || options.put(argument, all.next()) != null) {
            throw new UsageException("Expected " + argument + " once, with a value after it.");
          }
        }
        default -> {
          if (argument.startsWith("--")) {
            throw new UsageException("The option " + argument + " is unknown.");
          }
          words.add(argument);
        }
      }
    }
    if (words.size() != 2) {
      throw new UsageException(
          "Expected the class of a factory and a folder, but found " + words + ".");
    }
    if (!options.containsKey("--before") && !options.containsKey("--after")) {
      throw new UsageException("Expected --before or --after: otherwise nothing can differ.");
    }
    if (isApproving && !options.containsKey("--approved")) {
      throw new UsageException("Expected --approved with the file that --approve writes.");
    }
    return new CompareArguments(
        words.get(0),
        Path.of(words.get(1)),
        path(options.get("--before")),
        path(options.get("--after")),
        Optional.ofNullable(options.get("--approved")).map(Path::of),
        isApproving);
  }

  private static List<Path> path(@Nullable String classPath) throws UsageException {
    List<Path> entries = new ArrayList<>();
    if (classPath != null) {
      for (String entry : classPath.split(File.pathSeparator, -1)) {
        Path file = Path.of(entry);
        if (entry.isEmpty() || !Files.exists(file)) {
          throw new UsageException(
              "Expected directories and jars separated by '"
                  + File.pathSeparator
                  + "', but found nothing at '"
                  + entry
                  + "'.");
        }
        entries.add(file);
      }
    }
    return entries;
  }
}
