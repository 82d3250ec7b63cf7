package io.github.rossumext.testkit.simulator;

import java.util.ArrayList;
import java.util.List;

/** An exchange of which not everything is known yet: what a message comes to shows at the end. */
final class Draft {
  private final SimulatedHook hook;
  private final CallKind kind;
  private final String cause;
  private final Caller.Attempt attempt;
  private final Problems problems;
  private final List<ShownMessage> messages = new ArrayList<>();
  private List<AppliedOperation> operations = List.of();
  private List<FieldChange> changes = List.of();

  Draft(SimulatedHook hook, CallKind kind, String cause, Caller.Attempt attempt) {
    this.hook = hook;
    this.kind = kind;
    this.cause = cause;
    this.attempt = attempt;
    this.problems = new Problems(kind.name());
  }

  Reply reply() {
    return attempt.reply();
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
    Answer.read(kind, reply(), problems);
  }

  Exchange exchange() {
    return new Exchange(
        hook.name(),
        kind.name(),
        attempt.number(),
        cause,
        attempt.request(),
        reply(),
        new Exchange.Results(operations, changes, List.copyOf(messages), problems.found()));
  }
}
