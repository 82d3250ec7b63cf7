package io.github.rossumext.exchange;

import io.github.rossumext.value.Headers;
import java.util.Map;
import java.util.Objects;

/**
 * A request whose body is already read, from any HTTP server. The body is not copied. Immutable and
 * thread-safe if nobody changes the body. It prints neither the values of headers nor the body.
 */
public final class EndpointRequest {
  private final Headers headers;
  private final byte[] body;

  private EndpointRequest(Headers headers, byte[] body) {
    this.headers = Objects.requireNonNull(headers, "headers");
    this.body = Objects.requireNonNull(body, "body");
  }

  /**
   * Returns a request.
   *
   * @param headers its headers; their names are compared without regard to case
   * @param body its bytes exactly as they came: the signature covers them. Not copied.
   */
  public static EndpointRequest of(Headers headers, byte[] body) {
    return new EndpointRequest(headers, body);
  }

  /**
   * Returns a request, with the headers as HTTP servers give them.
   *
   * @param headers its headers; their names are compared without regard to case
   * @param body its bytes exactly as they came: the signature covers them. Not copied.
   */
  public static EndpointRequest of(Map<String, ? extends Iterable<String>> headers, byte[] body) {
    return new EndpointRequest(Headers.of(headers), body);
  }

  /** Returns the headers. */
  public Headers headers() {
    return headers;
  }

  /** Returns the body as it was given. It is not copied, so do not write into it. */
  public byte[] body() {
    return body;
  }

  /** Returns the size of the body; nothing of the content. */
  @Override
  public String toString() {
    return "EndpointRequest[" + body.length + " bytes]";
  }
}
