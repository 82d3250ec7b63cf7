package io.github.rossumext.internal.json;

/**
 * Bytes that are not the JSON that was expected. Its message never holds any of those bytes: it
 * ends in answers and logs, where a document's text has no place.
 */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, with the place where it is known. */
  public JsonException(String message) {
    // Jackson's own exceptions quote the source, so none is kept as a cause.
    super(message);
  }

  /** What is wrong at this byte. */
  public JsonException(String message, int at) {
    this(message + " at byte " + at);
  }
}
