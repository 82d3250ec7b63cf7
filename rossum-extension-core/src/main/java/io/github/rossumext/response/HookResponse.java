package io.github.rossumext.response;

import io.github.rossumext.json.JsonWriter;

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
    JsonWriter json = new JsonWriter();
    write(json);
    return json.bytes();
  }

  abstract void write(JsonWriter json);
}
