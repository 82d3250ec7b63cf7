package io.github.rossumext.response;

import io.github.rossumext.json.JsonWriter;
import java.io.IOException;

/**
 * The answer to {@code upload.created} (protocol §4.2). So far only the answer that changes nothing
 * can be made. Immutable and thread-safe.
 */
public final class UploadResponse extends HookResponse {
  private static final UploadResponse UNCHANGED = new UploadResponse();

  private UploadResponse() {}

  /** The answer that leaves every file as it is. */
  public static UploadResponse unchanged() {
    return UNCHANGED;
  }

  @Override
  void write(JsonWriter json) throws IOException {
    json.object().endObject();
  }

  @Override
  public String toString() {
    return "UploadResponse[unchanged]";
  }
}
