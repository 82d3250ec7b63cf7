package io.github.rossumext;

/**
 * An exception that ends a handler or rule with a text for the user. The response is 200 and an
 * error message. The text is shown as plain text and may hold data of the document.
 *
 * <ul>
 *   <li>{@code upload.created}: the import of each file fails, and its annotation shows the text
 *   <li>{@code export}: the annotation moves to {@code failed_export}, and Rossum does not try
 *       again
 *   <li>{@code annotation_status} and {@code invocation.scheduled}: nobody reads the response, so
 *       this is a failure like any other, and the {@link FailurePolicy} decides
 *   <li>{@code email.received}: nobody reads a message, so every file is imported, and the log says
 *       {@code failed}
 *   <li>an event that the library does not know: the response is 200 and the error message, though
 *       the library does not know whether anybody reads it
 * </ul>
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
