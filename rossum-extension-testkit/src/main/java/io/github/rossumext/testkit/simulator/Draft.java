package io.github.rossumext.testkit.simulator;

import java.util.ArrayList;
import java.util.List;

/** An exchange of which not everything is known yet: what a message comes to shows at the end. */
final class Draft {
  private final SimulatedHook hook;
  private final EventKind kind;
  private final String cause;
  private final RequestSender.Attempt attempt;
  private final Problems problems;
  private final List<ShownMessage> messages = new ArrayList<>();
  private List<AppliedOperation> operations = List.of();
  private List<FieldChange> changes = List.of();

  Draft(SimulatedHook hook, EventKind kind, String cause, RequestSender.Attempt attempt) {
    this.hook = hook;
    this.kind = kind;
    this.cause = cause;
    this.attempt = attempt;
    this.problems = new Problems(kind.name());
  }

  WireResponse response() {
    return attempt.response();
  }

  Problems problems() {
    return problems;
  }

  List<ShownMessage> messages() {
    return messages;
  }

  void applied(List<AppliedOperation> applied, List<FieldChange> changed) {
    operations = List.copyOf(applied);
    changes = changed;
  }

  /** Notes a failed attempt that is followed by another one, of which nothing is taken. */
  void retried() {
    ParsedResponse.read(kind, response(), problems);
  }

  Exchange exchange() {
    return new Exchange(
        hook.name(),
        kind.name(),
        attempt.number(),
        cause,
        attempt.request(),
        response(),
        new Exchange.Results(operations, changes, List.copyOf(messages), problems.found()));
  }
}
