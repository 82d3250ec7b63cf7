package io.github.rossumext.testkit.assertions;

import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.util.List;

/**
 * Assertions on what became of something that a user or Rossum did; those on messages are about
 * those of the responses. Begin with {@link RossumAssertions#assertThat(Outcome)}. Not thread-safe.
 */
public final class OutcomeAssert extends MessagesAssert<OutcomeAssert, Outcome> {
  OutcomeAssert(Outcome actual) {
    super(actual, OutcomeAssert.class);
  }

  /** All of it was done. */
  public OutcomeAssert isAccepted() {
    return check(actual.isAccepted(), "accepted", refused());
  }

  /** It was refused, or a part of it. */
  public OutcomeAssert isRefused() {
    return check(!actual.isAccepted(), "refused", "accepted");
  }

  /** It was refused for a reason whose text contains this. */
  public OutcomeAssert isRefusedBecause(String part) {
    return check(
        actual.refusals().stream().anyMatch(reason -> reason.contains(part)),
        "refused because of '" + part + "'",
        actual.isAccepted() ? "accepted" : refused());
  }

  private String refused() {
    return "refused: " + String.join(" ", actual.refusals());
  }

  /** The document has this status afterwards. */
  public OutcomeAssert hasStatus(AnnotationStatus status) {
    return checkEqual("status", status, actual.status());
  }

  /** These were the events of the requests that it led to, and no others. */
  public OutcomeAssert hasRequests(String... events) {
    return checkEqual(
        "requests", List.of(events), actual.exchanges().stream().map(Exchange::event).toList());
  }

  /** There is nothing in the responses that Rossum would reject or ignore. */
  public OutcomeAssert hasNoProblems() {
    return check(actual.problems().isEmpty(), "no problems", count(actual.problems(), "problem"));
  }

  @Override
  List<ShownMessage> said() {
    return actual.exchanges().stream().flatMap(call -> call.messages().stream()).toList();
  }

  @Override
  Story story() {
    return new Story("The action '" + actual.action() + "'", actual.exchanges())
        .beside("status", actual.status())
        .beside("refused", actual.refusals())
        .beside("message", said())
        .beside("problem", actual.problems())
        .withScreen(actual.screen());
  }
}
