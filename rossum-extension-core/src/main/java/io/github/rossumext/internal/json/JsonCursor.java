package io.github.rossumext.internal.json;

import io.github.rossumext.internal.text.Numbers;
import io.github.rossumext.internal.text.Recurring;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks over JSON bytes once and knows the place of each value, so that the value can be read
 * later. The same walk checks the grammar, the limits, and that every text is UTF-8. Not
 * thread-safe. Every method that moves throws {@link JsonException} on bytes that are not JSON.
 *
 * <p>It is a plain loop over the bytes. Most extensions are idle, so the fifth request, before the
 * JIT has compiled much, matters more than the ten thousandth.
 */
public final class JsonCursor {
  /** Objects and lists within one another; a hook payload needs about a dozen. */
  public static final int MAX_DEPTH = 200;

  /** Bytes of one key. */
  public static final int MAX_NAME_LENGTH = 10_000;

  /** Different keys of one request; a large document has about a hundred. */
  public static final int MAX_DIFFERENT_KEYS = 10_000;

  /** Before the first key of an object. */
  public static final int NO_KEY = -1;

  /** A key that was not expected. */
  public static final int OTHER_KEY = -2;

  /** After the last key of an object. */
  public static final int END = -3;

  private enum Kind {
    NOTHING,
    OBJECT,
    LIST,
    TEXT,
    NUMBER,
    LITERAL,
    NULL
  }

  private final byte[] json;
  // The next byte. After a scalar, that is the byte after it.
  private int at;

  // The current value.
  private Kind kind = Kind.NOTHING;
  private int start;
  private boolean hasEscapes;

  // The closing bracket of each object and list around the cursor, the innermost last.
  private byte[] closers = new byte[16];
  private int depth;
  private boolean isFirst;

  // Counts the keys of bytes that were not read before. Expected keys do not count.
  private final @Nullable KeyCount keyCount;

  private JsonCursor(byte[] json, int from, @Nullable KeyCount keyCount) {
    this.json = json;
    this.at = from;
    this.keyCount = keyCount;
  }

  /** Returns a cursor before the first value of all these bytes, after a byte order mark. */
  public static JsonCursor over(byte[] json) {
    return new JsonCursor(json, isMarked(json) ? 3 : 0, new KeyCount());
  }

  /** Returns whether a byte order mark comes first: some editors and libraries write one. */
  private static boolean isMarked(byte[] json) {
    return json.length >= 3
        && json[0] == (byte) 0xEF
        && json[1] == (byte) 0xBB
        && json[2] == (byte) 0xBF;
  }

  /**
   * Returns a cursor before the value that starts at {@code from}. It does not read what follows
   * that value.
   */
  public static JsonCursor at(byte[] json, int from) {
    return new JsonCursor(json, from, null);
  }

  /** Returns the bytes that the cursor reads. Nobody changes them. */
  public byte[] json() {
    return json;
  }

  /** Moves to the next value; false at the end of the list around it, or of all bytes. */
  public boolean next() {
    if (depth == 0 ? isAtEnd() : !hasMember()) {
      return false;
    }
    value();
    return true;
  }

  /** Moves to the next member of the object around it: its key, or null at the object's end. */
  public @Nullable String nextKey() {
    if (!hasMember()) {
      return null;
    }
    String key = key();
    colonAndValue();
    return key;
  }

  /**
   * Moves to the next member of the object around it, of a kind whose keys are known.
   *
   * @param previous what this method returned for the member before; {@link #NO_KEY} at the
   *     beginning
   * @return the index of the key; {@link #OTHER_KEY} if it is none of them; {@link #END} at the
   *     object's end
   */
  public int nextKey(ExpectedKeys keys, int previous) {
    if (!hasMember()) {
      return END;
    }
    int before = previous == OTHER_KEY ? NO_KEY : previous;
    int key = keys.successor(before);
    byte[] quoted = keys.quoted(key);
    int end = at + quoted.length;
    if (end <= json.length && Arrays.equals(json, at, end, quoted, 0, quoted.length)) {
      at = end;
    } else {
      key = keys.found(before, key());
    }
    colonAndValue();
    return key;
  }

  /** Returns whether the current value is an object, whose members {@link #nextKey()} gives. */
  public boolean isObject() {
    return kind == Kind.OBJECT;
  }

  /** Returns whether the current value is a list, whose elements {@link #next()} gives. */
  public boolean isList() {
    return kind == Kind.LIST;
  }

  /** Returns whether the current value is a text. */
  public boolean isText() {
    return kind == Kind.TEXT;
  }

  /** Returns whether the current value is null. */
  public boolean isNull() {
    return kind == Kind.NULL;
  }

  /** Returns the byte at which the current value starts. */
  public int start() {
    return start;
  }

  /** Passes over the current value with all that is in it. */
  public void skip() {
    if (!isObject() && !isList()) {
      return;
    }
    int outside = depth - 1;
    while (depth > outside) {
      boolean isInObject = closers[depth - 1] == '}';
      if (hasMember()) {
        if (isInObject) {
          passKey();
          colonAndValue();
        } else {
          value();
        }
      }
    }
  }

  /** Passes over the current value and returns it as a slice. */
  public JsonSlice slice() {
    int from = start;
    skip();
    return new JsonSlice(json, from, at);
  }

  /**
   * Returns the object or list that started at {@code from} and whose end has just been reached.
   */
  public JsonSlice containerFrom(int from) {
    return new JsonSlice(json, from, at);
  }

  /** Returns the same object, whose members this pass has noted already. */
  public JsonSlice containerFrom(int from, Map<String, JsonSlice> members) {
    return new JsonSlice(json, from, at, members);
  }

  /** Returns the current scalar as text: a string's text, a number or literal as it is written. */
  public String text() {
    if (!isText()) {
      return new String(json, start, at - start, StandardCharsets.US_ASCII);
    }
    return hasEscapes
        ? Texts.unescaped(json, start + 1, at - 1)
        : new String(json, start + 1, at - start - 2, StandardCharsets.UTF_8);
  }

  /** Returns whether the current scalar's text is this word of ASCII characters. */
  public boolean textIs(String word) {
    int quote = isText() ? 1 : 0;
    if (hasEscapes) {
      return text().equals(word);
    }
    if (at - start - 2 * quote != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (json[start + quote + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the same as {@link #text()}, but one instance for equal texts: use it for the words of
   * a schema.
   */
  public String recurringText() {
    return isText() && !hasEscapes ? Recurring.text(json, start + 1, at - 1) : text();
  }

  /**
   * Returns the current value as a whole 64-bit number; it may be a text.
   *
   * @param what names the value in the error
   */
  public long wholeNumber(String what) {
    if (kind != Kind.NUMBER && kind != Kind.TEXT) {
      throw new JsonException(what + " is not a number", start);
    }
    try {
      if (hasEscapes) {
        byte[] text = text().getBytes(StandardCharsets.UTF_8);
        return Numbers.wholeNumber(text, 0, text.length);
      }
      int quote = isText() ? 1 : 0;
      return Numbers.wholeNumber(json, start + quote, at - quote);
    } catch (ArithmeticException e) {
      throw new JsonException(what + " is not a 64-bit number", start);
    }
  }

  /** Returns whether nothing but white space follows. */
  public boolean isAtEnd() {
    while (at < json.length && isSpace(json[at])) {
      at++;
    }
    return at == json.length;
  }

  /** Moves to the next member of the innermost object or list, or passes over its end. */
  private boolean hasMember() {
    byte closer = closers[depth - 1];
    byte next = peek();
    if (next == closer) {
      at++;
      depth--;
      kind = Kind.NOTHING;
      isFirst = false;
      return false;
    }
    if (!isFirst) {
      expect(',');
      peek();
    }
    isFirst = false;
    return true;
  }

  private void colonAndValue() {
    peek();
    expect(':');
    value();
  }

  private String key() {
    passKey();
    return text();
  }

  private void passKey() {
    if (json[at] != '"') {
      throw broken(at);
    }
    kind = Kind.TEXT;
    start = at;
    passText();
    if (at - start - 2 > MAX_NAME_LENGTH) {
      throw beyond(MAX_NAME_LENGTH, "bytes in a key");
    }
    if (keyCount != null && !keyCount.add(json, start + 1, at - 1)) {
      throw beyond(MAX_DIFFERENT_KEYS, "different keys");
    }
  }

  private void value() {
    byte first = peek();
    start = at;
    hasEscapes = false;
    switch (first) {
      case '"' -> {
        kind = Kind.TEXT;
        passText();
      }
      case '{' -> enter(Kind.OBJECT, (byte) '}');
      case '[' -> enter(Kind.LIST, (byte) ']');
      case 't' -> literal(Kind.LITERAL, "true");
      case 'f' -> literal(Kind.LITERAL, "false");
      case 'n' -> literal(Kind.NULL, "null");
      default -> {
        kind = Kind.NUMBER;
        passNumber();
      }
    }
  }

  private void enter(Kind container, byte closer) {
    if (depth == MAX_DEPTH) {
      throw beyond(MAX_DEPTH, "levels of depth");
    }
    if (depth == closers.length) {
      closers = Arrays.copyOf(closers, 2 * depth);
    }
    closers[depth++] = closer;
    at++;
    kind = container;
    isFirst = true;
  }

  private void literal(Kind literal, String word) {
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
    kind = literal;
  }

  private void passNumber() {
    if (json[at] == '-') {
      at++;
    }
    int first = at;
    passDigits();
    if (json[first] == '0' && at > first + 1) {
      throw broken(first + 1);
    }
    if (at < json.length && json[at] == '.') {
      at++;
      passDigits();
    }
    if (at < json.length && (json[at] == 'e' || json[at] == 'E')) {
      at++;
      if (at < json.length && (json[at] == '+' || json[at] == '-')) {
        at++;
      }
      passDigits();
    }
    if (at - first > Numbers.MAX_LENGTH) {
      throw beyond(Numbers.MAX_LENGTH, "characters in a number");
    }
  }

  private void passDigits() {
    int first = at;
    while (at < json.length && json[at] >= '0' && json[at] <= '9') {
      at++;
    }
    if (at == first) {
      throw broken(at);
    }
  }

  private void passText() {
    int next = at + 1;
    hasEscapes = false;
    while (next < json.length) {
      byte b = json[next];
      if (b == '"') {
        at = next + 1;
        return;
      }
      if (b == '\\') {
        hasEscapes = true;
        next = Texts.afterEscape(json, next);
      } else if (b < 0) {
        next = Texts.afterCharacter(json, next);
      } else if (b < ' ') {
        throw broken(next);
      } else {
        next++;
      }
    }
    throw broken(json.length);
  }

  /** Passes over white space and returns the byte after it. */
  private byte peek() {
    int next = at;
    while (next < json.length) {
      byte b = json[next];
      if (b > ' ') {
        at = next;
        return b;
      }
      if (!isSpace(b)) {
        break;
      }
      next++;
    }
    throw broken(next);
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private void expect(char expected) {
    if (at == json.length || json[at] != expected) {
      throw broken(at);
    }
    at++;
  }

  static JsonException broken(int at) {
    return new JsonException("broken JSON", at);
  }

  private JsonException beyond(int limit, String what) {
    return new JsonException("JSON beyond the limits: more than " + limit + " " + what, at);
  }
}
