package io.github.rossumext.testkit.simulator;

import io.github.rossumext.payload.AnnotationStatus;
import java.util.List;

/**
 * What became of something that a user or Rossum did. Immutable and thread-safe.
 *
 * @param action what was done, such as {@code confirm}
 * @param status the status of the document afterwards
 * @param refusals why it was refused, or a part of it; none if it was done
 * @param exchanges the requests that it led to
 */
public record Outcome(
    String action, AnnotationStatus status, List<String> refusals, List<Exchange> exchanges) {
  /** An outcome. */
  public Outcome {
    refusals = List.copyOf(refusals);
    exchanges = List.copyOf(exchanges);
  }

  /** Whether all of it was done. */
  public boolean isAccepted() {
    return refusals.isEmpty();
  }

  /** What the responses showed that Rossum would reject or ignore. */
  public List<Problem> problems() {
    return exchanges.stream().flatMap(exchange -> exchange.problems().stream()).toList();
  }

  /** What was done, what became of it and why. */
  @Override
  public String toString() {
    return action + (isAccepted() ? ": " : " refused: " + refusals + ", ") + status;
  }
}
