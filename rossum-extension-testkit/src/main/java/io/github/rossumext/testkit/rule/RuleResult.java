package io.github.rossumext.testkit.rule;

import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.testkit.assertions.SimulatorAssert;
import io.github.rossumext.testkit.simulator.Problem;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.testkit.simulator.SimulatedRow;
import java.util.List;

/** The document after the simulator applied a rule's response. Not thread-safe. */
public final class RuleResult {
  private final RossumSimulator rossum;
  private final ContentResponse response;
  private final List<Problem> problems;

  RuleResult(RossumSimulator rossum, ContentResponse response, List<Problem> problems) {
    this.rossum = rossum;
    this.response = response;
    this.problems = problems;
  }

  /** Returns assertions on the document. Of this class, only this method needs AssertJ. */
  public SimulatorAssert then() {
    return new SimulatorAssert(rossum);
  }

  /** Returns the simulator that holds the document. Its further requests reach the rule, too. */
  public RossumSimulator simulator() {
    return rossum;
  }

  /** Returns the response of the rule. */
  public ContentResponse response() {
    return response;
  }

  /**
   * Returns a field of the document.
   *
   * @param path a schema id, or a path such as {@code line_items[0].item_quantity}
   * @throws IllegalArgumentException if the document does not have the field; the message names the
   *     nearest
   */
  public SimulatedField field(String path) {
    return rossum.field(path);
  }

  /**
   * Returns a row of a table.
   *
   * @param index its index, from 0
   * @throws IllegalArgumentException if the document does not have the table or row
   */
  public SimulatedRow row(String table, int index) {
    return rossum.row(table, index);
  }

  /** Returns the messages: first those of the rule, then those of Rossum's own checks. */
  public List<ShownMessage> messages() {
    return rossum.messages();
  }

  /** Returns what Rossum would reject or ignore of the response. */
  public List<Problem> problems() {
    return problems;
  }

  /** Returns the counts of the response and nothing of the content. */
  @Override
  public String toString() {
    return "RuleResult[" + response + "]";
  }
}
