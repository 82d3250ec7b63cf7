package io.github.rossumext;

/**
 * Ends a handler or rule with a text for the user: the response is 200 and an error message. At
 * {@code export}, the annotation moves to {@code failed_export} and Rossum does not try again. Of
 * an e-mail, every file is imported, because nobody would read a message. The text is shown as
 * plain text and may hold data of the document.
 */
public class UserMessageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An exception with the text that the user reads. */
  public UserMessageException(String text) {
    super(text);
  }

  /** An exception with the text that the user reads, and what went wrong. */
  public UserMessageException(String text, Throwable cause) {
    super(text, cause);
  }

  /** Returns what the user reads. */
  public final String text() {
    return String.valueOf(getMessage());
  }
}
