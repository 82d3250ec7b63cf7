package io.github.rossumext.maven.project;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads and lists files, and says which one could not be read. */
public final class ProjectFiles {
  private ProjectFiles() {}

  /** Returns the text of a file, without a byte order mark. */
  public static String text(Path path) {
    try {
      String text = Files.readString(path);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new GoalException(path + " is not UTF-8. Save it as UTF-8.", e);
    } catch (IOException e) {
      throw new GoalException(path + " cannot be read: " + e + ".", e);
    }
  }

  /** Returns the files of a directory whose names end so, by name; none if it is missing. */
  public static List<Path> list(Path directory, String suffix) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).endsWith(suffix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new GoalException(directory + " cannot be read: " + e + ".", e);
    }
  }
}
