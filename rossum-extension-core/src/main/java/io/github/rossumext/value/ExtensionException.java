package io.github.rossumext.value;

import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.Mistake;

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
   * @param problem what is wrong; each control character becomes a question mark
   */
  protected ExtensionException(String help, String problem) {
    // The messages name keys and schema ids of the request, which could forge a line of the log.
    super(HelpTopic.explain(Mistake.Line.of(problem), help));
    this.help = help;
    this.problem = Mistake.Line.of(problem);
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
