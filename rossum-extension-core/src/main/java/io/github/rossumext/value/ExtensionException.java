package io.github.rossumext.value;

/**
 * What the library itself complains about. The messages say what to do and never hold a value of
 * the document, a setting or a secret, so that they may be logged.
 */
public abstract class ExtensionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  protected ExtensionException(String message) {
    super(message);
  }
}
