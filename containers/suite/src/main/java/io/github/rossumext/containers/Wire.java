package io.github.rossumext.containers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of a request in HTTP/1.1, right or wrong. Nothing is added, checked or corrected.
 * Immutable.
 */
final class Wire {
  private static final String JSON = "Content-Type: application/json";

  private final String requestLine;
  private final List<String> headers;
  private final byte[] body;

  private Wire(String requestLine, List<String> headers, byte[] body) {
    this.requestLine = requestLine;
    this.headers = List.copyOf(headers);
    this.body = body;
  }

  /** Returns a request with the header {@code Host} only and without a body. */
  static Wire of(String method, String target) {
    return new Wire(method + " " + target + " HTTP/1.1", List.of("Host: localhost"), new byte[0]);
  }

  /** Returns a request of any method to the extension. */
  static Wire of(String method) {
    return of(method, Container.PATH);
  }

  /** Returns a request as Rossum sends it. */
  static Wire signed(byte[] body) {
    return unsigned(body).header(Extension.SIGNATURE + ": " + Extension.signature(body));
  }

  /** Returns a request as Rossum sends it, without the signature. */
  static Wire unsigned(byte[] body) {
    return of("POST").header(JSON).withLength(body);
  }

  /** Returns a request as Rossum sends it, with a body in chunks. */
  static Wire signedInChunks(byte[] body, int size) {
    return of("POST")
        .header(JSON)
        .header(Extension.SIGNATURE + ": " + Extension.signature(body))
        .inChunks(body, size);
  }

  Wire requestLine(String other) {
    return new Wire(other, headers, body);
  }

  Wire target(String other) {
    return requestLine(requestLine.replace(Container.PATH, other));
  }

  /** Returns a copy with another header line, such as {@code Content-Length: 7}. */
  Wire header(String line) {
    List<String> more = new ArrayList<>(headers);
    more.add(line);
    return new Wire(requestLine, more, body);
  }

  Wire without(String name) {
    return new Wire(
        requestLine, headers.stream().filter(line -> !line.startsWith(name + ":")).toList(), body);
  }

  /** Returns a copy with a body and its right length. */
  Wire withLength(byte[] bytes) {
    return header("Content-Length: " + bytes.length).body(bytes);
  }

  /** Returns a copy with a body in chunks of this size. */
  Wire inChunks(byte[] bytes, int size) {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    for (int from = 0; from < bytes.length; from += size) {
      int length = Math.min(size, bytes.length - from);
      chunks.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
      chunks.write(bytes, from, length);
      chunks.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    chunks.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
    return header("Transfer-Encoding: chunked").body(chunks.toByteArray());
  }

  /** Returns a copy with these bytes after the head, whatever the headers say. */
  Wire body(byte[] bytes) {
    return new Wire(requestLine, headers, bytes);
  }

  /** Returns the request line and the headers. */
  byte[] head() {
    StringBuilder head = new StringBuilder(requestLine).append("\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    return head.append("\r\n").toString().getBytes(ISO_8859_1);
  }

  /** Returns the bytes after the head. */
  byte[] body() {
    return body.clone();
  }

  byte[] bytes() {
    byte[] head = head();
    byte[] bytes = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, bytes, head.length, body.length);
    return bytes;
  }
}
