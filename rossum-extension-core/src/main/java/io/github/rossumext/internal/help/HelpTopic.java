package io.github.rossumext.internal.help;

import java.util.Locale;

/**
 * A section of {@code docs/troubleshooting.md} that exceptions point to. The section's heading is
 * the constant's name in words: a test of the documentation compares them. Immutable and
 * thread-safe.
 */
public enum HelpTopic {
  /** The signature of a request is missing or wrong. */
  STATUS_401,
  /** The document has no such field. */
  UNKNOWN_FIELD,
  /** The schema has the field and the document does not. */
  FIELD_NOT_PRESENT,
  /** The field exists, but is of another kind than the rule expects. */
  FIELD_OF_ANOTHER_KIND,
  /** A rule reads a number or date, but the field does not hold one. */
  NO_NUMBER_OR_DATE,
  /** A rule reads an id that Rossum gives only with the next request. */
  NEW_ROW,
  /** Rossum would lose part of the response. */
  LOSSY_WRITE,
  /** Settings or secrets do not fit. */
  SETTINGS_OR_SECRETS,
  /** JSON, a document or a row does not fit your type. */
  BINDING,
  /** The body is not an event, or lacks what a response needs. */
  NOT_AN_EVENT,
  /** An endpoint was built without a secret. */
  ENDPOINT_WITHOUT_SECRET,
  /** An endpoint was built without a handler. */
  ENDPOINT_WITHOUT_HANDLER,
  /** Two handlers or policies fit the same request. */
  REGISTERED_TWICE,
  /** A record is in a package that its module does not open. */
  RECORDS_ON_THE_MODULE_PATH,
  /** An event cannot be handled once or later as it is declared. */
  ONCE_OR_LATER_REFUSED,
  /** A rule asks for the key of a delivery, and the event is not handled once. */
  NO_DELIVERY_KEY,
  /** The database of the store has no table for deliveries. */
  MISSING_TABLE,
  /** The store gets no connection to its database. */
  STORE_UNREACHABLE,
  /** The environment variable of a secret is not set. */
  MISSING_ENVIRONMENT_VARIABLE,
  /** The file of a secret cannot be read. */
  UNREADABLE_SECRET_FILE,
  /** The secret of the hook begins or ends with a character that nobody sees. */
  SECRET_WITH_AN_INVISIBLE_END;

  private static final String PAGE =
      "https://github.com/rossumext/rossum-extension/blob/main/docs/troubleshooting.md#";

  /** Returns the section's anchor, such as {@code unknown-field}. */
  public String anchor() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the section's address. */
  public String link() {
    return PAGE + anchor();
  }

  /** Returns the problem, followed by the section's address. */
  public String explain(String problem) {
    return explain(problem, link());
  }

  /**
   * Returns the problem as a {@linkplain Printable#text printable text}, followed by the address of
   * a page that says more.
   */
  public static String explain(String problem, String link) {
    String text = Printable.text(problem);
    boolean isSentence = text.endsWith(".") || text.endsWith("?");
    return text + (isSentence ? " See " : ". See ") + link;
  }
}
