package io.github.rossumext.testkit.hostile;

/**
 * What came back.
 *
 * @param status the status; {@link #CLOSED} where the connection ended without a response
 * @param body the body as text
 */
record HostileResponse(int status, String body) {
  static final int CLOSED = 0;

  static String named(int status) {
    return status == CLOSED ? "a closed connection" : String.valueOf(status);
  }
}
