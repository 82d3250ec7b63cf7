package io.github.rossumext.internal.json;

/**
 * Bytes that are not the JSON that was expected. Its message never holds any of those bytes:
 * responses and logs show it, and must not show the text of a document.
 */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception that says what is wrong, and the place if it is known. */
  public JsonException(String message) {
    super(message);
  }

  /** Creates an exception that says what is wrong at this byte. */
  public JsonException(String message, int at) {
    this(message + " at byte " + at);
  }
}
