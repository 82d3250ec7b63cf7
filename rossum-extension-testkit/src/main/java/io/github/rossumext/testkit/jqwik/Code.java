package io.github.rossumext.testkit.jqwik;

/** Texts as literals of Java code. */
final class Code {
  /** The most equal characters that a literal shows. A longer run is a repetition. */
  private static final int LONGEST_RUN = 40;

  private Code() {}

  static String text(String text) {
    boolean isRun = text.length() > LONGEST_RUN && text.chars().distinct().count() == 1;
    return isRun ? quoted(text.substring(0, 1)) + ".repeat(" + text.length() + ")" : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder code = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(code, c));
    return code.append('"').toString();
  }

  private static void append(StringBuilder code, int c) {
    switch (c) {
      case '"' -> code.append("\\\"");
      case '\\' -> code.append("\\\\");
      case '\n' -> code.append("\\n");
      case '\t' -> code.append("\\t");
      case '\r' -> code.append("\\r");
      default -> {
        if (isPlain(c)) {
          code.appendCodePoint(c);
        } else {
          for (char unit : Character.toChars(c)) {
            code.append(String.format("\\u%04x", (int) unit));
          }
        }
      }
    }
  }

  // Escapes characters that are invisible or change the direction of the text after them.
  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
