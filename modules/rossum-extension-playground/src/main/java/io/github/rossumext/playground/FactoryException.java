package io.github.rossumext.playground;

/** Says why a factory has not made an endpoint. */
final class FactoryException extends Exception {
  private static final long serialVersionUID = 1;

  FactoryException(String message) {
    super(message);
  }

  FactoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
