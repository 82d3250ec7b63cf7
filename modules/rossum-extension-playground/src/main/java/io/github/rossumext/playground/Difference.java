package io.github.rossumext.playground;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that two builds of an extension do differently, or a failure of both. Immutable.
 *
 * @param step the step of a scenario after which it is first seen; {@code ""} for a recording
 * @param kind such as {@code field} or {@code message}
 * @param path where it is in the document; {@code ""} for the whole document
 * @param before what the build before does; empty if it does nothing of this kind there
 * @param after what the build after does
 */
record Difference(
    String step, String kind, String path, Optional<String> before, Optional<String> after) {
  /** Longer texts are cut. A hash tells whether their rest is the same. */
  private static final int MOST_CHARACTERS = 300;

  private static final int HASH_BYTES = 6;

  /** Returns it in one line, which is always the same for the same difference. */
  String line() {
    StringBuilder line = new StringBuilder();
    if (!step.isEmpty()) {
      step.chars().forEach(c -> append(line, c));
      line.append(": ");
    }
    line.append(kind).append(path.isEmpty() ? "" : " ").append(path).append(": ");
    line.append(shown(before));
    return isFailureOfBoth()
        ? line.append(" in both builds").toString()
        : line.append(" → ").append(shown(after)).toString();
  }

  /** Returns whether a request failed with both builds, in the same way. */
  boolean isFailureOfBoth() {
    return before.equals(after);
  }

  Difference withStep(String name) {
    return new Difference(name, kind, path, before, after);
  }

  private static String shown(Optional<String> text) {
    return text.map(Difference::quoted).orElse("(none)");
  }

  private static String quoted(String text) {
    boolean isLong = text.length() > MOST_CHARACTERS;
    StringBuilder quoted = new StringBuilder("\"");
    (isLong ? text.substring(0, MOST_CHARACTERS) : text).chars().forEach(c -> append(quoted, c));
    quoted.append('"');
    if (isLong) {
      quoted.append("… (").append(text.length()).append(" characters, sha256 ");
      quoted.append(hash(text)).append(')');
    }
    return quoted.toString();
  }

  private static void append(StringBuilder quoted, int c) {
    switch (c) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
          quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
        } else {
          quoted.append((char) c);
        }
      }
    }
  }

  /** Returns the start of a hash, which tells texts apart. */
  static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256.", e);
    }
  }
}
