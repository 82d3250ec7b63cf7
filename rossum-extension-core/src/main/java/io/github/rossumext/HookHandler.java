package io.github.rossumext;

import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.HookResponse;

/**
 * A handler of one kind of event.
 *
 * {@snippet class="io.github.rossumext.snippets.EndpointSnippetsTest" region="handler"}
 *
 * <p>One instance serves all requests, many at a time: an implementation must be thread-safe.
 *
 * @param <P> the payload of the event
 * @param <R> the response that Rossum reads
 */
@FunctionalInterface
public interface HookHandler<P extends HookPayload, R extends HookResponse> {
  /**
   * Handles a request.
   *
   * @param payload what Rossum sent
   * @param context settings, secrets and the time that is left
   * @return the response, never null
   * @throws UserMessageException to end with a message for the user
   * @throws Exception anything else; the {@link FailurePolicy} of the event says what it means
   */
  R handle(P payload, HookContext context) throws Exception;
}
