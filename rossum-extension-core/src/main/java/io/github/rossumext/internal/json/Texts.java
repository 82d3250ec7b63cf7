package io.github.rossumext.internal.json;

import java.nio.charset.StandardCharsets;

/** The texts of JSON bytes: their escapes and their UTF-8. */
final class Texts {
  private Texts() {}

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
    boolean isCharacter =
        switch (length) {
          case 2 -> first >= 0xC2 && isWithin(json, at + 1, 0x80, 0xBF);
          case 3 ->
              isWithin(json, at + 1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF)
                  && isWithin(json, at + 2, 0x80, 0xBF);
          default ->
              first <= 0xF4
                  && isWithin(
                      json, at + 1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF)
                  && isWithin(json, at + 2, 0x80, 0xBF)
                  && isWithin(json, at + 3, 0x80, 0xBF);
        };
    if (!isCharacter) {
      throw new JsonException("not UTF-8", at);
    }
    return at + length;
  }

  private static boolean isWithin(byte[] json, int at, int least, int most) {
    return at < json.length && (json[at] & 0xFF) >= least && (json[at] & 0xFF) <= most;
  }
}
