package io.github.rossumext.testkit.assertions;

import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.FieldChange;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.util.List;

/**
 * Assertions on one call and what became of its response; those on messages are about the
 * response's. Begin with {@link RossumAssertions#assertThat(Exchange)}. Not thread-safe.
 */
public final class ExchangeAssert extends MessagesAssert<ExchangeAssert, Exchange> {
  ExchangeAssert(Exchange actual) {
    super(actual, ExchangeAssert.class);
  }

  /** The response came in time, with a status of 2xx. */
  public ExchangeAssert isSuccess() {
    return check(actual.isSuccess(), "a response with a status of 2xx", answered());
  }

  /** The response has this HTTP status. */
  public ExchangeAssert hasStatus(int status) {
    return check(actual.status().orElse(0) == status, "status " + status, answered());
  }

  private String answered() {
    return actual.status().isPresent() ? "status " + actual.status().getAsInt() : "no response";
  }

  /** It was this event, such as {@code annotation_content.updated}. */
  public ExchangeAssert hasEvent(String event) {
    return checkEqual("event", event, actual.event());
  }

  /**
   * These operations took effect, in this order, and no others.
   *
   * @param operations each as what it does and to what, such as {@code replace vendor} or {@code
   *     add line_items}
   */
  public ExchangeAssert hasOperations(String... operations) {
    return checkEqual(
        "operations",
        List.of(operations),
        actual.operations().stream().map(one -> one.op() + " " + one.schemaId()).toList());
  }

  /** The response gave the field this value. */
  public ExchangeAssert changed(String schemaId, String displayed) {
    return check(
        actual.changes().stream()
            .anyMatch(
                change ->
                    change.schemaId().equals(schemaId)
                        && change.what().matches("value|added")
                        && change.after().equals(displayed)),
        schemaId + " → '" + displayed + "'",
        "changes of " + shown(changedFields()));
  }

  /** The response changed something of these fields and of no others. */
  public ExchangeAssert changedOnly(String... schemaIds) {
    return checkEqual(
        "changes of", List.of(schemaIds).stream().distinct().sorted().toList(), changedFields());
  }

  /** The response changed nothing. */
  public ExchangeAssert changedNothing() {
    return changedOnly();
  }

  private List<String> changedFields() {
    return actual.changes().stream().map(FieldChange::schemaId).distinct().sorted().toList();
  }

  /** There is nothing in the response that Rossum would reject or ignore. */
  public ExchangeAssert hasNoProblems() {
    return check(actual.problems().isEmpty(), "no problems", count(actual.problems(), "problem"));
  }

  @Override
  List<ShownMessage> said() {
    return actual.messages();
  }

  @Override
  Story story() {
    return new Story("The response", List.of(actual));
  }
}
