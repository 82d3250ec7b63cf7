package io.github.rossumext;

import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * What is to be sent back, whatever the transport: status, headers and bytes. Immutable and
 * thread-safe.
 */
public final class EndpointResponse {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final Map<String, String> JSON_LATER =
      Map.of("Content-Type", "application/json", "Retry-After", "1");

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private EndpointResponse(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  static EndpointResponse of(int status, byte[] body) {
    return new EndpointResponse(status, JSON, body);
  }

  /** A rejection that does not stand any more in a second. */
  static EndpointResponse busy(String text) {
    return new EndpointResponse(503, JSON_LATER, error(503, text).body);
  }

  /**
   * A rejection that the user can read: Rossum shows the messages of any answer, also of those
   * whose status is not 2xx (protocol §4). For adapters that reject what never reaches the
   * endpoint.
   *
   * @param status the HTTP status
   * @param text what the user reads, as plain text
   */
  public static EndpointResponse error(int status, String text) {
    ContentResponse response =
        ContentResponse.builder().message(Message.of(MessageType.ERROR, text)).build();
    return new EndpointResponse(status, JSON, response.toJson());
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The headers, {@code Content-Type} among them. */
  public Map<String, String> headers() {
    return headers;
  }

  /** A copy of the body. */
  public byte[] body() {
    return body.clone();
  }

  /** The length of the body in bytes. */
  public int contentLength() {
    return body.length;
  }

  /** Writes the body. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(body);
  }

  /** Status and size; nothing of the content. */
  @Override
  public String toString() {
    return "EndpointResponse[" + status + ", " + body.length + " bytes]";
  }
}
