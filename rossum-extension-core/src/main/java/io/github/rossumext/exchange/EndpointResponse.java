package io.github.rossumext.exchange;

import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The status, headers and bytes of a response, for any HTTP server. Immutable and thread-safe. */
public final class EndpointResponse {
  private static final Map<String, String> JSON =
      Map.of("Content-Type", "application/json", "Cache-Control", "no-store");

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private EndpointResponse(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = Objects.requireNonNull(body, "body");
  }

  /**
   * Returns a response, for adapters and tests. Handlers return a {@code HookResponse}.
   *
   * @param status the HTTP status
   * @param headers the headers; the length of the body need not be among them
   * @param body the body. Not copied.
   */
  public static EndpointResponse of(int status, Map<String, String> headers, byte[] body) {
    return new EndpointResponse(status, Map.copyOf(headers), body);
  }

  /**
   * Returns a response of JSON, with the headers that an endpoint gives it.
   *
   * @param status the HTTP status
   * @param body the JSON in UTF-8. Not copied.
   */
  public static EndpointResponse json(int status, byte[] body) {
    return new EndpointResponse(status, JSON, body);
  }

  /**
   * Returns a rejection that the user can read: Rossum shows the messages of every response, also
   * if its status is not 2xx.
   *
   * @param status the HTTP status
   * @param text what the user reads, as plain text
   */
  public static EndpointResponse error(int status, String text) {
    return json(
        status,
        ContentResponse.builder().message(Message.of(MessageType.ERROR, text)).build().toJson());
  }

  /** Returns a copy with this header. A header of the same name is replaced. */
  public EndpointResponse withHeader(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put(name, value);
    return of(status, changed, body);
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the headers, {@code Content-Type} among them. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Returns a copy of the body. */
  public byte[] body() {
    return body.clone();
  }

  /** Returns the length of the body in bytes. */
  public int contentLength() {
    return body.length;
  }

  /** Writes the body and flushes it; does nothing if it is empty. */
  public void writeTo(OutputStream out) throws IOException {
    if (body.length > 0) {
      out.write(body);
      out.flush();
    }
  }

  /** Returns status and size; nothing of the content. */
  @Override
  public String toString() {
    return "EndpointResponse[" + status + ", " + body.length + " bytes]";
  }
}
