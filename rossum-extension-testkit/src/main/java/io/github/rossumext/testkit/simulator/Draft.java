package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.Operations;
import io.github.rossumext.value.RawJson;
import java.util.ArrayList;
import java.util.List;

/** An exchange in progress. Its messages are complete at the end of the validation only. */
final class Draft implements Operations.Report {
  private final SimulatedHook hook;
  private final EventKind kind;
  private final String cause;
  private final RequestSender.Attempt attempt;
  private final Problems problems;
  private final List<ShownMessage> messages = new ArrayList<>();
  private final List<AppliedOperation> operations = new ArrayList<>();
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

  @Override
  public void applied(int index, String op, DocumentNode target, String path, JsonNode operation) {
    operations.add(
        new AppliedOperation(
            index, op, target.id(), target.schemaId(), RawJson.of(Json.text(operation)), path));
  }

  @Override
  public void problem(int index, String text) {
    problems.operation(index, text);
  }

  @Override
  public void notList(String text) {
    problems.add(Problem.Kind.RESPONSE, text);
  }

  void changed(List<FieldChange> changed) {
    changes = changed;
  }

  /** Adds a failed attempt that another one follows. Its response has no effect. */
  void retried() {
    ParsedResponse.read(kind, response(), problems);
  }

  Exchange exchange() {
    return new Exchange(
        hook.name(),
        kind.name(),
        cause,
        attempt,
        new Exchange.Results(
            List.copyOf(operations), changes, List.copyOf(messages), problems.found()));
  }
}
