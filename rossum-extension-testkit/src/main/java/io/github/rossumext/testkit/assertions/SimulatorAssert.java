package io.github.rossumext.testkit.assertions;

import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.simulator.Automation;
import io.github.rossumext.testkit.simulator.AutomationLevel;
import io.github.rossumext.testkit.simulator.Blocker;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.Problem;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.testkit.simulator.SimulatedField;
import java.util.List;
import java.util.function.Function;

/**
 * Assertions on the open document and on the conversation; those on messages are about all that the
 * last validation left, of fields and of the document. Begin with {@link
 * RossumAssertions#assertThat(RossumSimulator)}. Not thread-safe.
 */
public final class SimulatorAssert extends MessagesAssert<SimulatorAssert, RossumSimulator> {
  /** Assertions on a simulator. */
  public SimulatorAssert(RossumSimulator actual) {
    super(actual, SimulatorAssert.class);
  }

  /**
   * Goes on with a field.
   *
   * @throws IllegalArgumentException if there is no such field; the message names the nearest
   */
  public FieldAssert field(String schemaId) {
    return new FieldAssert(actual.field(schemaId));
  }

  /**
   * Goes on with a row.
   *
   * @param index its place, from 0
   * @throws IllegalArgumentException if there is no such table or row
   */
  public RowAssert row(String table, int index) {
    return new RowAssert(actual.row(table, index));
  }

  /** Goes on with the last request and its response; fails if there was none. */
  public ExchangeAssert lastExchange() {
    List<Exchange> exchanges = actual.conversation();
    check(!exchanges.isEmpty(), "a request", "no request");
    return new ExchangeAssert(exchanges.get(exchanges.size() - 1));
  }

  /** There was nothing that Rossum would reject, ignore or lose. */
  public SimulatorAssert hasNoProblems() {
    return check(actual.problems().isEmpty(), "no problems", count(actual.problems(), "problem"));
  }

  /** There was a problem whose text contains this. */
  public SimulatorAssert hasProblemContaining(String part) {
    return check(
        actual.problems().stream().map(Problem::text).anyMatch(text -> text.contains(part)),
        "a problem with '" + part + "' in it",
        count(actual.problems(), "problem"));
  }

  /** The document has this status. */
  public SimulatorAssert hasStatus(AnnotationStatus status) {
    return checkEqual("status", status, actual.status());
  }

  /**
   * The table has so many rows.
   *
   * @throws IllegalArgumentException if there is no such table; the message names the nearest
   */
  public SimulatorAssert hasRows(String table, int rows) {
    return checkEqual("rows of '" + table + "':", rows, actual.rows(table).size());
  }

  /**
   * The cells of this column have these machine texts, row by row.
   *
   * @throws IllegalArgumentException if there is no such table or column
   */
  public SimulatorAssert hasColumnTexts(String table, String column, String... machineTexts) {
    return checkEqual(
        "texts of " + column + ":",
        List.of(machineTexts),
        column(table, column, SimulatedField::text));
  }

  /**
   * The user sees these texts in the cells of this column, row by row.
   *
   * @throws IllegalArgumentException if there is no such table or column
   */
  public SimulatorAssert hasColumnDisplayedTexts(String table, String column, String... texts) {
    return checkEqual(
        "displayed texts of " + column + ":",
        List.of(texts),
        column(table, column, SimulatedField::displayedText));
  }

  private List<String> column(String table, String column, Function<SimulatedField, String> text) {
    return actual.rows(table).stream().map(row -> text.apply(row.field(column))).toList();
  }

  /** The document would be automated now, as the queue is set. */
  public SimulatorAssert wouldBeAutomated() {
    return automated(actual.automation(), true);
  }

  /** The document would be automated now at this level. */
  public SimulatorAssert wouldBeAutomated(AutomationLevel level) {
    return automated(actual.automation(level), true);
  }

  /** Something would keep the document from being automated now at this level. */
  public SimulatorAssert wouldNotBeAutomated(AutomationLevel level) {
    return automated(actual.automation(level), false);
  }

  private SimulatorAssert automated(Automation automation, boolean expected) {
    return check(
        automation.isAutomated() == expected,
        (expected ? "automated at " : "not automated at ") + automation.level(),
        automation.toString());
  }

  /** Something of this text, perhaps an extension's, blocks automation as the queue is set. */
  public SimulatorAssert hasBlocker(String text) {
    return check(
        actual.blockers().stream().anyMatch(blocker -> blocker.text().equals(text)),
        "automation blocker '" + text + "'",
        count(actual.blockers(), "automation blocker"));
  }

  /** Something of this kind blocks automation as the queue is set. */
  public SimulatorAssert hasBlocker(Blocker.Type type) {
    return check(
        actual.blockers().stream().anyMatch(blocker -> blocker.type() == type),
        "automation blocker " + type,
        count(actual.blockers(), "automation blocker"));
  }

  /** No extension blocks automation; the queue or a field still may. */
  public SimulatorAssert hasNoBlockersOfExtensions() {
    List<Blocker> said =
        actual.blockers().stream()
            .filter(blocker -> blocker.type() == Blocker.Type.EXTENSION)
            .toList();
    return check(
        said.isEmpty(), "no automation blockers of extensions", count(said, "automation blocker"));
  }

  /** The requests since the simulator was made had these events, in this order. */
  public SimulatorAssert hasRequests(String... events) {
    return checkEqual(
        "requests", List.of(events), actual.conversation().stream().map(Exchange::event).toList());
  }

  @Override
  List<ShownMessage> said() {
    return actual.messages();
  }

  @Override
  Story story() {
    return new Story("The document", actual.conversation())
        .beside("blocker", actual.blockers())
        .beside("problem", actual.problems())
        .withScreen(actual.screen());
  }
}
