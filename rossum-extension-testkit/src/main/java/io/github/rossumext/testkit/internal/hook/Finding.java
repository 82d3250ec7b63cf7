package io.github.rossumext.testkit.internal.hook;

/**
 * What a check found. It has no secret.
 *
 * @param isError whether it is a mistake, not a warning
 * @param path the place, such as {@code config.url}
 * @param text what was expected, what was found, and what to do
 */
public record Finding(boolean isError, String path, String text) {
  @Override
  public String toString() {
    return path + ": " + text;
  }
}
