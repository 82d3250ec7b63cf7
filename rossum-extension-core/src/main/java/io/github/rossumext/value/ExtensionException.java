package io.github.rossumext.value;

import io.github.rossumext.internal.help.HelpTopic;
import java.util.regex.Pattern;

/**
 * What the library itself complains about. The messages say what to do, link to the section of the
 * troubleshooting guide, and never hold a value of the document, a setting or a secret, so that
 * they may be logged.
 */
public abstract class ExtensionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  // The messages name keys and schema ids of the request, which could forge a line of the log.
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private final HelpTopic topic;
  private final String problem;

  /** What is wrong, in one line: control characters are replaced by question marks. */
  @SuppressWarnings("exports") // the topic's package is not exported: nobody else can call it
  protected ExtensionException(HelpTopic topic, String problem) {
    this(CONTROL.matcher(problem).replaceAll("?"), topic);
  }

  private ExtensionException(String oneLine, HelpTopic topic) {
    super(topic.explain(oneLine));
    this.topic = topic;
    this.problem = oneLine;
  }

  /** What is wrong, without the link: for texts that others than the author read. Never null. */
  public final String problem() {
    return problem;
  }

  /** The address of the section that says more. Never null. */
  public final String help() {
    return topic.link();
  }
}
