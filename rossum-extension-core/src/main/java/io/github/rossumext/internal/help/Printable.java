package io.github.rossumext.internal.help;

import java.util.stream.Collectors;

/**
 * Makes texts of others printable: the words of a request, such as an event, a header, a key or a
 * schema id. Log lines, exceptions and error bodies show such a text only in this form. The result
 * is short and has one line. None of its characters is invisible or changes the direction of the
 * text.
 */
public final class Printable {
  /** The maximum length of a word. */
  public static final int MAX_WORD = 80;

  /** The maximum length of a text: enough for every text of the library with three words in it. */
  public static final int MAX_TEXT = 1_000;

  /** The maximum length of several lines: enough for the text of a failed assertion. */
  public static final int MAX_LINES = 4_096;

  private static final String CUT = "…";

  private Printable() {}

  /**
   * Returns a word for a {@code key=value} pair without quotes: printable ASCII without blanks and
   * quotes. Each other character becomes a question mark.
   */
  public static String word(String text) {
    return ascii(text).replace(' ', '?').replace('"', '?');
  }

  /**
   * Returns a short text, such as the value of a header: printable ASCII. Each other character
   * becomes a question mark.
   */
  public static String ascii(String text) {
    StringBuilder ascii = new StringBuilder(start(text, MAX_WORD));
    for (int i = 0; i < ascii.length(); i++) {
      char c = ascii.charAt(i);
      if (c < ' ' || c >= 127) {
        ascii.setCharAt(i, '?');
      }
    }
    return ascii.toString();
  }

  /** Returns a word in single quotes, for the sentence of an exception. */
  public static String name(String text) {
    boolean isLong = text.length() > MAX_WORD;
    return "'" + clean(start(text, MAX_WORD)) + (isLong ? CUT : "") + "'";
  }

  /**
   * Returns a text of one line. Characters that do not print become question marks. The middle of a
   * long text is left out, because the end says what to do.
   */
  public static String text(String text) {
    if (text.length() <= MAX_TEXT) {
      return clean(text);
    }
    int end = MAX_TEXT / 2;
    return clean(start(text, MAX_TEXT - end - CUT.length()) + CUT + end(text, end));
  }

  /** Returns a {@linkplain #text text} in quotes, which can forge no {@code key=value} pair. */
  public static String quoted(String text) {
    return '"' + text(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /**
   * Returns a text that may have several lines. All lines after the first are indented, so that
   * none of them looks like a log line.
   */
  public static String lines(String text) {
    String most = text.length() <= MAX_LINES ? text : start(text, MAX_LINES) + CUT;
    return most.lines().map(Printable::clean).collect(Collectors.joining("\n    "));
  }

  private static String start(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splitsPair ? length - 1 : length);
  }

  private static String end(String text, int length) {
    int from = text.length() - length;
    return text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
  }

  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(prints(c) ? c : '?'));
    return clean.toString();
  }

  private static boolean prints(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
