package io.github.rossumext.payload;

/**
 * {@code invocation.scheduled}: the cron of the hook. It holds nothing beyond the common keys.
 * Immutable and thread-safe.
 */
public final class ScheduledPayload extends HookPayload {
  ScheduledPayload(PayloadReader reader) {
    super(reader);
  }
}
