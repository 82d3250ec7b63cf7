package io.github.rossumext.internal.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts out of JSON bytes: decoding one by its place, one instance for those that recur, numbers.
 */
public final class Texts {
  private static final int TABLE_SIZE = 1024;
  private static final int MAX_RECURRING = 64;

  // Shared by all requests, whose schema ids are the same day after day. Written without a lock: an
  // entry is immutable, and a lost one costs one more String.
  private static final @Nullable Known[] TABLE = new @Nullable Known[TABLE_SIZE];

  private static final class Known {
    final char[] characters;
    final String text;

    Known(char[] characters, String text) {
      this.characters = characters;
      this.text = text;
    }
  }

  private Texts() {}

  /**
   * Returns the text of these characters; equal short ones give the same instance more often than
   * not. Use it for words of a schema only, because the last ones stay in memory.
   */
  static String recurring(char[] characters, int from, int length) {
    if (length == 0 || length > MAX_RECURRING) {
      return new String(characters, from, length);
    }
    // A few characters tell the texts of one document apart; a clash costs one more String.
    int hash = length;
    hash = 31 * hash + characters[from];
    hash = 31 * hash + characters[from + length / 2];
    hash = 31 * hash + characters[from + length - 1];
    int slot = (hash ^ (hash >>> 10)) & (TABLE_SIZE - 1);
    Known known = TABLE[slot];
    int to = from + length;
    if (known != null
        && Arrays.equals(known.characters, 0, known.characters.length, characters, from, to)) {
      return known.text;
    }
    String text = new String(characters, from, length);
    TABLE[slot] = new Known(Arrays.copyOfRange(characters, from, to), text);
    return text;
  }

  /**
   * Returns the scalar that starts at {@code start} of valid JSON: a text decoded, a number or
   * literal as it is written; null for {@code null}, an object or a list.
   */
  public static @Nullable String scalar(byte[] json, int start) {
    return switch (json[start]) {
      case '"' -> text(json, start);
      case 'n', '{', '[' -> null;
      default ->
          new String(json, start, endOfLiteral(json, start) - start, StandardCharsets.US_ASCII);
    };
  }

  private static String text(byte[] json, int start) {
    int at = start + 1;
    while (json[at] != '"') {
      if (json[at] == '\\') {
        try (JsonCursor cursor = JsonCursor.at(json, start)) {
          cursor.next();
          return cursor.text();
        }
      }
      at++;
    }
    return new String(json, start + 1, at - start - 1, StandardCharsets.UTF_8);
  }

  /** Returns the byte after the text that starts at {@code start} of valid JSON. */
  static int endOfText(byte[] json, int start) {
    int at = start + 1;
    while (at < json.length && json[at] != '"') {
      at += json[at] == '\\' ? 2 : 1;
    }
    if (at >= json.length) {
      throw new JsonException("broken JSON: a text without an end", start);
    }
    return at + 1;
  }

  /**
   * Returns the byte after the number, or other literal, that starts at {@code start} of valid
   * JSON.
   */
  static int endOfLiteral(byte[] json, int start) {
    int at = start;
    while (at < json.length && ",]} \t\r\n".indexOf(json[at]) < 0) {
      at++;
    }
    return at;
  }

  /**
   * Returns a plain decimal, with an optional exponent of at most two digits; null for anything
   * else. The limit keeps {@code 1E999999999} from becoming a gigabyte of digits when it is written
   * out.
   */
  public static @Nullable BigDecimal number(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.length() > Json.MAX_NUMBER_LENGTH) {
      return null;
    }
    int exponent = -1;
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      if (c == 'e' || c == 'E') {
        exponent = i;
      } else if (c != '+' && c != '-' && c != '.' && (c < '0' || c > '9')) {
        return null;
      }
    }
    if (exponent >= 0 && digitsAfter(stripped, exponent) > 2) {
      return null;
    }
    try {
      return new BigDecimal(stripped);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static int digitsAfter(String number, int exponent) {
    int digits = number.length() - exponent - 1;
    boolean isSigned = digits > 0 && "+-".indexOf(number.charAt(exponent + 1)) >= 0;
    return isSigned ? digits - 1 : digits;
  }
}
