package io.github.rossumext.playground;

import java.util.Locale;

/** Texts in the source code of a test. */
final class JavaText {
  private JavaText() {}

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
