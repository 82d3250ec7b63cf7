package io.github.rossumext.spring;

import java.util.regex.Pattern;

/** The path of the hook. */
final class PathOfHook {
  private static final Pattern PLAIN = Pattern.compile("(/[\\w.~-]+)+");

  private PathOfHook() {}

  /**
   * Returns the path.
   *
   * @throws StartFailure if it is a pattern, or more than one path
   */
  static String required(String path) {
    if (!PLAIN.matcher(path).matches()) {
      throw new StartFailure(
          "The property rossum.path is '" + path + "', but it must be one path without patterns.",
          "Write it as in the URL of the hook, without host and context path, such as /rossum.");
    }
    return path;
  }
}
