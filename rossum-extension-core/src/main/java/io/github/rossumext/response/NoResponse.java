package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import java.io.IOException;

/**
 * The answer to an event whose answer Rossum ignores (protocol §1): an empty object. Immutable and
 * thread-safe.
 */
public final class NoResponse extends HookResponse {
  /** The only one. */
  public static final NoResponse INSTANCE = new NoResponse();

  private NoResponse() {}

  @Override
  void write(JsonWriter json) throws IOException {
    json.object().endObject();
  }

  @Override
  public String toString() {
    return "NoResponse";
  }
}
