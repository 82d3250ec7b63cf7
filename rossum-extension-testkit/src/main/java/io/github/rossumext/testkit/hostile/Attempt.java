package io.github.rossumext.testkit.hostile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A request, right or wrong: nothing is added, checked or corrected. Immutable. */
final class Attempt {
  private final String method;
  private final List<Header> headers;
  private final byte[] body;
  private final String length;

  record Header(String name, String value) {}

  private Attempt(String method, List<Header> headers, byte[] body, String length) {
    this.method = method;
    this.headers = List.copyOf(headers);
    this.body = body;
    this.length = length;
  }

  static Attempt of(byte[] body) {
    return new Attempt("POST", List.of(), body, String.valueOf(body.length));
  }

  Attempt with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Attempt(method, more, body, length);
  }

  Attempt without(String name) {
    return new Attempt(
        method,
        headers.stream().filter(header -> !header.name().equalsIgnoreCase(name)).toList(),
        body,
        length);
  }

  Attempt method(String other) {
    return new Attempt(other, headers, body, length);
  }

  /** Returns a copy with another body and the old signature. */
  Attempt body(byte[] other) {
    return new Attempt(method, headers, other, String.valueOf(other.length));
  }

  Attempt length(String other) {
    return new Attempt(method, headers, body, other);
  }

  /** Returns a copy with these bytes as chunks, which may be malformed. */
  Attempt chunked(byte[] chunks) {
    return body(chunks).length("").with("Transfer-Encoding", "chunked");
  }

  boolean isSameAs(Attempt other) {
    return method.equals(other.method)
        && headers.equals(other.headers)
        && length.equals(other.length)
        && Arrays.equals(body, other.body);
  }

  String method() {
    return method;
  }

  /** Returns the headers, without those of the connection. */
  List<Header> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  /** Returns the text of {@code Content-Length}; {@code ""} for no such header. */
  String length() {
    return length;
  }
}
