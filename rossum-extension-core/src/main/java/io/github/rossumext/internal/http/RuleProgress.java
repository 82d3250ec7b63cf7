package io.github.rossumext.internal.http;

import org.jspecify.annotations.Nullable;

/** The way from the rules of a request to what the endpoint has to know of them if it fails. */
public interface RuleProgress {
  /**
   * A rule begins.
   *
   * @param policy its own failure policy; null if it has none
   * @throws java.util.concurrent.CancellationException if the endpoint has already responded
   */
  void begins(@Nullable Enum<?> policy);

  /** All rules have run. */
  void ends();
}
