package io.github.rossumext.testkit.simulator;

import java.util.List;

/**
 * Why a step, or a part of it, was not done. Immutable, except that it remembers whether the test
 * looked at it.
 */
final class Refusal {
  /** The refusal of a step that was done. */
  static final Refusal NONE = new Refusal(List.of(), List.of());

  private final List<String> reasons;
  private final List<Problem> problems;
  private volatile boolean isSeen;

  private Refusal(List<String> reasons, List<Problem> problems) {
    this.reasons = List.copyOf(reasons);
    this.problems = problems;
  }

  /** Returns the refusal of what the user may not do, which is a problem. */
  static Refusal ofMistake(String step, List<String> reasons) {
    return new Refusal(reasons, problems(step, reasons));
  }

  /** Returns the refusal that an error message exists for. It is not a problem. */
  static Refusal byErrors(List<String> reasons) {
    return new Refusal(reasons, List.of());
  }

  private static List<Problem> problems(String step, List<String> reasons) {
    return reasons.stream().map(why -> Problem.of(Problem.Kind.USER, step, why)).toList();
  }

  List<String> reasons() {
    return reasons;
  }

  List<Problem> problems() {
    return problems;
  }

  boolean isByErrors() {
    return problems.isEmpty();
  }

  void see() {
    isSeen = true;
  }

  /** Returns the reasons as problems, also those of errors; empty if the test looked at them. */
  List<Problem> unseen(String step) {
    return isSeen ? List.of() : problems(step, reasons);
  }
}
