package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import java.io.IOException;

/**
 * The response to an event whose response Rossum ignores: an empty object. Immutable and
 * thread-safe.
 */
public final class NoResponse extends HookResponse {
  private static final NoResponse EMPTY = new NoResponse();

  private NoResponse() {}

  /** Returns the response <code>{}</code>. */
  public static NoResponse empty() {
    return EMPTY;
  }

  @Override
  void write(JsonWriter json) throws IOException {
    json.object().endObject();
  }

  @Override
  public String toString() {
    return "NoResponse";
  }
}
