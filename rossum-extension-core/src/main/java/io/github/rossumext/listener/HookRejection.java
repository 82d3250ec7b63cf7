package io.github.rossumext.listener;

import java.time.Duration;

/**
 * A request that no handler saw. Immutable and thread-safe.
 *
 * @param reason the reason of the rejection
 * @param status the HTTP status of the response
 * @param sizeInBytes how many bytes of the body were read
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
    /** The endpoint already handles as many requests or bytes as it may. */
    OVERLOAD,
    /** The endpoint is closed. */
    CLOSED,
    /**
     * The HTTP request is wrong: its method, content type or content encoding, or its body ended
     * early or was read before.
     */
    TRANSPORT,
    /** The server, its adapter or the endpoint failed before the request was read. */
    FAILURE
  }
}
