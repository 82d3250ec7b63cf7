package io.github.rossumext.internal.help;

/**
 * A place where JSON or a document does not fit a type.
 *
 * @param path the place, such as {@code limits[0].amount}; {@code ""} for the whole value
 * @param expected the expectation at this place, without the value itself
 */
public record Misfit(String path, String expected) {
  /** Returns the same misfit, seen from an object that holds the value at this key. */
  public Misfit within(String key) {
    String joint = path.isEmpty() || path.startsWith("[") ? "" : ".";
    return new Misfit(key + joint + path, expected);
  }

  /** Returns the place and what was expected there. */
  @Override
  public String toString() {
    return path.isEmpty() ? expected : path + ": " + expected;
  }
}
