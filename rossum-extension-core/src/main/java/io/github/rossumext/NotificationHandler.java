package io.github.rossumext;

import io.github.rossumext.payload.HookPayload;

/**
 * A handler of an event whose response Rossum ignores. One instance serves all requests, many at a
 * time: an implementation must be thread-safe.
 *
 * @param <P> the payload of the event
 */
@FunctionalInterface
public interface NotificationHandler<P extends HookPayload> {
  /**
   * Handles a request.
   *
   * @param payload what Rossum sent
   * @param context settings, secrets and the time that is left
   * @throws Exception anything; the {@link FailurePolicy} of the event says what it means. This
   *     includes a {@link UserMessageException}, because nobody reads the response.
   */
  void receive(P payload, HookContext context) throws Exception;
}
