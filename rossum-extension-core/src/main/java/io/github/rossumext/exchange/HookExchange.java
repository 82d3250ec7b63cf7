package io.github.rossumext.exchange;

import io.github.rossumext.value.Headers;
import java.io.IOException;
import java.io.InputStream;

/**
 * One request to an HTTP server, with the way to respond to it. An adapter implements it for its
 * server, and calls {@code HookEndpoint.serve}. The adapter only translates: the endpoint takes
 * care of limits, statuses, the status page, the log and the deadline. The server decides which
 * path belongs to the extension.
 *
 * <p>The endpoint uses one exchange on one thread, so an implementation need not be thread-safe.
 */
public interface HookExchange {
  /** Returns the method as it came, such as {@code POST}. */
  String method();

  /** Returns the path of the URL, encoded as it came. */
  String path();

  /**
   * Returns the query of the URL, encoded as it came, without the question mark; "" if the URL has
   * no query.
   */
  String query();

  /** Returns the headers, each with all its values. */
  Headers headers();

  /**
   * Returns the length of the body that the request declares; negative if it declares none. The
   * endpoint does not rely on it. By default, returns the value of {@code Content-Length}.
   */
  default long declaredLength() {
    String length = headers().first("Content-Length").orElse("");
    boolean isNumber = !length.isEmpty() && length.length() < 19;
    for (int i = 0; i < length.length(); i++) {
      isNumber &= length.charAt(i) >= '0' && length.charAt(i) <= '9';
    }
    return isNumber ? Long.parseLong(length) : -1;
  }

  /**
   * Returns the stream of the body. Its bytes must be those that the client sent, because the
   * signature covers them. The endpoint calls this at most once.
   *
   * @throws IllegalStateException if a filter of the server has read the body before
   * @throws IOException if the client is gone
   */
  InputStream body() throws IOException;

  /**
   * Returns whether the client sends its body only after a {@code 100 Continue} that {@link
   * #body()} causes. If so, the endpoint does not read the body of a request that it rejects before
   * that. Override it if your server has sent the {@code 100 Continue} by itself.
   */
  default boolean isContinueExpected() {
    return "100-continue".equalsIgnoreCase(headers().first("Expect").orElse(""));
  }

  /**
   * Returns whether the endpoint must read the rest of a rejected body before it responds, instead
   * of afterwards. Return true for HTTP/2, because its servers may drop the rest of a stream after
   * the response.
   */
  default boolean isDrainedFirst() {
    return false;
  }

  /**
   * Sends the response and flushes it. The endpoint calls this at most once. Send the length of the
   * body as {@code Content-Length}, unless the headers of the response already have one, as in the
   * response to {@code HEAD}.
   *
   * @throws IOException if the client is gone
   */
  void respond(EndpointResponse response) throws IOException;
}
