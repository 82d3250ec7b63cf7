package io.github.rossumext.internal.http;

/**
 * Whether the log shows the texts of exceptions that the library did not write. They quote what the
 * code stumbled over, such as a value of the document or a password.
 */
public enum ExceptionTexts {
  HIDDEN,
  SHOWN
}
