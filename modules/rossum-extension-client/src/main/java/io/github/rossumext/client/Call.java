package io.github.rossumext.client;

import io.github.rossumext.internal.help.Printable;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call, which may become several requests. It knows no token. Immutable.
 *
 * @param uri the address, on the host of the base URL
 * @param body the body; null for none
 * @param isRepeatable whether calling twice does the same as calling once
 * @param expected what the response is
 */
record Call(String method, URI uri, @Nullable Body body, boolean isRepeatable, Expected expected) {
  // PATCH may start something, such as a new extraction, so it is not repeated.
  private static final Set<String> REPEATABLE = Set.of("GET", "PUT", "DELETE");

  /** What a success looks like. */
  enum Expected {
    /** JSON. */
    JSON,
    /** JSON or nothing. */
    JSON_OR_NOTHING,
    /** A file, perhaps from elsewhere. */
    FILE
  }

  /** Makes a new body for each request. */
  interface Body {
    BodyPublisher publisher();

    String type();
  }

  static Call of(String method, URI uri) {
    return new Call(method, uri, null, REPEATABLE.contains(method), Expected.JSON_OR_NOTHING);
  }

  static Call get(URI uri) {
    return of("GET", uri).withExpected(Expected.JSON);
  }

  Call withBody(Body content) {
    return new Call(method, uri, content, isRepeatable, expected);
  }

  Call withJson(byte[] json) {
    return withBody(
        new Body() {
          @Override
          public BodyPublisher publisher() {
            return BodyPublishers.ofByteArray(json);
          }

          @Override
          public String type() {
            return "application/json";
          }
        });
  }

  Call withExpected(Expected response) {
    return new Call(method, uri, body, isRepeatable, response);
  }

  /** The same call, which is known to do the same twice as once. */
  Call repeatable() {
    return new Call(method, uri, body, true, expected);
  }

  Call at(URI other) {
    return new Call(method, other, body, isRepeatable, expected);
  }

  /** The path as the documentation writes it, without the query, which may hold data. */
  String shownPath() {
    String path = uri.getRawPath();
    int api = path.indexOf("/api/v1/");
    return Printable.text(api == 0 ? path.substring("/api".length()) : path);
  }

  String shown() {
    return method + " " + shownPath();
  }

  @Override
  public String toString() {
    return shown();
  }
}
