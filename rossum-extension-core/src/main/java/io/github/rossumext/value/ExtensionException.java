package io.github.rossumext.value;

import java.util.regex.Pattern;

/**
 * What the library itself complains about. The messages say what to do and never hold a value of
 * the document, a setting or a secret, so that they may be logged.
 */
public abstract class ExtensionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  // The messages name keys and schema ids of the request, which could forge a line of the log.
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  /** What is wrong, in one line: control characters are replaced by question marks. */
  protected ExtensionException(String message) {
    super(CONTROL.matcher(message).replaceAll("?"));
  }
}
