package io.github.rossumext.testkit.hook;

import java.util.Objects;

/**
 * What a check of a hook file found. Its text says what was expected, what was found and what to
 * do. It has no secret. Immutable and thread-safe.
 */
public final class HookFinding {
  private final boolean isError;
  private final String path;
  private final String text;

  private HookFinding(boolean isError, String path, String text) {
    this.isError = isError;
    this.path = Objects.requireNonNull(path, "path");
    this.text = Objects.requireNonNull(text, "text");
  }

  /** Returns a mistake: Rossum refuses the hook, or something does not happen. */
  public static HookFinding error(String path, String text) {
    return new HookFinding(true, path, text);
  }

  /** Returns what is probably a mistake. */
  public static HookFinding warning(String path, String text) {
    return new HookFinding(false, path, text);
  }

  /** Returns whether it is a mistake, not a warning. */
  public boolean isError() {
    return isError;
  }

  /** Returns the place, such as {@code config.url} or {@code schema.json: amount_total}. */
  public String path() {
    return path;
  }

  /** Returns what is wrong, and what to do. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HookFinding that
        && isError == that.isError
        && path.equals(that.path)
        && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(isError, path, text);
  }

  /** Returns the place and the text, in one line unless the text has several. */
  @Override
  public String toString() {
    return path + ": " + text;
  }
}
