package io.github.rossumext.payload;

/**
 * An event that this version of the library does not know: event, action and {@link #raw()} are
 * there. Immutable and thread-safe.
 */
public final class UnknownPayload extends HookPayload {
  UnknownPayload(PayloadReader reader) {
    super(reader);
  }
}
