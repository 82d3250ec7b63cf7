package io.github.rossumext.value;

import io.github.rossumext.internal.help.HelpTopic;
import java.util.regex.Pattern;

/**
 * An exception of the library itself. The message says what to do and links to a section of the
 * troubleshooting guide. It never holds a value of the document, a setting or a secret, so you can
 * log it.
 */
public abstract class ExtensionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  // The messages name keys and schema ids of the request, which could forge a line of the log.
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private final String help;
  private final String problem;

  /**
   * Creates an exception with a message of one line.
   *
   * @param help the address of a page that says more
   * @param problem what is wrong; each control character becomes a question mark
   */
  protected ExtensionException(String help, String problem) {
    super(HelpTopic.explain(oneLine(problem), help));
    this.help = help;
    this.problem = oneLine(problem);
  }

  private static String oneLine(String problem) {
    return CONTROL.matcher(problem).replaceAll("?");
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
