package io.github.rossumext.testkit.hostile;

import java.util.ArrayList;
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

  /** The same with another body, whose signature is not made anew. */
  Attempt body(byte[] other) {
    return new Attempt(method, headers, other, String.valueOf(other.length));
  }

  Attempt length(String other) {
    return new Attempt(method, headers, body, other);
  }

  /** The same in chunks, or in what is said to be chunks. */
  Attempt chunked(byte[] chunks) {
    return body(chunks).length("").with("Transfer-Encoding", "chunked");
  }

  String method() {
    return method;
  }

  /** The headers, without those of the connection. */
  List<Header> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  /** What {@code Content-Length} says; {@code ""} for no such header. */
  String length() {
    return length;
  }
}
