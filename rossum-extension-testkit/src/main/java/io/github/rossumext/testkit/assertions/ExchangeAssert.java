package io.github.rossumext.testkit.assertions;

import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.FieldChange;
import io.github.rossumext.testkit.simulator.Problem;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.util.List;
import java.util.function.Supplier;

/**
 * Assertions on one request and what its response changed. Those on messages are about the
 * response. Start with {@link RossumAssertions#assertThat(Exchange)}. Not thread-safe.
 */
public final class ExchangeAssert extends MessagesAssert<ExchangeAssert, Exchange> {
  // Called only if an assertion fails, because a test that reads the problems counts as having
  // looked at the failures.
  private final Supplier<List<Problem>> problems;

  ExchangeAssert(Exchange actual) {
    this(actual, List::of);
  }

  /** Creates assertions whose failure texts also show these problems of the conversation. */
  ExchangeAssert(Exchange actual, Supplier<List<Problem>> problems) {
    super(actual, ExchangeAssert.class);
    this.problems = problems;
  }

  /** Asserts that a response with a status of 2xx came in time. */
  public ExchangeAssert isSuccess() {
    return check(actual.isSuccess(), "a response with a status of 2xx", status());
  }

  /**
   * Asserts that the response has this HTTP status.
   *
   * @throws IllegalArgumentException if it cannot be a status
   */
  public ExchangeAssert hasStatus(int status) {
    requireStatus(status);
    return check(actual.status().orElse(0) == status, "status " + status, status());
  }

  private String status() {
    return actual.status().isPresent() ? "status " + actual.status().getAsInt() : "no response";
  }

  /** Asserts that the request has this event, such as {@code annotation_content.updated}. */
  public ExchangeAssert hasEventAndAction(String event) {
    return checkEqual("event", event, actual.eventAndAction());
  }

  /**
   * Asserts that exactly these operations took effect, in this order. Fails if the request failed.
   *
   * @param operations the name and the schema id of each, such as {@code replace vendor} or {@code
   *     add line_items}
   */
  public ExchangeAssert hasOperations(String... operations) {
    requireVoice("operations " + shown(List.of(operations)));
    return checkEqual(
        "operations",
        List.of(operations),
        actual.operations().stream().map(one -> one.op() + " " + one.schemaId()).toList());
  }

  /**
   * Asserts that the response changed the field, or added it, so that the user sees this text.
   *
   * @param field the schema id, or the path, such as {@code line_items[2].item_code}
   */
  public ExchangeAssert changed(String field, String displayed) {
    return check(
        actual.changes().stream()
            .anyMatch(
                change ->
                    (change.schemaId().equals(field) || change.path().equals(field))
                        && change.part().matches("value|added")
                        && change.after().equals(displayed)),
        field + " → '" + displayed + "'",
        "changes of " + shown(changedFields()));
  }

  /**
   * Asserts that the response changed exactly these fields, in any order. Fails if the request
   * failed.
   */
  public ExchangeAssert changedOnly(String... schemaIds) {
    requireVoice("changes of " + shown(List.of(schemaIds)));
    return checkEqual(
        "changes of", List.of(schemaIds).stream().distinct().sorted().toList(), changedFields());
  }

  /** Asserts that the response changed no field. Fails if the request failed. */
  public ExchangeAssert changedNothing() {
    return changedOnly();
  }

  private List<String> changedFields() {
    return actual.changes().stream().map(FieldChange::schemaId).distinct().sorted().toList();
  }

  /** Asserts that the response has nothing that Rossum would reject or ignore. */
  public ExchangeAssert hasNoProblems() {
    return check(actual.problems().isEmpty(), "no problems", count(actual.problems(), "problem"));
  }

  @Override
  List<ShownMessage> said() {
    return actual.messages();
  }

  @Override
  String silence() {
    return actual.isSuccess() ? "" : status();
  }

  @Override
  Story story() {
    return new Story("The response", List.of(actual)).withProblems(problems.get());
  }
}
