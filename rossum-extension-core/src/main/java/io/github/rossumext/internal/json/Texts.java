package io.github.rossumext.internal.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
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
    final byte[] bytes;
    final String text;

    Known(byte[] bytes, String text) {
      this.bytes = bytes;
      this.text = text;
    }
  }

  private Texts() {}

  /**
   * Returns the text between two quotes, which has no escapes. Equal short texts give the same
   * instance more often than not. Use it for words of a schema only, because the last ones stay in
   * memory.
   */
  static String recurring(byte[] json, int from, int to) {
    int length = to - from;
    if (length == 0 || length > MAX_RECURRING) {
      return new String(json, from, length, StandardCharsets.UTF_8);
    }
    // A few bytes tell the texts of one document apart; a clash costs one more String.
    int hash = length;
    hash = 31 * hash + json[from];
    hash = 31 * hash + json[from + length / 2];
    hash = 31 * hash + json[to - 1];
    int slot = (hash ^ (hash >>> 10)) & (TABLE_SIZE - 1);
    Known known = TABLE[slot];
    if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, json, from, to)) {
      return known.text;
    }
    String text = new String(json, from, length, StandardCharsets.UTF_8);
    TABLE[slot] = new Known(Arrays.copyOfRange(json, from, to), text);
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
    boolean hasEscapes = false;
    while (json[at] != '"') {
      boolean isEscape = json[at] == '\\';
      hasEscapes |= isEscape;
      at += isEscape ? 2 : 1;
    }
    return hasEscapes
        ? unescaped(json, start + 1, at)
        : new String(json, start + 1, at - start - 1, StandardCharsets.UTF_8);
  }

  /** Returns the text between two quotes of valid JSON. */
  static String unescaped(byte[] json, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    int copied = from;
    int at = from;
    while (at < to) {
      if (json[at] != '\\') {
        at++;
        continue;
      }
      text.append(new String(json, copied, at - copied, StandardCharsets.UTF_8));
      switch (json[at + 1]) {
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case 't' -> text.append('\t');
        case 'u' -> {
          int unit = 0;
          for (int i = at + 2; i < at + 6; i++) {
            unit = 16 * unit + Character.digit(json[i], 16);
          }
          text.append((char) unit);
          at += 4;
        }
        default -> text.append((char) json[at + 1]);
      }
      at += 2;
      copied = at;
    }
    return text.append(new String(json, copied, to - copied, StandardCharsets.UTF_8)).toString();
  }

  /**
   * Returns the byte after the escape that starts at {@code at}.
   *
   * @throws JsonException if it is not an escape
   */
  static int afterEscape(byte[] json, int at) {
    int next = at + 1;
    if (next < json.length && json[next] == 'u') {
      for (int i = 0; i < 4; i++) {
        next++;
        if (next >= json.length || Character.digit(json[next], 16) < 0) {
          throw JsonCursor.broken(next);
        }
      }
    } else if (next >= json.length || "\"\\/bfnrt".indexOf(json[next]) < 0) {
      throw JsonCursor.broken(next);
    }
    return next + 1;
  }

  /**
   * Returns the byte after the character of several bytes that starts at {@code at}.
   *
   * @throws JsonException if the bytes are not UTF-8: too few, too many for their character, half
   *     of a surrogate pair, or beyond Unicode
   */
  static int afterCharacter(byte[] json, int at) {
    int first = json[at] & 0xFF;
    int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first < 0xC2 || first > 0xF4 || at + length > json.length) {
      throw new JsonException("not UTF-8", at);
    }
    int second = json[at + 1] & 0xFF;
    int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    boolean isCharacter = second >= least && second <= most;
    for (int i = at + 2; i < at + length; i++) {
      isCharacter &= (json[i] & 0xC0) == 0x80;
    }
    if (!isCharacter) {
      throw new JsonException("not UTF-8", at);
    }
    return at + length;
  }

  /**
   * Returns the whole number that these bytes are, in the spelling of an {@linkplain #id id}.
   *
   * @throws ArithmeticException if they are anything else, or it has more than 64 bits
   */
  static long wholeNumber(byte[] json, int from, int to) {
    boolean isNegative = from < to && json[from] == '-';
    int at = isNegative ? from + 1 : from;
    if (at == to || (json[at] == '0' && to - from > 1)) {
      throw new ArithmeticException("no digits, or a zero before them");
    }
    // Below zero, because there is one number more there.
    long negated = 0;
    while (at < to) {
      int digit = json[at++] - '0';
      if (digit < 0 || digit > 9) {
        throw new ArithmeticException("not a digit");
      }
      negated = Math.subtractExact(Math.multiplyExact(negated, 10), digit);
    }
    return isNegative ? negated : Math.negateExact(negated);
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
   * Returns a plain decimal, with an optional exponent; null for anything else, and for a number
   * beyond the {@linkplain #limited limit}.
   */
  public static @Nullable BigDecimal number(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.length() > Json.MAX_NUMBER_LENGTH) {
      return null;
    }
    for (int i = 0; i < stripped.length(); i++) {
      // BigDecimal takes the digits of every script.
      if ("0123456789.+-eE".indexOf(stripped.charAt(i)) < 0) {
        return null;
      }
    }
    try {
      return limited(new BigDecimal(stripped));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Returns a number that has at most {@value Json#MAX_NUMBER_LENGTH} digits when it is written
   * out; null if it has more. The limit keeps {@code 1E999999999} from becoming a gigabyte of
   * digits. A zero beyond the limit is a plain zero: its exponent changes nothing.
   */
  public static @Nullable BigDecimal limited(BigDecimal number) {
    long scale = number.scale();
    long digits = Math.max(number.precision(), 1 + scale) + Math.max(0, -scale);
    if (digits <= Json.MAX_NUMBER_LENGTH) {
      return number;
    }
    return number.signum() == 0 ? BigDecimal.ZERO : null;
  }

  /**
   * Returns an id: a whole number in plain ASCII digits, as Rossum writes it. Empty for anything
   * else, such as {@code +5}, {@code 05} or the digits of another script, so that an id has one
   * spelling.
   */
  public static OptionalLong id(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return OptionalLong.of(wholeNumber(bytes, 0, bytes.length));
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }
}
