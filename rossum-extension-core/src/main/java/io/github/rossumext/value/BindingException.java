package io.github.rossumext.value;

import io.github.rossumext.internal.help.HelpTopic;

/**
 * JSON, or a document, that does not fit the type that an author asked for, such as settings
 * without a required key or a record for an empty number. The message names the path and what was
 * expected, and never shows a value.
 */
public final class BindingException extends ExtensionException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String expected;

  /**
   * A value that does not fit.
   *
   * @param path where, such as {@code limits[0].amount}; {@code ""} for all of it
   * @param expected what was expected there, without the value itself
   */
  public BindingException(String path, String expected) {
    super(HelpTopic.BINDING, path.isEmpty() ? expected : path + ": " + expected);
    this.path = path;
    this.expected = expected;
  }

  /** The same problem as seen from an object around, in which the JSON stands at this key. */
  public BindingException within(String key) {
    String joint = path.isEmpty() || path.startsWith("[") ? "" : ".";
    BindingException outer = new BindingException(key + joint + path, expected);
    outer.initCause(this);
    return outer;
  }

  /** Where the JSON does not fit, such as {@code limits[0].amount}; {@code ""} for all of it. */
  public String path() {
    return path;
  }

  /** What was expected there. */
  public String expected() {
    return expected;
  }
}
