package io.github.rossumext.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value, known by its place in bytes that have been parsed before. The first call for
 * members finds them and keeps them, unless the parser has noted them. Immutable and thread-safe,
 * if nobody writes into the bytes.
 */
public final class JsonSlice {
  /** An object without members. */
  public static final JsonSlice EMPTY_OBJECT = parse("{}");

  private final byte[] json;
  private final int from;
  private final int to;
  // Written without a lock: at worst, two threads find the same members.
  private volatile @Nullable Map<String, JsonSlice> members;

  JsonSlice(byte[] json, int from, int to) {
    this.json = json;
    this.from = from;
    this.to = to;
  }

  JsonSlice(byte[] json, int from, int to, Map<String, JsonSlice> members) {
    this(json, from, to);
    this.members = Collections.unmodifiableMap(members);
  }

  /**
   * Returns all these bytes as one value.
   *
   * @throws JsonException if they are not exactly one JSON value
   */
  public static JsonSlice parse(byte[] json) {
    JsonCursor cursor = JsonCursor.over(json);
    if (!cursor.next()) {
      throw new JsonException("no JSON value");
    }
    JsonSlice slice = cursor.isObject() ? object(cursor) : cursor.slice();
    if (!cursor.isAtEnd()) {
      throw new JsonException("more than one JSON value");
    }
    return slice;
  }

  /** Passes over an object, and notes its members, so that nobody passes over it for them. */
  private static JsonSlice object(JsonCursor cursor) {
    int from = cursor.start();
    boolean isKeyRepeated = false;
    Map<String, JsonSlice> members = new LinkedHashMap<>();
    for (String key = cursor.nextKey(); key != null; key = cursor.nextKey()) {
      isKeyRepeated |= members.put(key, cursor.slice()) != null;
    }
    // The one who asks for the members of an object with a repeated key gets the exception.
    return isKeyRepeated ? cursor.containerFrom(from) : cursor.containerFrom(from, members);
  }

  /**
   * Returns all this text as one value.
   *
   * @throws JsonException if it is not exactly one JSON value
   */
  public static JsonSlice parse(String json) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(json)) {
      throw new JsonException("broken JSON: half of a surrogate pair, which must be escaped");
    }
    return parse(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the value that starts at {@code from} of bytes that have been parsed before. */
  public static JsonSlice startingAt(byte[] json, int from) {
    JsonCursor cursor = JsonCursor.at(json, from);
    cursor.next();
    return cursor.slice();
  }

  /**
   * Returns the first member of an object with this key; null if it has no such member, or this is
   * not an object.
   */
  public @Nullable JsonSlice member(String key) {
    return member(json, from, key);
  }

  /**
   * Returns a member of the object that starts at {@code from} of bytes that have been parsed
   * before, or of an object within it; null if the key is missing. If several members have the key,
   * returns the first.
   */
  public static @Nullable JsonSlice member(byte[] json, int from, String... path) {
    JsonCursor cursor = JsonCursor.at(json, from);
    cursor.next();
    for (String wanted : path) {
      if (!cursor.isObject() || !moveTo(cursor, wanted)) {
        return null;
      }
    }
    return cursor.slice();
  }

  private static boolean moveTo(JsonCursor cursor, String wanted) {
    for (String key = cursor.nextKey(); key != null; key = cursor.nextKey()) {
      if (key.equals(wanted)) {
        return true;
      }
      cursor.skip();
    }
    return false;
  }

  /** Returns a cursor before this value, to pass over it once more. */
  public JsonCursor cursor() {
    return JsonCursor.at(json, from);
  }

  /** Returns the first byte of the value: <code>{</code>, {@code [}, a quote, and so on. */
  public char first() {
    return (char) json[from];
  }

  /** Returns the byte at which the value starts. */
  public int start() {
    return from;
  }

  /** Returns how many bytes the value takes. */
  public int length() {
    return to - from;
  }

  /** Returns the JSON text. */
  public String json() {
    return new String(json, from, to - from, StandardCharsets.UTF_8);
  }

  /**
   * Returns the scalar that starts at {@code from} of bytes that have been parsed before: a text
   * decoded, a number or literal as it is written; null for null, an object or a list.
   */
  public static @Nullable String scalar(byte[] json, int from) {
    if (json[from] == '"') {
      // Most scalars are texts without escapes, and the JSON was read before: no cursor is needed.
      int end = from + 1;
      while (json[end] != '"' && json[end] != '\\') {
        end++;
      }
      if (json[end] == '"') {
        return new String(json, from + 1, end - from - 1, StandardCharsets.UTF_8);
      }
    }
    JsonCursor cursor = JsonCursor.at(json, from);
    cursor.next();
    return cursor.isNull() || cursor.isObject() || cursor.isList() ? null : cursor.text();
  }

  /** Returns the same of this value. */
  public @Nullable String scalar() {
    return scalar(json, from);
  }

  /**
   * Returns the members of an object in their order; empty for anything else. Throws if a key is
   * repeated.
   */
  public Map<String, JsonSlice> members() {
    Map<String, JsonSlice> known = members;
    if (known == null) {
      known = Collections.unmodifiableMap(findMembers());
      members = known;
    }
    return known;
  }

  private Map<String, JsonSlice> findMembers() {
    if (first() != '{') {
      return Map.of();
    }
    Map<String, JsonSlice> found = new LinkedHashMap<>();
    JsonCursor cursor = JsonCursor.at(json, from);
    cursor.next();
    for (String key = cursor.nextKey(); key != null; key = cursor.nextKey()) {
      if (found.put(key, cursor.slice()) != null) {
        throw new JsonException("a key occurs twice in one object");
      }
    }
    return found;
  }

  /** Returns the elements of a list; empty for anything else. */
  public List<JsonSlice> elements() {
    if (first() != '[') {
      return List.of();
    }
    List<JsonSlice> found = new ArrayList<>();
    JsonCursor cursor = JsonCursor.at(json, from);
    cursor.next();
    while (cursor.next()) {
      found.add(cursor.slice());
    }
    return Collections.unmodifiableList(found);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonSlice that
        && Arrays.equals(json, from, to, that.json, that.from, that.to);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + json[i];
    }
    return hash;
  }
}
