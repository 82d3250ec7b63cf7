package io.github.rossumext;

import io.github.rossumext.value.Headers;
import java.util.Map;
import java.util.Objects;

/**
 * A request as it came over the wire, whatever the transport (protocol §1). Immutable and
 * thread-safe, as long as nobody writes into the body, which is not copied. It prints neither
 * headers' values nor body.
 */
public final class EndpointRequest {
  private final Headers headers;
  private final byte[] body;

  private EndpointRequest(Headers headers, byte[] body) {
    this.headers = Objects.requireNonNull(headers, "headers");
    this.body = Objects.requireNonNull(body, "body");
  }

  /**
   * A request.
   *
   * @param headers its headers; their names are compared without regard to case
   * @param body its bytes exactly as they came: the signature covers them. Not copied.
   */
  public static EndpointRequest of(Headers headers, byte[] body) {
    return new EndpointRequest(headers, body);
  }

  /**
   * A request, with the headers as HTTP servers give them.
   *
   * @param headers its headers; their names are compared without regard to case
   * @param body its bytes exactly as they came: the signature covers them. Not copied.
   */
  public static EndpointRequest of(Map<String, ? extends Iterable<String>> headers, byte[] body) {
    return new EndpointRequest(Headers.of(headers), body);
  }

  /** The headers. */
  public Headers headers() {
    return headers;
  }

  int sizeInBytes() {
    return body.length;
  }

  byte[] body() {
    return body;
  }

  /** The size of the body; nothing of the content. */
  @Override
  public String toString() {
    return "EndpointRequest[" + body.length + " bytes]";
  }
}
