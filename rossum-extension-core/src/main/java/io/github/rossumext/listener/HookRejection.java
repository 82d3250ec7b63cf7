package io.github.rossumext.listener;

import java.time.Duration;

/**
 * A request that no handler saw. Immutable and thread-safe.
 *
 * @param reason why
 * @param status the HTTP status of the response
 * @param sizeInBytes the size of the body, as far as it was read
 * @param duration the time since the request arrived
 */
public record HookRejection(Reason reason, int status, long sizeInBytes, Duration duration) {
  /** Why a request is rejected; more may be added. */
  public enum Reason {
    /** The signature is missing, wrong or malformed. */
    SIGNATURE,
    /** The body is larger than the endpoint accepts. */
    SIZE,
    /** The body is not an event of Rossum. */
    PAYLOAD,
    /** The endpoint works on too much already. */
    OVERLOAD,
    /** The endpoint is closed. */
    CLOSED,
    /** HTTP itself: method, content type, content encoding, a body that broke off or was read. */
    TRANSPORT,
    /** The server, its adapter or the endpoint failed before the request was read. */
    FAILURE
  }
}
