package io.github.rossumext.testkit.simulator;

import io.github.rossumext.payload.AnnotationStatus;
import java.util.List;
import java.util.function.Supplier;

/**
 * What became of something that a user or Rossum did. Immutable; only {@link #screen()} follows the
 * simulator.
 */
public final class Outcome {
  private final String action;
  private final AnnotationStatus status;
  private final List<String> refusals;
  private final List<Exchange> exchanges;
  private final Supplier<String> screen;

  Outcome(
      String action,
      AnnotationStatus status,
      List<String> refusals,
      List<Exchange> exchanges,
      Supplier<String> screen) {
    this.action = action;
    this.status = status;
    this.refusals = List.copyOf(refusals);
    this.exchanges = List.copyOf(exchanges);
    this.screen = screen;
  }

  /** Returns what was done, such as {@code confirm}. */
  public String action() {
    return action;
  }

  /** Returns the status of the document afterwards. */
  public AnnotationStatus status() {
    return status;
  }

  /** Returns why it was refused, or a part of it; none if it was done. */
  public List<String> refusals() {
    return refusals;
  }

  /** Returns the requests that it led to. */
  public List<Exchange> exchanges() {
    return exchanges;
  }

  /** Returns the screen of the simulator as it is now: see {@link RossumSimulator#screen()}. */
  public String screen() {
    return screen.get();
  }

  /** Returns whether all of it was done. */
  public boolean isAccepted() {
    return refusals.isEmpty();
  }

  /** Returns what the responses showed that Rossum would reject or ignore. */
  public List<Problem> problems() {
    return exchanges.stream().flatMap(exchange -> exchange.problems().stream()).toList();
  }

  /** Returns what was done, what became of it and why. */
  @Override
  public String toString() {
    return action + (isAccepted() ? ": " : " refused: " + refusals + ", ") + status;
  }
}
