package io.github.rossumext.value;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.Misfit;

/**
 * An exception for JSON, or a document, that does not fit your type. Examples are settings without
 * a required key, and an empty field for a number. The message names the path and what was
 * expected. It never shows a value.
 */
public final class BindingException extends ExtensionException {
  private static final long serialVersionUID = 1L;

  static {
    Access.open(Misfit.class, BindingException.class, BindingException::new);
  }

  private final String path;
  private final String expected;

  BindingException(String path, String expected) {
    this(new Misfit(path, expected));
  }

  private BindingException(Misfit misfit) {
    super(HelpTopic.BINDING.link(), misfit.toString());
    this.path = misfit.path();
    this.expected = misfit.expected();
  }

  /**
   * Returns the path of the value that does not fit, such as {@code limits[0].amount}; {@code ""}
   * for the whole value.
   */
  public String path() {
    return path;
  }

  /** Returns what was expected there, or that the key is missing. */
  public String expected() {
    return expected;
  }
}
