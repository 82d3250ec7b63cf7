package io.github.rossumext.playground;

import io.github.rossumext.testkit.simulator.Outcome;
import java.util.List;

/**
 * How an act of the user ended.
 *
 * @param refusals the reasons why it, or a part of it, was not done; empty if it was done
 * @param fits whether Rossum let or refused it; false if it is about something that the document
 *     does not have
 */
record ActResult(List<String> refusals, boolean fits) {
  static final ActResult DONE = new ActResult(List.of(), true);

  ActResult {
    refusals = List.copyOf(refusals);
  }

  static ActResult of(Outcome outcome) {
    return new ActResult(outcome.refusals(), true);
  }

  /** Returns the result of an act that does not fit the document. */
  static ActResult misfit(String reason) {
    return new ActResult(List.of(reason), false);
  }
}
