package io.github.rossumext.internal.help;

import java.util.Locale;

/**
 * A section of {@code docs/troubleshooting.md} that exceptions point to. The section's heading is
 * the constant's name in words: a test of the documentation compares them. Immutable and
 * thread-safe.
 */
public enum HelpTopic {
  /** The document has no such field. */
  UNKNOWN_FIELD,
  /** The schema has the field and the document does not. */
  FIELD_NOT_PRESENT,
  /** The field is there and something else than the rule says. */
  FIELD_OF_ANOTHER_KIND,
  /** A number or date was asked for where none can be read. */
  NO_NUMBER_OR_DATE,
  /** An id was asked for that Rossum gives only with the next event. */
  NEW_ROW,
  /** Rossum would lose a part of the answer. */
  LOSSY_WRITE,
  /** Settings or secrets do not fit. */
  SETTINGS_OR_SECRETS,
  /** JSON, a document or a row does not fit the author's type. */
  BINDING,
  /** The body is no event, or lacks what an answer needs. */
  NOT_AN_EVENT,
  /** An endpoint was built without a secret. */
  ENDPOINT_WITHOUT_SECRET,
  /** An endpoint was built without a handler. */
  ENDPOINT_WITHOUT_HANDLER,
  /** Two handlers or policies fit the same call. */
  REGISTERED_TWICE,
  /** The environment variable of a secret is not set. */
  MISSING_ENVIRONMENT_VARIABLE;

  private static final String PAGE =
      "https://github.com/rossumext/rossum-extension/blob/main/docs/troubleshooting.md#";

  /** The section's anchor, such as {@code unknown-field}. */
  public String anchor() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The section's address. */
  public String link() {
    return PAGE + anchor();
  }

  /** What is wrong, with the link behind it. */
  public String explain(String problem) {
    boolean isSentence = problem.endsWith(".") || problem.endsWith("?");
    return problem + (isSentence ? " See " : ". See ") + link();
  }
}
