package io.github.rossumext.maven.project;

/**
 * Ends a goal. Its message is for the author: what was expected, what was found, and what to do. It
 * holds no secret.
 */
public final class GoalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GoalException(String message) {
    super(message);
  }

  public GoalException(String message, Throwable cause) {
    super(message, cause);
  }
}
