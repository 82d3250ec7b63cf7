package io.github.rossumext.value;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a Rossum object, such as {@code https://acme.rossum.app/api/v1/queues/9001}. Immutable
 * and thread-safe.
 *
 * @param uri the URL as it came
 */
public record ResourceUrl(String uri) {
  // The scheme and host are matched so that they are not taken for a part of the path.
  private static final Pattern PATH =
      Pattern.compile("(?:[a-zA-Z]+://[^/]*)?.*?(?:/|^)([^/?#]*)/([^/?#]*)/?(?:[?#].*)?");

  /** The number at the end of its path, or empty if it does not end in one. */
  public OptionalLong id() {
    try {
      return OptionalLong.of(Long.parseLong(part(2)));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** The kind of object, such as {@code queues}; {@code ""} if the path has no such part. */
  public String type() {
    return part(1);
  }

  private String part(int group) {
    Matcher matcher = PATH.matcher(uri);
    return matcher.matches() ? matcher.group(group) : "";
  }

  /** The URL. */
  @Override
  public String toString() {
    return uri;
  }
}
