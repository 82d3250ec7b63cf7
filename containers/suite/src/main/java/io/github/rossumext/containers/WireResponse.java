package io.github.rossumext.containers;

import java.util.Map;

/**
 * What came back.
 *
 * @param status the status
 * @param headers the headers; of one that was sent several times, the last value
 * @param body the body
 */
record WireResponse(int status, Map<String, String> headers, String body) {
  /** The status where the connection ended without a response. */
  static final int CLOSED = 0;

  /** The status where the response is one of HTTP/0.9, which has none. */
  static final int WITHOUT_STATUS = 9;

  static WireResponse closed() {
    return new WireResponse(CLOSED, Map.of(), "");
  }

  /** Whether it is of the extension and not a page of the container's. */
  boolean isJson() {
    return "application/json".equals(headers.get("Content-Type"));
  }
}
