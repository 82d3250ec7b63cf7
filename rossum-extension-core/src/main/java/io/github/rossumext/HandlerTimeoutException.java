package io.github.rossumext;

/** A handler that did not come back before the answer had to leave. */
final class HandlerTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HandlerTimeoutException() {
    super("The handler did not come back in time.");
  }
}
