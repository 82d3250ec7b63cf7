package io.github.rossumext.internal.http;

/**
 * Whether the log shows the texts of exceptions that the library did not write. They often quote
 * the data that caused the failure, such as a value of the document or a password.
 */
public enum ExceptionTexts {
  HIDDEN,
  SHOWN
}
