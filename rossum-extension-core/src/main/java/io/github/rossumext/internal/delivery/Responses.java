package io.github.rossumext.internal.delivery;

import io.github.rossumext.delivery.Delivery;
import io.github.rossumext.exchange.EndpointResponse;

/** The responses of the library about a delivery, in place of those of a handler. */
final class Responses {
  /** The handler runs longer than the request may wait. Rossum repeats the request. */
  static final EndpointResponse STILL_RUNNING =
      EndpointResponse.error(503, "The extension has not finished yet. Please try again.");

  /** The store failed before a handler began. Rossum repeats the request. */
  static final EndpointResponse NO_STORE =
      EndpointResponse.error(
          503, "The extension cannot use its store at the moment. Please try again.");

  /** The store failed after the handler. Rossum repeats the request. */
  static final EndpointResponse NOT_STORED =
      EndpointResponse.error(503, "The extension could not store its response. Please try again.");

  /** Rossum polls again after this status. */
  static final EndpointResponse KEEP_POLLING = STILL_RUNNING.withHeader("Retry-After", "30");

  /** Rossum does not poll again after this status, but delivers the request again. */
  static final EndpointResponse UNKNOWN_JOB =
      EndpointResponse.error(404, "The extension has no response to fetch here.");

  private Responses() {}

  /** Returns the stored response of a delivery that is done. */
  static EndpointResponse stored(Delivery done) {
    return EndpointResponse.json(done.status(), done.body());
  }
}
