package io.github.rossumext.testkit.assertions;

import io.github.rossumext.internal.help.Nearest;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.simulator.Automation;
import io.github.rossumext.testkit.simulator.AutomationLevel;
import io.github.rossumext.testkit.simulator.Blocker;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.Problem;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import io.github.rossumext.testkit.simulator.SimulatedField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Assertions on the open document and on the exchanges so far. Those on messages are about all
 * messages of the last validation. Start with {@link RossumAssertions#assertThat(RossumSimulator)}.
 * Not thread-safe.
 */
public final class SimulatorAssert extends MessagesAssert<SimulatorAssert, RossumSimulator> {
  /** Creates assertions on a simulator. */
  public SimulatorAssert(RossumSimulator actual) {
    super(actual, SimulatorAssert.class);
  }

  /**
   * Returns assertions on a field.
   *
   * @param path a schema id, or a path such as {@code line_items[0].item_quantity}
   * @throws IllegalArgumentException if the document does not have the field; the message names the
   *     nearest
   */
  public FieldAssert field(String path) {
    return new FieldAssert(actual.field(path));
  }

  /**
   * Returns assertions on a row.
   *
   * @param index the index of the row, from 0
   * @throws IllegalArgumentException if the document does not have the table or row
   */
  public RowAssert row(String table, int index) {
    return new RowAssert(actual.row(table, index));
  }

  /** Returns assertions on the last request and its response. Fails if no request was sent. */
  public ExchangeAssert lastExchange() {
    List<Exchange> exchanges = actual.exchanges();
    check(!exchanges.isEmpty(), "a request", "no request");
    Exchange last = exchanges.get(exchanges.size() - 1);
    return new ExchangeAssert(last, () -> otherProblems(last));
  }

  private List<Problem> otherProblems(Exchange last) {
    List<Problem> others = new ArrayList<>(actual.problems());
    others.removeAll(last.problems());
    return others;
  }

  /**
   * Asserts that there was nothing that Rossum would reject, ignore or lose, and no action of the
   * user that was refused. Fails if no request was sent. Losses that an endpoint in the same
   * process left out under {@code LossyWrites.DROP_AND_LOG} count. The simulator does not see the
   * losses of an extension at a URL: read its log.
   */
  public SimulatorAssert hasNoProblems() {
    check(
        !actual.exchanges().isEmpty() || !actual.problems().isEmpty(), "no problems", "no request");
    return check(actual.problems().isEmpty(), "no problems", count(actual.problems(), "problem"));
  }

  /**
   * Asserts that there was a problem whose text contains this part.
   *
   * @throws IllegalArgumentException if the part is empty
   */
  public SimulatorAssert hasProblemContaining(String part) {
    requirePart(part);
    return check(
        actual.problems().stream().map(Problem::text).anyMatch(text -> text.contains(part)),
        "a problem that contains '" + part + "'",
        count(actual.problems(), "problem"));
  }

  /** Asserts that the document has this status. */
  public SimulatorAssert hasStatus(AnnotationStatus status) {
    return checkEqual("status", status, actual.status());
  }

  /**
   * Asserts that the table has this number of rows.
   *
   * @throws IllegalArgumentException if the document does not have the table; the message names the
   *     nearest
   */
  public SimulatorAssert hasRows(String table, int rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("Expected a number of rows, but found " + rows + ".");
    }
    return checkEqual("rows of '" + table + "':", rows, actual.rows(table).size());
  }

  /**
   * Asserts that the cells of this column have these machine texts, row by row.
   *
   * @throws IllegalArgumentException if the document does not have the table or column
   */
  public SimulatorAssert hasColumnTexts(String table, String column, String... machineTexts) {
    return checkEqual(
        "texts of " + column + ":",
        List.of(machineTexts),
        column(table, column, SimulatedField::text));
  }

  /**
   * Asserts that the user sees these texts in the cells of this column, row by row.
   *
   * @throws IllegalArgumentException if the document does not have the table or column
   */
  public SimulatorAssert hasColumnDisplayedTexts(String table, String column, String... texts) {
    return checkEqual(
        "displayed texts of " + column + ":",
        List.of(texts),
        column(table, column, SimulatedField::displayedText));
  }

  private List<String> column(String table, String column, Function<SimulatedField, String> text) {
    List<String> columns = actual.columns(table);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(
          "The table '"
              + table
              + "' has no rows and no schema, so its columns are unknown. Call hasRows(\""
              + table
              + "\", 0).");
    }
    if (!columns.contains(column)) {
      throw new IllegalArgumentException(
          "The table '"
              + table
              + "' has no column '"
              + column
              + "'. "
              + Nearest.question(column, columns, ""));
    }
    return actual.rows(table).stream().map(row -> text.apply(row.field(column))).toList();
  }

  /**
   * Asserts that the document would be automated now at the queue's level.
   *
   * @throws IllegalArgumentException if the queue automates nothing, as a new queue does
   */
  public SimulatorAssert wouldBeAutomated() {
    Automation automation = actual.automation();
    requireAutomating(
        automation.level(),
        "Set the queue's level, or call wouldBeAutomated(AutomationLevel.ALWAYS).");
    return automated(automation, true);
  }

  /**
   * Asserts that the document would be automated now at this level.
   *
   * @throws IllegalArgumentException if the level is {@link AutomationLevel#NEVER}
   */
  public SimulatorAssert wouldBeAutomated(AutomationLevel level) {
    requireAutomating(level, "Call it with ALWAYS or CONFIDENT.");
    return automated(actual.automation(level), true);
  }

  /**
   * Asserts that the document would not be automated now at this level.
   *
   * @throws IllegalArgumentException if the level is {@link AutomationLevel#NEVER}
   */
  public SimulatorAssert wouldNotBeAutomated(AutomationLevel level) {
    requireAutomating(level, "Call it with ALWAYS or CONFIDENT.");
    return automated(actual.automation(level), false);
  }

  private static void requireAutomating(AutomationLevel level, String advice) {
    if (level == AutomationLevel.NEVER) {
      throw new IllegalArgumentException(
          "Expected a level that automates, but found " + level + ". " + advice);
    }
  }

  private SimulatorAssert automated(Automation automation, boolean expected) {
    return check(
        automation.isAutomated() == expected,
        (expected ? "automated at " : "not automated at ") + automation.level(),
        automation.toString());
  }

  /** Asserts that something blocks automation at the queue's level for the reason in this text. */
  public SimulatorAssert hasBlocker(String text) {
    return check(
        actual.blockers().stream().anyMatch(blocker -> blocker.text().equals(text)),
        "automation blocker '" + text + "'",
        count(actual.blockers(), "automation blocker"));
  }

  /** Asserts that something blocks automation at the queue's level for a reason of this type. */
  public SimulatorAssert hasBlocker(Blocker.Type type) {
    return check(
        actual.blockers().stream().anyMatch(blocker -> blocker.type() == type),
        "automation blocker " + type,
        count(actual.blockers(), "automation blocker"));
  }

  /** Asserts that no extension blocks automation; the queue or a field may block it. */
  public SimulatorAssert hasNoBlockersOfExtensions() {
    requireVoice("no automation blockers of extensions");
    List<Blocker> said =
        actual.blockers().stream()
            .filter(blocker -> blocker.type() == Blocker.Type.EXTENSION)
            .toList();
    return check(
        said.isEmpty(), "no automation blockers of extensions", count(said, "automation blocker"));
  }

  /** Asserts that the simulator sent requests with exactly these events, in this order. */
  public SimulatorAssert hasRequests(String... events) {
    return checkEqual(
        "requests",
        List.of(events),
        actual.exchanges().stream().map(Exchange::eventAndAction).toList());
  }

  /** Returns the reason why the open document cannot have a message; {@code ""} if it can. */
  static String silence(RossumSimulator rossum) {
    return rossum.hasValidation() ? "" : "no validation of the document";
  }

  @Override
  List<ShownMessage> said() {
    return actual.messages();
  }

  @Override
  String silence() {
    return silence(actual);
  }

  private List<Blocker> blockers() {
    try {
      return actual.blockers();
    } catch (IllegalStateException e) {
      // No document is open, which the screen says.
      return List.of();
    }
  }

  @Override
  Story story() {
    return new Story("The document", actual.exchanges())
        .with("blocker", blockers())
        .with("problem", actual.problems())
        .withScreen(actual.screen());
  }
}
