package io.github.rossumext;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exception with its own policy. Throw it in a handler or rule to say that another try helps, or
 * that it must not happen. Its policy replaces the policy of the event. It does not replace a
 * policy that the rule was added with: see {@link
 * io.github.rossumext.rules.ContentRules#and(io.github.rossumext.rules.ContentRule,
 * FailurePolicy)}.
 */
public final class FailureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailurePolicy policy;
  private final boolean isExpected;

  /**
   * Creates an exception with this policy.
   *
   * @param cause what failed; the log shows it as it shows any exception of a handler
   */
  public FailureException(FailurePolicy policy, Throwable cause) {
    this(policy, cause, policy == FailurePolicy.RETRY);
  }

  FailureException(FailurePolicy policy, Throwable cause, boolean isExpected) {
    super(text(cause), cause);
    this.policy = Objects.requireNonNull(policy, "policy");
    this.isExpected = isExpected;
  }

  /** Returns whether the author expects the failure to pass: then a line of the log is enough. */
  boolean isExpected() {
    return isExpected;
  }

  // The exception of an author may do anything, and its policy must not be lost.
  private static @Nullable String text(Throwable cause) {
    try {
      return cause.toString();
    } catch (Throwable e) {
      return null;
    }
  }

  /** Returns the policy: what the failure means for the response. */
  public FailurePolicy policy() {
    return policy;
  }
}
