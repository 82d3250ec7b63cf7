package io.github.rossumext.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * Informs the endpoint which rule of a request runs, because its policy applies if the request
 * fails.
 */
public interface RuleProgress {
  /**
   * Notes that a rule begins. @param policy its own failure policy; null if it has none
   *
   * @throws java.util.concurrent.CancellationException if the endpoint has already responded
   */
  void begins(@Nullable Enum<?> policy);

  /** Notes that all rules have run. */
  void ends();
}
