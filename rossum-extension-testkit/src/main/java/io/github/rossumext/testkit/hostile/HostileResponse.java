package io.github.rossumext.testkit.hostile;

import io.github.rossumext.value.Headers;

/**
 * The response to a hostile request. Immutable and thread-safe.
 *
 * @param status the status; {@link #CLOSED} if the connection was closed without a response
 * @param body the body as text
 * @param headers the headers
 */
public record HostileResponse(int status, String body, Headers headers) {
  /** The status if the connection was closed without a response. */
  public static final int CLOSED = 0;

  /** Creates a response without headers. */
  public HostileResponse(int status, String body) {
    this(status, body, Headers.empty());
  }

  static String named(int status) {
    return status == CLOSED ? "a closed connection" : String.valueOf(status);
  }
}
