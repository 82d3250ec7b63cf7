package io.github.rossumext;

import io.github.rossumext.payload.HookPayload;

/**
 * Handles an event whose response Rossum ignores. One instance serves all requests, many at a time:
 * an implementation must be thread-safe.
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
   * @throws Exception anything; what it means is the {@link FailurePolicy} of the event
   */
  void receive(P payload, HookContext context) throws Exception;
}
