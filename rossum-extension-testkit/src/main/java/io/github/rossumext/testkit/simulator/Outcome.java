package io.github.rossumext.testkit.simulator;

import io.github.rossumext.payload.AnnotationStatus;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The outcome of a step of the user or of Rossum. Immutable; only {@link #screen()} follows the
 * simulator.
 */
public final class Outcome {
  private final String step;
  private final AnnotationStatus status;
  private final List<String> refusals;
  private final List<Exchange> exchanges;
  private final List<Problem> ofUser;
  private final Supplier<String> screen;

  Outcome(
      String step,
      AnnotationStatus status,
      List<String> refusals,
      List<Exchange> exchanges,
      List<Problem> ofUser,
      Supplier<String> screen) {
    this.step = step;
    this.status = status;
    this.refusals = List.copyOf(refusals);
    this.exchanges = List.copyOf(exchanges);
    this.ofUser = List.copyOf(ofUser);
    this.screen = screen;
  }

  /** Returns the step, such as {@code confirm}. */
  public String step() {
    return step;
  }

  /** Returns the status of the document after the step. */
  public AnnotationStatus status() {
    return status;
  }

  /** Returns the reasons why the step, or a part of it, was refused; empty if it was done. */
  public List<String> refusals() {
    return refusals;
  }

  /** Returns the requests of the step and their responses. */
  public List<Exchange> exchanges() {
    return exchanges;
  }

  /** Returns the screen of the simulator as it is now: see {@link RossumSimulator#screen()}. */
  public String screen() {
    return screen.get();
  }

  /** Returns whether no part of the step was refused. */
  public boolean isAccepted() {
    return refusals.isEmpty();
  }

  /**
   * Returns what Rossum would reject, ignore or lose of the responses, and what the user was not
   * allowed to do.
   */
  public List<Problem> problems() {
    return Stream.concat(
            exchanges.stream().flatMap(exchange -> exchange.problems().stream()), ofUser.stream())
        .toList();
  }

  /** Returns the step, the reasons of a refusal, and the status. */
  @Override
  public String toString() {
    return step + (isAccepted() ? ": " : " refused: " + refusals + ", ") + status;
  }
}
