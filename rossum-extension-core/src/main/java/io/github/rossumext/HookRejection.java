package io.github.rossumext;

import java.time.Duration;

/**
 * A request that was refused before any handler saw it. Immutable and thread-safe.
 *
 * @param reason why
 * @param status the HTTP status of the answer
 * @param sizeInBytes the size of the body, as far as it was read
 * @param duration the time since the request reached the endpoint or its adapter
 */
public record HookRejection(Reason reason, int status, long sizeInBytes, Duration duration) {
  /** Why a request is refused; more may be added. */
  public enum Reason {
    /** The signature is missing, wrong or malformed. */
    SIGNATURE,
    /** The body is larger than the endpoint accepts. */
    SIZE,
    /** The body is no event of Rossum's. */
    PAYLOAD,
    /** Too much is being worked on already. */
    OVERLOAD,
    /** The endpoint is being closed. */
    CLOSED,
    /** The adapter refused it: method, content type, a body that broke off. */
    TRANSPORT
  }
}
