package io.github.rossumext.testkit.assertions;

import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.Outcome;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.util.List;

/**
 * Assertions on the outcome of a step of the user or of Rossum. Those on messages are about the
 * responses. Start with {@link RossumAssertions#assertThat(Outcome)}. Not thread-safe.
 */
public final class OutcomeAssert extends MessagesAssert<OutcomeAssert, Outcome> {
  private static final String NO_REQUEST = "no request";

  OutcomeAssert(Outcome actual) {
    super(actual, OutcomeAssert.class);
  }

  /** Asserts that no part of the step was refused. */
  public OutcomeAssert isAccepted() {
    return check(actual.isAccepted(), "accepted", refused());
  }

  /** Asserts that the step, or a part of it, was refused. */
  public OutcomeAssert isRefused() {
    return check(!actual.isAccepted(), "refused", "accepted");
  }

  /**
   * Asserts that the step was refused for a reason whose text contains this part.
   *
   * @throws IllegalArgumentException if the part is empty
   */
  public OutcomeAssert isRefusedBecause(String part) {
    requirePart(part);
    return check(
        actual.refusals().stream().anyMatch(reason -> reason.contains(part)),
        "refused for a reason that contains '" + part + "'",
        actual.isAccepted() ? "accepted" : refused());
  }

  private String refused() {
    return "refused: " + String.join(" ", actual.refusals());
  }

  /** Asserts that the document had this status after the step. */
  public OutcomeAssert hasStatus(AnnotationStatus status) {
    return checkEqual("status", status, actual.status());
  }

  /** Asserts that the step sent requests with exactly these events, in this order. */
  public OutcomeAssert hasRequests(String... events) {
    return checkEqual(
        "requests",
        List.of(events),
        actual.exchanges().stream().map(Exchange::eventAndAction).toList());
  }

  /**
   * Asserts that the responses have nothing that Rossum would reject, ignore or lose, and that no
   * part of the action was refused because the user is not allowed to do it. Fails if no request
   * was sent.
   */
  public OutcomeAssert hasNoProblems() {
    check(!actual.exchanges().isEmpty(), "no problems", NO_REQUEST);
    return check(actual.problems().isEmpty(), "no problems", count(actual.problems(), "problem"));
  }

  /** Returns why none of these exchanges can have a message; {@code ""} if one can. */
  static String silence(List<Exchange> exchanges) {
    return exchanges.stream().anyMatch(Exchange::isSuccess)
        ? ""
        : exchanges.isEmpty() ? NO_REQUEST : "no request that succeeded";
  }

  @Override
  List<ShownMessage> said() {
    return actual.exchanges().stream().flatMap(exchange -> exchange.messages().stream()).toList();
  }

  @Override
  String silence() {
    return silence(actual.exchanges());
  }

  @Override
  Story story() {
    return new Story("The step '" + actual.step() + "'", actual.exchanges())
        .with("status", actual.status())
        .with("refused", actual.refusals())
        .with("message", said())
        .with("problem", actual.problems())
        .withScreen(actual.screen());
  }
}
