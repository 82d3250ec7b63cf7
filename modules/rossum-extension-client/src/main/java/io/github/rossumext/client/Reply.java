package io.github.rossumext.client;

import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.internal.json.JsonCursor;
import io.github.rossumext.internal.json.JsonException;
import io.github.rossumext.value.RawJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A response: read whole, or the stream of a file. */
record Reply(int status, HttpHeaders headers, Body body) {
  /** More than any JSON of Rossum's. */
  static final int MAX_LENGTH = 64 * 1024 * 1024;

  private static final RawJson NOTHING = RawJson.of("null");
  private static final Function<JsonCursor, DatapointTree> TREE =
      Access.way(JsonCursor.class, DatapointTree.class);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /** What follows the headers: bytes, or the stream of a file. */
  static final class Body {
    private final byte[] bytes;
    private final @Nullable InputStream stream;

    private Body(byte[] bytes, @Nullable InputStream stream) {
      this.bytes = bytes;
      this.stream = stream;
    }
  }

  /** A response that would fill the memory. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** A response that takes longer than the call may. */
  static final class OverdueException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  static Reply of(HttpResponse<Body> response) {
    return new Reply(response.statusCode(), response.headers(), response.body());
  }

  /** Reads a response whole; only a file that was found becomes a stream. */
  static BodyHandler<Body> reader(boolean isFile, Deadline deadline) {
    return response ->
        isFile && isSuccess(response.statusCode()) ? streamReader() : bytesReader(deadline);
  }

  private static BodySubscriber<Body> streamReader() {
    return BodySubscribers.mapping(
        BodySubscribers.ofInputStream(), stream -> new Body(new byte[0], stream));
  }

  private static BodySubscriber<Body> bytesReader(Deadline deadline) {
    return BodySubscribers.mapping(
        new BoundedBody(MAX_LENGTH, deadline), bytes -> new Body(bytes, null));
  }

  /** The file that was found. */
  InputStream stream() {
    if (body.stream == null) {
      throw new IllegalStateException("Only a file that was found is a stream.");
    }
    return body.stream;
  }

  boolean isSuccess() {
    return isSuccess(status);
  }

  private static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }

  boolean isRedirect() {
    return REDIRECTS.contains(status);
  }

  int length() {
    return body.bytes.length;
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The body as JSON; empty if it is anything else. */
  Optional<RawJson> findJson() {
    try {
      return Optional.of(RawJson.of(body.bytes));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The body as JSON; null for nothing. Anything else is an exception. */
  RawJson json(Call call) {
    if (length() == 0) {
      if (call.expected() == Call.Expected.JSON) {
        throw new RossumApiException(Problem.ofResponse(call, status, "without a body."));
      }
      return NOTHING;
    }
    try {
      return RawJson.of(body.bytes);
    } catch (IllegalArgumentException e) {
      // Its text says what and where, and quotes nothing.
      throw new RossumApiException(
          Problem.ofResponse(
              call, status, "the body is not JSON (" + shownBody() + "): " + e.getMessage()));
    }
  }

  /** The body as the content of an annotation. Anything else is an exception. */
  DatapointTree tree(Call call) {
    DatapointTree tree = findTree();
    // The slower way says what is wrong.
    return tree == null ? DatapointTree.of(json(call)) : tree;
  }

  /** Reads the content in one pass over the body. Rossum sends an outdated copy after it. */
  private @Nullable DatapointTree findTree() {
    DatapointTree tree = null;
    try {
      JsonCursor cursor = JsonCursor.over(body.bytes);
      if (!cursor.next() || !cursor.isObject()) {
        return null;
      }
      for (String key = cursor.nextKey(); key != null; key = cursor.nextKey()) {
        if (key.equals("content")) {
          if (tree != null || !cursor.isList()) {
            return null;
          }
          tree = TREE.apply(cursor);
        } else {
          cursor.skip();
        }
      }
      return cursor.isAtEnd() ? tree : null;
    } catch (JsonException e) {
      return null;
    }
  }

  /** Its kind and size. */
  String shownBody() {
    String type = header("Content-Type").map(Printable::ascii).orElse("no type");
    return type + ", " + length() + " bytes";
  }
}
