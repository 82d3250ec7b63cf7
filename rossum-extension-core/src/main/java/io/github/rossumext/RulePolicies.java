package io.github.rossumext;

import io.github.rossumext.internal.http.RuleProgress;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The policies of the rules that have begun in one request. Thread-safe, because a handler that
 * does not return in time is still running when the endpoint reads them.
 */
final class RulePolicies implements RuleProgress {
  private @Nullable FailurePolicy running;
  private boolean isUnrepeatable;
  private boolean isOver;

  @Override
  public synchronized void begins(@Nullable Enum<?> policy) {
    if (isOver) {
      // Its side effect would come after a status that lets Rossum repeat the request.
      throw new CancellationException("The endpoint has responded, so no further rule begins.");
    }
    running = (FailurePolicy) policy;
    isUnrepeatable |= policy == FailurePolicy.NO_RETRY;
  }

  @Override
  public synchronized void ends() {
    running = null;
  }

  /** Lets no further rule begin: the response follows from those that have begun. */
  synchronized void close() {
    isOver = true;
  }

  /** Returns the policy of the rule that is running; null if it has none, or none is running. */
  synchronized @Nullable FailurePolicy running() {
    return running;
  }

  /** Returns whether a rule has begun whose side effect must not be repeated. */
  synchronized boolean isUnrepeatable() {
    return isUnrepeatable;
  }
}
