package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.simulator.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an act of the user ended.
 *
 * @param refusals the reasons why it, or a part of it, was not done; empty if it was done
 * @param fits whether Rossum let or refused it; false if it is about something that the document
 *     does not have
 * @param report what came of an event, for the page; null if the act sends none
 */
record ActResult(List<String> refusals, boolean fits, @Nullable ObjectNode report) {
  static final ActResult DONE = new ActResult(List.of(), true);

  ActResult(List<String> refusals, boolean fits) {
    this(refusals, fits, null);
  }

  /** Returns a copy with what came of an event. */
  ActResult withReport(ObjectNode cameOfIt) {
    return new ActResult(refusals, fits, cameOfIt);
  }

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
