package io.github.rossumext.delivery;

/**
 * What happens when Rossum repeats a request whose outcome nobody knows. The handler began to run,
 * and then the endpoint stopped, or lost its store, before the outcome was stored.
 */
public enum IfUnknown {
  /**
   * The handler does not run again. The response is 422 with an error message that names the
   * request and says that the outcome is unknown. It is stored for further repeats. So the handler
   * runs at most once for the requests that are recognised as one delivery.
   */
  REFUSE,
  /**
   * The handler runs again, with the same {@code context.deliveryKey()}. The other system must
   * recognise the key, or it may do the work twice. If an endpoint is alive, but cannot reach its
   * store for 20 seconds, both runs may happen at the same time.
   */
  RUN_AGAIN
}
