package io.github.rossumext.playground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The file of differences that somebody approved: the name of each document in a line, its
 * differences in lines that start with two spaces, and comments after {@code #}. A name that could
 * be something else starts with a backslash. Not thread-safe.
 */
final class Approvals {
  private static final String HEAD =
      "# What may differ between the builds. Written by Compare --approve.\n";

  private static final String INDENT = "  ";

  private final Map<String, Set<String>> left;

  private Approvals(Map<String, Set<String>> left) {
    this.left = left;
  }

  static Approvals none() {
    return new Approvals(new LinkedHashMap<>());
  }

  /**
   * Returns the approvals of a file; none if it does not exist yet.
   *
   * @throws IllegalArgumentException if a line is not of such a file
   */
  static Approvals read(Path file) throws IOException {
    Map<String, Set<String>> approved = new LinkedHashMap<>();
    if (!Files.exists(file)) {
      return new Approvals(approved);
    }
    Set<String> lines = null;
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (line.startsWith(INDENT) && lines != null) {
        lines.add(line.substring(INDENT.length()));
      } else if (line.startsWith(INDENT)) {
        throw new IllegalArgumentException(
            file + ":" + number + ": expected a document before its differences.");
      } else if (!line.isBlank() && !line.startsWith("#")) {
        lines = approved.computeIfAbsent(line, document -> new LinkedHashSet<>());
      }
    }
    return new Approvals(approved);
  }

  /** Returns the differences that are not approved. Those that are count as found. */
  List<String> open(DocumentResult result) {
    Set<String> approved = left.getOrDefault(line(result.document()), new LinkedHashSet<>());
    List<String> open = result.lines().stream().filter(line -> !approved.contains(line)).toList();
    approved.removeAll(result.lines());
    return open;
  }

  /** Returns what is approved and was not found, by the lines of the documents. */
  Map<String, Set<String>> left() {
    left.values().removeIf(Set::isEmpty);
    return left;
  }

  /** Returns the text of a result, here and in the output. */
  static String text(String document, List<String> lines) {
    return textOfLine(line(document), lines);
  }

  /** Returns the text of approved differences. */
  static String textOfLine(String document, List<String> lines) {
    StringBuilder text = new StringBuilder(document).append('\n');
    lines.forEach(line -> text.append(INDENT).append(line).append('\n'));
    return text.toString();
  }

  /** Returns the line of a document: neither blank, nor a comment, nor a difference. */
  private static String line(String document) {
    String line = document.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    return line.isBlank() || line.startsWith("#") || line.startsWith(" ") ? "\\" + line : line;
  }

  /** Writes the approvals of a whole comparison. */
  static void write(Path file, List<String> texts) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(file, HEAD + String.join("", texts), StandardCharsets.UTF_8);
  }
}
