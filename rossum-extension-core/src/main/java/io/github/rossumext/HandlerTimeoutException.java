package io.github.rossumext;

/** A handler that did not return before the response had to leave. */
final class HandlerTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HandlerTimeoutException() {
    super("The handler did not return in time.");
  }
}
