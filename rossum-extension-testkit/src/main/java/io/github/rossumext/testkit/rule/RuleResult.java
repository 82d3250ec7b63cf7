package io.github.rossumext.testkit.rule;

import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.testkit.assertions.SimulatorAssert;
import io.github.rossumext.testkit.simulator.Problem;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.testkit.simulator.SimulatedRow;
import java.util.List;

/**
 * What became of a document by a rule: its answer was applied as Rossum applies it. Not
 * thread-safe.
 */
public final class RuleResult {
  private final RossumSimulator rossum;
  private final ContentResponse response;
  private final List<Problem> problems;

  RuleResult(RossumSimulator rossum, ContentResponse response, List<Problem> problems) {
    this.rossum = rossum;
    this.response = response;
    this.problems = problems;
  }

  /** Assertions on the document; this needs AssertJ on the path, the rest does not. */
  public SimulatorAssert then() {
    return new SimulatorAssert(rossum);
  }

  /** The simulator that holds the document; it may go on with the rule. */
  public RossumSimulator simulator() {
    return rossum;
  }

  /** The answer of the rule. */
  public ContentResponse response() {
    return response;
  }

  /**
   * A field of the document.
   *
   * @throws IllegalArgumentException if there is no such field; the message names the nearest
   */
  public SimulatedField field(String schemaId) {
    return rossum.field(schemaId);
  }

  /**
   * A row of a table.
   *
   * @param index its place, from 0
   * @throws IllegalArgumentException if there is no such table or row
   */
  public SimulatedRow row(String table, int index) {
    return rossum.row(table, index);
  }

  /** The messages, those of Rossum's own checks last. */
  public List<ShownMessage> messages() {
    return rossum.messages();
  }

  /** What Rossum would reject or ignore of the answer. */
  public List<Problem> problems() {
    return problems;
  }

  /** The answer in numbers; nothing of the content. */
  @Override
  public String toString() {
    return "RuleResult[" + response + "]";
  }
}
