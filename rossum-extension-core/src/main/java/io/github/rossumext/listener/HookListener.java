package io.github.rossumext.listener;

/**
 * A listener that an endpoint informs about every request, for metrics, audit or recording. The
 * endpoint calls exactly one of {@link #responded}, {@link #failed} and {@link #rejected} for each
 * request, except those for the status page and polls. It does so before it sends the response, on
 * the thread of the request. The other methods tell more about some of these requests.
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

  /**
   * Handles a repeat: the endpoint handles the event once, and knows the delivery of the request.
   * How the request ends is told by another method, as for every request.
   *
   * @param deliveryKey the {@code context.deliveryKey()} of the delivery
   */
  default void repeated(HookRequest request, String deliveryKey) {}

  /**
   * Handles the start of a job: the endpoint responds to the request, and its handler goes on
   * without it. That happens only to events that the endpoint handles once or later. {@link
   * #jobFinished} or {@link #jobFailed} tells how the job ends, on the thread of the handler.
   *
   * @param deliveryKey the {@code context.deliveryKey()} of the delivery
   */
  default void jobStarted(HookRequest request, String deliveryKey) {}

  /**
   * Handles the end of a job.
   *
   * @param request the request that started it
   * @param result the response that is stored for repeats
   */
  default void jobFinished(HookRequest request, HookResult result) {}

  /**
   * Handles the failure of a job.
   *
   * @param request the request that started it
   * @param result the response that is stored for repeats, unless a repeat runs the handler again
   * @param failure the exception; its text may quote the document
   */
  default void jobFailed(HookRequest request, HookResult result, Throwable failure) {}

  /**
   * Handles the loss of a delivery: the endpoint that ran its handler is gone, or it cannot reach
   * the store. Nobody knows what the handler did. The endpoint that finds this out calls it, and
   * one that gives up a running handler when it is closed.
   *
   * {@snippet class="io.github.rossumext.snippets.DeliverySnippetsTest" region="listener"}
   *
   * @param deliveryKey the {@code context.deliveryKey()} of the delivery
   */
  default void deliveryLost(String deliveryKey) {}
}
