package io.github.rossumext.containers;

import java.util.Map;

/**
 * A response from the wire.
 *
 * @param status the status
 * @param headers the headers; of a repeated one, the last value
 * @param body the body
 */
record WireResponse(int status, Map<String, String> headers, String body) {
  /** The status if the connection ended without a response. */
  static final int CLOSED = 0;

  /** The status of a response in HTTP/0.9, which has no status line. */
  static final int WITHOUT_STATUS = 9;

  static WireResponse closed() {
    return new WireResponse(CLOSED, Map.of(), "");
  }

  /** Returns whether the response is the extension's, not a page of the container. */
  boolean isJson() {
    return "application/json".equals(headers.get("Content-Type"));
  }
}
