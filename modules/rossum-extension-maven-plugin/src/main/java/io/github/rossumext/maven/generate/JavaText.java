package io.github.rossumext.maven.generate;

/** Writes texts of a schema into Java sources, whatever characters they have. */
final class JavaText {
  private JavaText() {}

  /** Returns a string literal in ASCII. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c < ' ' || c == 0x7F) {
        // Not as a Unicode escape: the compiler reads that of a line break as a line break.
        literal.append('\\').append(String.format("%03o", (int) c));
      } else if (c < 0x7F) {
        literal.append(c);
      } else {
        literal.append(String.format("\\u%04x", (int) c));
      }
    }
    return literal.append('"').toString();
  }

  /**
   * Returns a text as Javadoc shows it: in one line, no HTML, no tags, no end of the comment, no
   * Unicode escapes, and no characters that the reader would not see.
   */
  static String javadoc(String text) {
    return text.replaceAll("[\\p{C}\\s]+", " ")
        .strip()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("\\", "&#92;")
        .replace("*/", "*&#47;")
        .replace("{", "&#123;")
        .replace("}", "&#125;");
  }

  /** Returns a text as Javadoc shows it, with a period at the end; empty for an empty text. */
  static String sentence(String text) {
    String shown = javadoc(text);
    return shown.isEmpty() || shown.matches(".*[.!?]") ? shown : shown + ".";
  }
}
