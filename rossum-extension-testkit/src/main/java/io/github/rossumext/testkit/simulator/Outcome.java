package io.github.rossumext.testkit.simulator;

import io.github.rossumext.payload.AnnotationStatus;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The outcome of a step of the user or of Rossum. Immutable, except that {@link #screen()} follows
 * the simulator, and that it remembers whether somebody looked at a refusal: see {@link
 * RossumSimulator#unseenProblems}.
 */
public final class Outcome {
  private final String step;
  private final AnnotationStatus status;
  private final Refusal refusal;
  private final List<Exchange> exchanges;
  private final Supplier<String> screen;

  Outcome(
      String step,
      AnnotationStatus status,
      Refusal refusal,
      List<Exchange> exchanges,
      Supplier<String> screen) {
    this.step = step;
    this.status = status;
    this.refusal = refusal;
    this.exchanges = List.copyOf(exchanges);
    this.screen = screen;
  }

  /** Returns the step, such as {@code confirm}. */
  public String step() {
    return step;
  }

  /** Returns the status of the document after the step. */
  public AnnotationStatus status() {
    refusal.see();
    return status;
  }

  /** Returns the reasons why the step, or a part of it, was refused; empty if it was done. */
  public List<String> refusals() {
    refusal.see();
    return refusal.reasons();
  }

  /** Returns the refusal for the simulator, which does not look at it for a test. */
  Refusal refusal() {
    return refusal;
  }

  /** Returns the requests of the step and their responses. */
  public List<Exchange> exchanges() {
    if (refusal.isByErrors()) {
      refusal.see(); // the errors are in the messages of the exchanges
    }
    return exchanges;
  }

  /** Returns the screen of the simulator as it is now: see {@link RossumSimulator#screen()}. */
  public String screen() {
    return screen.get();
  }

  /** Returns whether no part of the step was refused. */
  public boolean isAccepted() {
    refusal.see();
    return isDone();
  }

  /** Returns whether no part was refused, for the simulator. */
  boolean isDone() {
    return refusal.reasons().isEmpty();
  }

  /**
   * Returns what Rossum would reject, ignore or lose of the responses, and what the user was not
   * allowed to do.
   */
  public List<Problem> problems() {
    refusal.see();
    return Stream.concat(
            exchanges.stream().flatMap(exchange -> exchange.problems().stream()),
            refusal.problems().stream())
        .toList();
  }

  /** Returns the step, the reasons of a refusal, and the status. */
  @Override
  public String toString() {
    return step + (isDone() ? ": " : " refused: " + refusal.reasons() + ", ") + status;
  }
}
