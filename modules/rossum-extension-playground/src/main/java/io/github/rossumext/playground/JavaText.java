package io.github.rossumext.playground;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Texts in the source code of a test. */
final class JavaText {
  private JavaText() {}

  /**
   * Returns a value of an open enum as Java writes it: a constant if there is one.
   *
   * @param type the simple name of its type
   */
  static String constant(String type, String value, boolean isKnown) {
    return isKnown
        ? type + "." + value.toUpperCase(Locale.ROOT)
        : "new " + type + "(" + literal(value) + ")";
  }

  /** Returns texts as Java writes them as arguments. */
  static String literals(List<String> texts) {
    return texts.stream().map(JavaText::literal).collect(Collectors.joining(", "));
  }

  /** Returns a text as Java writes it. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                  if (c < ' ' || c >= 127) {
                    literal.append(String.format(Locale.ROOT, "\\u%04x", c));
                  } else {
                    literal.append((char) c);
                  }
                }
              }
            });
    return literal.append('"').toString();
  }
}
