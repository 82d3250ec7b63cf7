package io.github.rossumext.value;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.help.Binding;
import io.github.rossumext.internal.help.UnreadKey;
import io.github.rossumext.internal.json.JsonCursor;
import io.github.rossumext.internal.json.JsonException;
import io.github.rossumext.internal.json.JsonSlice;
import io.github.rossumext.internal.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A JSON value as Rossum sent it. You can read it as text, or as your own type. It does not print
 * its content: {@link #toString()} shows kind and size. Immutable and thread-safe.
 *
 * <p>A key goes into the component with its name; case, {@code _} and {@code -} do not count.
 * {@link Key} gives a component another key. A missing key throws. Unknown keys are ignored, but
 * one that is near a component without a key is logged once. One text or number is a list of one.
 * On the module path, the package of your type must be open to {@code
 * com.fasterxml.jackson.databind}.
 */
public final class RawJson {
  /** An object without members. */
  public static final RawJson EMPTY_OBJECT = new RawJson(JsonSlice.EMPTY_OBJECT);

  static {
    Access.open(JsonSlice.class, RawJson.class, RawJson::new);
    Access.open(RawJson.class, JsonCursor.class, json -> json.slice.cursor());
    Access.open(RawJson.class, JsonSlice.class, json -> json.slice);
    Access.open(Object.class, RawJson.class, RawJson::ofValue);
    Access.open(RawJson.class, Binding.class, RawJson::binding);
  }

  private final JsonSlice slice;

  RawJson(JsonSlice slice) {
    this.slice = slice;
  }

  /**
   * Returns the value of this JSON text.
   *
   * @throws IllegalArgumentException if the text is not one JSON value
   */
  public static RawJson of(String json) {
    try {
      return new RawJson(JsonSlice.parse(json));
    } catch (JsonException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * Returns the value of this JSON in UTF-8, such as the body of a response of Rossum's API. The
   * bytes are not copied: do not write into them afterwards.
   *
   * @throws IllegalArgumentException if the bytes are not one JSON value
   */
  public static RawJson of(byte[] json) {
    try {
      return new RawJson(JsonSlice.parse(json));
    } catch (JsonException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Returns the JSON text, byte for byte as it came. It may hold secrets. */
  public String text() {
    return slice.json();
  }

  /** Returns whether it is an object. */
  public boolean isObject() {
    return slice.first() == '{';
  }

  /** Returns whether it is a list. */
  public boolean isList() {
    return slice.first() == '[';
  }

  /** Returns whether it is {@code null}. */
  public boolean isNull() {
    return slice.first() == 'n';
  }

  /**
   * Returns a text, number, true or false as text; empty for {@code null}, an object or a list.
   * Numbers keep the digits that they came with.
   */
  public Optional<String> scalar() {
    return Optional.ofNullable(slice.scalar());
  }

  /**
   * Returns the keys of an object in their order; none for anything else.
   *
   * @throws BindingException if a key occurs twice in the object
   */
  public Set<String> keys() {
    return members().keySet();
  }

  /**
   * Returns the value of a key; empty if this is not an object or has no such key.
   *
   * @throws BindingException if a key occurs twice in the object
   */
  public Optional<RawJson> find(String key) {
    return Optional.ofNullable(members().get(key)).map(RawJson::new);
  }

  private Map<String, JsonSlice> members() {
    try {
      return slice.members();
    } catch (JsonException e) {
      throw new BindingException("", String.valueOf(e.getMessage()));
    }
  }

  /**
   * Returns an object without some of its keys. The values of the others keep every character. If
   * this is not an object, returns it unchanged.
   *
   * @throws BindingException if a key occurs twice in the object
   */
  public RawJson without(Set<String> keys) {
    if (!isObject()) {
      return this;
    }
    try {
      JsonWriter json = new JsonWriter().object();
      for (Map.Entry<String, JsonSlice> member : members().entrySet()) {
        if (!keys.contains(member.getKey())) {
          json.raw(member.getKey(), member.getValue().json());
        }
      }
      return new RawJson(JsonSlice.parse(json.endObject().bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed.", e);
    }
  }

  /** Returns the elements of a list; none for anything else. */
  public List<RawJson> elements() {
    return slice.elements().stream().map(RawJson::new).toList();
  }

  /**
   * Returns the value as your record, map, list or scalar.
   *
   * @throws BindingException if it does not fit; the message names the path and what was expected
   * @throws IllegalArgumentException if two components of a record match one key
   * @throws IllegalStateException if the package of your type is not open to Jackson; the message
   *     has the line to add to {@code module-info.java}
   */
  public <T> T as(Class<T> type) {
    return binding().as(type, unread -> report(unread, type));
  }

  /**
   * Returns the elements of a list, each as your type; one text or number is a list of one.
   *
   * @throws BindingException if it does not fit; the message names the path and what was expected
   * @throws IllegalArgumentException if two components of a record match one key
   * @throws IllegalStateException if the package of your type is not open to Jackson; the message
   *     has the line to add to {@code module-info.java}
   */
  public <T> List<T> asListOf(Class<T> type) {
    Binder.Bound<List<T>> bound = Binder.bindList(slice, type);
    bound.unread().forEach(unread -> report(unread, type));
    return bound.value();
  }

  /**
   * Returns a copy of the defaults, in which the values of this object replace the defaults.
   * Objects within objects are merged in the same way. A list replaces the whole list.
   *
   * @throws BindingException if it does not fit; the message names the path and what was expected
   * @throws IllegalArgumentException if two components of a record match one key
   * @throws IllegalStateException if the package of your type is not open to Jackson; the message
   *     has the line to add to {@code module-info.java}
   */
  public <T> T over(T defaults) {
    return binding().over(defaults, unread -> report(unread, defaults.getClass()));
  }

  private static void report(UnreadKey unread, Class<?> type) {
    unread.report(UnreadKey.reportedFor(""), "JSON", type);
  }

  private Binding binding() {
    return new Binding() {
      @Override
      public <T> T as(Class<T> type, Consumer<UnreadKey> unread) {
        return told(Binder.bind(slice, type), unread);
      }

      @Override
      public <T> T over(T defaults, Consumer<UnreadKey> unread) {
        return told(Binder.bindOver(slice, defaults), unread);
      }

      private <T> T told(Binder.Bound<T> bound, Consumer<UnreadKey> unread) {
        bound.unread().forEach(unread);
        return bound.value();
      }
    };
  }

  /**
   * Returns the JSON of your record, map, list or scalar.
   *
   * @throws BindingException if it cannot be written as JSON, if that JSON cannot be read again, or
   *     if it holds a {@link Secret}; the message names the path
   */
  static RawJson ofValue(Object value) {
    Objects.requireNonNull(value, "value");
    byte[] json = Binder.write(value);
    try {
      return new RawJson(JsonSlice.parse(json));
    } catch (JsonException e) {
      throw new BindingException(
          "", "expected a value whose JSON can be read again: " + e.getMessage());
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawJson that && slice.equals(that.slice);
  }

  @Override
  public int hashCode() {
    return slice.hashCode();
  }

  /** Returns kind and size only, because the content may be secret. */
  @Override
  public String toString() {
    String kind =
        switch (slice.first()) {
          case '{' -> "object";
          case '[' -> "list";
          case '"' -> "text";
          case 'n' -> "null";
          case 't', 'f' -> "boolean";
          default -> "number";
        };
    return "RawJson[" + kind + ", " + slice.length() + " bytes]";
  }
}
