package io.github.rossumext.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks once over JSON bytes and knows its place, so that a value can be read later. Not
 * thread-safe. Every method throws {@link JsonException} on bytes that are not JSON.
 */
public final class JsonCursor implements AutoCloseable {
  /** Before the first key of an object. */
  public static final int NO_KEY = -1;

  /** A key that was not expected. */
  public static final int OTHER_KEY = -2;

  /** After the last key of an object. */
  public static final int END = -3;

  private final byte[] json;
  private final int offset;
  private final JsonParser parser;

  private JsonCursor(byte[] json, int from, int to) {
    this.json = json;
    this.offset = from;
    this.parser = Json.parser(json, from, to);
  }

  /** Returns a cursor before the first value of all these bytes. */
  public static JsonCursor over(byte[] json) {
    return new JsonCursor(json, 0, json.length);
  }

  /**
   * Returns a cursor before the value that starts at {@code from}. It does not read what follows
   * that value.
   */
  public static JsonCursor at(byte[] json, int from) {
    return new JsonCursor(json, from, json.length);
  }

  /** Returns the bytes below the cursor; never changed. */
  public byte[] json() {
    return json;
  }

  /** Moves to the next value; false at the end of the list around it, or of all bytes. */
  public boolean next() {
    JsonToken found = move();
    return found != null && found != JsonToken.END_ARRAY && found != JsonToken.END_OBJECT;
  }

  private @Nullable JsonToken move() {
    try {
      return parser.nextToken();
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  /** Moves to the next member of the object around it: its key, or null at the object's end. */
  public @Nullable String nextKey() {
    try {
      String key = parser.nextFieldName();
      if (key != null) {
        parser.nextToken();
      }
      return key;
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
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
    try {
      int before = previous == OTHER_KEY ? NO_KEY : previous;
      int key = keys.successor(before);
      if (!parser.nextFieldName(keys.name(key))) {
        if (!parser.hasToken(JsonToken.FIELD_NAME)) {
          return END;
        }
        key = keys.found(before, parser.currentName());
      }
      parser.nextToken();
      return key;
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  /** Returns whether the current value is an object, whose members {@link #nextKey()} gives. */
  public boolean isObject() {
    return parser.hasToken(JsonToken.START_OBJECT);
  }

  /** Returns whether the current value is a list, whose elements {@link #next()} gives. */
  public boolean isList() {
    return parser.hasToken(JsonToken.START_ARRAY);
  }

  /** Returns whether the current value is a text. */
  public boolean isText() {
    return parser.hasToken(JsonToken.VALUE_STRING);
  }

  /** Returns whether the current value is null. */
  public boolean isNull() {
    return parser.hasToken(JsonToken.VALUE_NULL);
  }

  /** Returns the byte at which the current value starts. */
  public int start() {
    return offset + (int) parser.currentTokenLocation().getByteOffset();
  }

  /** Passes over the current value with all that is in it. */
  public void skip() {
    try {
      parser.skipChildren();
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  /** Passes over the current value and returns it as a slice. */
  public JsonSlice slice() {
    int start = start();
    skip();
    return new JsonSlice(json, start, end(start));
  }

  /** Returns the byte after the value that started at {@code start} and has been passed over. */
  int end(int start) {
    if (isText()) {
      // The parser reads a text that nobody needed only when it moves on.
      return Texts.endOfText(json, start);
    }
    if (parser.currentToken().isNumeric()) {
      // If white space follows a number without a list around it, the parser has read on.
      return Texts.endOfLiteral(json, start);
    }
    return offset + (int) parser.currentLocation().getByteOffset();
  }

  /** Returns the byte after the object or list whose end the cursor has just reached. */
  public int endOfContainer() {
    return offset + (int) parser.currentLocation().getByteOffset();
  }

  /**
   * Returns the object or list that started at {@code start} and whose end has just been reached.
   */
  public JsonSlice containerFrom(int start) {
    return new JsonSlice(json, start, endOfContainer());
  }

  /** Returns the current scalar as text: a string's text, a number or literal as it is written. */
  public String text() {
    try {
      String text = parser.getText();
      return text == null ? "" : text;
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  /** Returns whether the current scalar's text is this one. */
  public boolean textIs(char[] expected) {
    try {
      int from = parser.getTextOffset();
      int to = from + parser.getTextLength();
      return Arrays.equals(parser.getTextCharacters(), from, to, expected, 0, expected.length);
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  /**
   * Returns the same as {@link #text()}, but one instance for equal texts: for the words of a
   * schema.
   */
  public String recurringText() {
    try {
      return Texts.recurring(
          parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  /**
   * Returns the current value as a whole 64-bit number; it may be a text.
   *
   * @param what names the value in the error
   */
  public long wholeNumber(String what) {
    try {
      if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
        return parser.getLongValue();
      }
      if (isText()) {
        return Long.parseLong(parser.getText());
      }
    } catch (IOException | NumberFormatException e) {
      throw new JsonException(what + " is not a 64-bit number", start());
    }
    throw new JsonException(what + " is not a number", start());
  }

  private static JsonException unreadable(Exception e) {
    if (e instanceof IOException problem) {
      return Json.problem(problem);
    }
    // A parser that trips over hostile input must still end as a clean rejection.
    return e instanceof JsonException known
        ? known
        : new JsonException("unreadable JSON (" + e.getClass().getSimpleName() + ")");
  }

  /** Returns whether nothing but white space follows. */
  public boolean isAtEnd() {
    return move() == null;
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw Json.problem(e);
    }
  }
}
