package io.github.rossumext.value;

import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.Printable;

/**
 * An exception of the library itself. The message says what to do and links to a section of the
 * troubleshooting guide. It never holds a value of the document, a setting or a secret, so you can
 * log it.
 */
public abstract class ExtensionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String help;
  private final String problem;

  /**
   * Creates an exception with a message of one line.
   *
   * @param help the address of a page that says more
   * @param problem what is wrong. Keys and schema ids of a request must not forge or fill a log. So
   *     each character that does not print becomes a question mark, and the middle of more than
   *     1000 characters is left out.
   */
  protected ExtensionException(String help, String problem) {
    super(HelpTopic.explain(problem, help));
    this.help = help;
    this.problem = Printable.text(problem);
  }

  /** Returns what is wrong, without the link: for texts that a user of Rossum reads. Never null. */
  public final String problem() {
    return problem;
  }

  /** Returns the address of the page that says more. Never null. */
  public final String help() {
    return help;
  }
}
