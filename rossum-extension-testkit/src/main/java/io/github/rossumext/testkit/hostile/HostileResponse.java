package io.github.rossumext.testkit.hostile;

/**
 * The response to a hostile request. Immutable and thread-safe.
 *
 * @param status the status; {@link #CLOSED} if the connection was closed without a response
 * @param body the body as text
 */
public record HostileResponse(int status, String body) {
  /** The status if the connection was closed without a response. */
  public static final int CLOSED = 0;

  static String named(int status) {
    return status == CLOSED ? "a closed connection" : String.valueOf(status);
  }
}
