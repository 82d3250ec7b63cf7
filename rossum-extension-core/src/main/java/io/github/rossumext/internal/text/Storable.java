package io.github.rossumext.internal.text;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts as Rossum can store them. It counts characters (code points), and can store neither NUL nor
 * half of a surrogate pair.
 */
public final class Storable {
  private static final char REPLACEMENT = '\uFFFD';

  /**
   * An escape in JSON: only one can be a character that Rossum cannot store. The groups are NUL and
   * half of a surrogate pair; a whole pair is in neither.
   */
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:(u0000)|u[dD][89abAB]..\\\\u[dD][c-fC-F]..|(u[dD][89a-fA-F]..)|.)");

  private Storable() {}

  /**
   * Returns the text as Rossum can store it: without NUL, and with U+FFFD for half of a surrogate
   * pair. A text that can be stored is returned as it is.
   */
  public static String repaired(String text) {
    int at = firstProblem(text, 0);
    if (at < 0) {
      return text;
    }
    StringBuilder repaired = new StringBuilder(text.length());
    int from = 0;
    for (; at >= 0; at = firstProblem(text, from)) {
      repaired.append(text, from, at);
      if (text.charAt(at) != 0) {
        repaired.append(REPLACEMENT);
      }
      from = at + 1;
    }
    return repaired.append(text, from, text.length()).toString();
  }

  /**
   * Returns valid JSON as Rossum can store it. Of its texts and keys, NUL is left out and half of a
   * surrogate pair becomes U+FFFD; all else stays byte for byte.
   */
  public static String repairedJson(String json) {
    return ESCAPE.matcher(json).replaceAll(Storable::repairedEscape);
  }

  private static String repairedEscape(MatchResult escape) {
    if (escape.group(1) != null) {
      return "";
    }
    return escape.group(2) != null
        ? String.valueOf(REPLACEMENT)
        : Matcher.quoteReplacement(escape.group());
  }

  /** Returns what Rossum cannot store of a text, with an article; empty if it can store it. */
  public static String problem(String text) {
    int at = firstProblem(text, 0);
    if (at < 0) {
      return "";
    }
    return text.charAt(at) == 0 ? "a NUL character" : "half of a surrogate pair";
  }

  /** Returns the first character from here that cannot be stored; negative if all can. */
  private static int firstProblem(String text, int from) {
    int length = text.length();
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return i;
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == length
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  /** Returns how many characters (code points) the text has. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Returns at most this many characters from the start of a text. No character is cut in two. */
  public static String start(String text, int most) {
    return text.length() <= most || length(text) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }
}
