package io.github.rossumext.payload;

/**
 * The payload of {@code invocation.scheduled}: the schedule of the hook. It has only the common
 * keys. Immutable and thread-safe.
 */
public final class ScheduledPayload extends HookPayload {
  ScheduledPayload(PayloadReader reader) {
    super(reader);
  }
}
