package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The response to an event. Immutable and thread-safe.
 *
 * @see ContentResponse
 */
public abstract sealed class HookResponse
    permits ContentResponse, EmailResponse, UploadResponse, JsonResponse, NoResponse {
  HookResponse() {}

  /** Returns the JSON of the response, in UTF-8, as it goes out. */
  public final byte[] toJson() {
    try {
      JsonWriter json = new JsonWriter();
      write(json);
      return json.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed.", e);
    }
  }

  abstract void write(JsonWriter json) throws IOException;
}
