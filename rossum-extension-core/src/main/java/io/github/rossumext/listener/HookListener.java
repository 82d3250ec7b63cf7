package io.github.rossumext.listener;

/**
 * A listener that an endpoint informs about every request, for metrics, audit or recording. The
 * endpoint calls exactly one of {@link #responded}, {@link #failed} and {@link #rejected} for each
 * request, except those for the status page. It does so before it sends the response, on the thread
 * of the request.
 *
 * <p>If a listener throws, the type of the exception is logged, and the response stays the same.
 * One instance serves all requests, many at a time. So an implementation must be thread-safe. It
 * must be quick, because Rossum waits.
 */
public interface HookListener {
  /** Handles a request that was verified and read, before its handler gets it. */
  default void received(HookRequest request) {}

  /** Handles the response of a handler, or the response to an event without a handler. */
  default void responded(HookRequest request, HookResult result) {}

  /**
   * Handles the failure of a handler.
   *
   * @param result the response that is sent instead, as the {@code FailurePolicy} decides
   * @param failure the exception; its text may quote the document
   */
  default void failed(HookRequest request, HookResult result, Throwable failure) {}

  /** Handles the rejection of a request. Nothing in such a request can be trusted. */
  default void rejected(HookRejection rejection) {}
}
