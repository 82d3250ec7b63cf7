package io.github.rossumext.value;

import io.github.rossumext.internal.text.Numbers;
import java.util.OptionalLong;

/**
 * The URL of a Rossum object, such as {@code https://acme.rossum.app/api/v1/queues/9001}. Immutable
 * and thread-safe.
 *
 * @param uri the URL as it came
 */
public record ResourceUrl(String uri) {
  /** Returns the number at the end of its path, or empty if it does not end in one. */
  public OptionalLong id() {
    String path = path();
    return Numbers.id(path.substring(path.lastIndexOf('/') + 1));
  }

  /**
   * Returns the kind of object, such as {@code queues}; {@code ""} if the path has no such part.
   */
  public String type() {
    String path = path();
    String above = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    return above.substring(above.lastIndexOf('/') + 1);
  }

  // Rossum's URLs are taken apart as text: java.net.URI would refuse one with a blank in it.
  private String path() {
    String path = before(before(uri, '#'), '?');
    int scheme = path.indexOf("://");
    if (scheme >= 0) {
      // The host is not part of the path: of https://acme.rossum.app/queues it is not the type.
      int host = path.indexOf('/', scheme + 3);
      path = host < 0 ? "" : path.substring(host);
    }
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String before(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  /** Returns the URL. */
  @Override
  public String toString() {
    return uri;
  }
}
