package io.github.rossumext.payload;

/**
 * The payload of an event that this version of the library does not know. It has an event and an
 * action; {@link #raw()} returns the rest. Immutable and thread-safe.
 */
public final class UnknownPayload extends HookPayload {
  UnknownPayload(PayloadReader reader) {
    super(reader);
  }
}
