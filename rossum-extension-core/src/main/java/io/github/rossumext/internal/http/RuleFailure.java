package io.github.rossumext.internal.http;

/** Creates the exception that takes the policy of a rule to the endpoint. */
@FunctionalInterface
public interface RuleFailure {
  /**
   * Returns the exception for a rule's failure. It differs from a {@code FailureException} that
   * user code throws.
   */
  RuntimeException of(Throwable thrown);
}
