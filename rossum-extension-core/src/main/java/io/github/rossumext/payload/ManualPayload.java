package io.github.rossumext.payload;

/**
 * {@code invocation.manual}: somebody invoked the hook through the API, with keys of his own beside
 * the common ones (protocol §3.6). Immutable and thread-safe.
 */
public final class ManualPayload extends HookPayload {
  ManualPayload(PayloadReader reader) {
    super(reader);
  }
}
