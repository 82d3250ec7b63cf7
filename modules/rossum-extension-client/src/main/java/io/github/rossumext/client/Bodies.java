package io.github.rossumext.client;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.value.RawJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Writes what is sent. */
final class Bodies {
  private static final Function<Object, RawJson> JSON = Access.way(Object.class, RawJson.class);

  private Bodies() {}

  /** The JSON of a record, map, list, scalar or {@link RawJson}, as Rossum can store it. */
  static byte[] json(Object value) {
    RawJson json = value instanceof RawJson raw ? raw : JSON.apply(value);
    try {
      return new JsonWriter().raw(json.text()).bytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed.", e);
    }
  }
}
