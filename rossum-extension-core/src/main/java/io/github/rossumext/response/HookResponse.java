package io.github.rossumext.response;

import io.github.rossumext.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The answer to an event (protocol §4). Immutable and thread-safe.
 *
 * @see ContentResponse
 */
public abstract sealed class HookResponse
    permits ContentResponse, EmailResponse, UploadResponse, JsonResponse, NoResponse {
  HookResponse() {}

  /** The JSON of the answer, in UTF-8, as it goes out. */
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
