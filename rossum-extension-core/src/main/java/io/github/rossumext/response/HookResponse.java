package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.payload.HookPayload;
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

  /**
   * Compares the answer with the call that it answers. The endpoint does so before an answer
   * leaves; a test may do it to see what Rossum would lose.
   */
  public CheckedResponse<? extends HookResponse> checkedFor(HookPayload payload) {
    return CheckedResponse.complete(this);
  }

  abstract void write(JsonWriter json) throws IOException;
}
