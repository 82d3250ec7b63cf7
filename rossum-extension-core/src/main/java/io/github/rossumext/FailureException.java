package io.github.rossumext;

/**
 * A failure that brings its own policy, which goes before that of the endpoint. A handler may throw
 * it to say that trying again helps.
 */
public final class FailureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailurePolicy policy;

  /** A failure with this policy. */
  public FailureException(FailurePolicy policy, Throwable cause) {
    super(cause);
    this.policy = policy;
  }

  /** Returns what the failure means. */
  public FailurePolicy policy() {
    return policy;
  }
}
