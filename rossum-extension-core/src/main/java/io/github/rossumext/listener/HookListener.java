package io.github.rossumext.listener;

/**
 * Sees what an endpoint does, for metrics, audit or recording. Every request, except those for the
 * status page, ends in exactly one of {@link #responded}, {@link #failed} and {@link #rejected}:
 * after the response is made and before it is sent, on the thread that the request came on.
 *
 * <p>What a listener throws is logged by its type and changes no response. One instance serves all
 * requests, many at a time: an implementation must be thread-safe, and quick, because Rossum waits.
 */
public interface HookListener {
  /** Handles a request that was verified and read, before its handler gets it. */
  default void received(HookRequest request) {}

  /** Handles the response of a handler, or the one for an event without a handler. */
  default void responded(HookRequest request, HookResult result) {}

  /**
   * Handles the failure of a handler.
   *
   * @param result what is sent instead, by the {@code FailurePolicy}
   * @param failure what was thrown; its text may quote the document
   */
  default void failed(HookRequest request, HookResult result, Throwable failure) {}

  /** Handles the rejection of a request. Nothing in such a request can be trusted. */
  default void rejected(HookRejection rejection) {}
}
