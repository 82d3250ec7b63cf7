package io.github.rossumext.payload;

import io.github.rossumext.value.ResourceUrl;
import java.util.Optional;

/**
 * {@code upload.created}: an upload was created through the API or by e-mail (protocol §3.6).
 * Immutable and thread-safe.
 */
public final class UploadPayload extends HookPayload {
  UploadPayload(PayloadReader reader) {
    super(reader);
  }

  /** The e-mail that it came with; empty for an upload through the API. */
  public Optional<ResourceUrl> email() {
    return url("email");
  }
}
