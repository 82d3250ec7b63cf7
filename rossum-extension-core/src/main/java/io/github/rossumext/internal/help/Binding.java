package io.github.rossumext.internal.help;

import java.util.function.Consumer;

/** Binds a JSON value as its public methods do, and reports the keys that are not read. */
public interface Binding {
  /** Returns the value as this type. */
  <T> T as(Class<T> type, Consumer<UnreadKey> unread);

  /** Returns a copy of the defaults with the values that the object names. */
  <T> T over(T defaults, Consumer<UnreadKey> unread);
}
