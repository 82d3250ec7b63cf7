package io.github.rossumext.testkit.simulator;

import io.github.rossumext.payload.AnnotationStatus;
import java.util.List;

/**
 * The outcome of an action of the user or of Rossum. Immutable and thread-safe.
 *
 * @param action the action, such as {@code confirm}
 * @param status the status of the document after the action
 * @param refusals the reasons why the action, or a part of it, was refused; empty if it was done
 * @param exchanges the requests of the action and their responses
 */
public record Outcome(
    String action, AnnotationStatus status, List<String> refusals, List<Exchange> exchanges) {
  /** Creates an outcome. */
  public Outcome {
    refusals = List.copyOf(refusals);
    exchanges = List.copyOf(exchanges);
  }

  /** Returns whether no part of the action was refused. */
  public boolean isAccepted() {
    return refusals.isEmpty();
  }

  /** Returns what Rossum would reject or ignore of the responses. */
  public List<Problem> problems() {
    return exchanges.stream().flatMap(exchange -> exchange.problems().stream()).toList();
  }

  /** Returns the action, the reasons of a refusal, and the status. */
  @Override
  public String toString() {
    return action + (isAccepted() ? ": " : " refused: " + refusals + ", ") + status;
  }
}
