package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.Operations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One validation of a document. The hooks run stage by stage, and each sees the changes of earlier
 * stages. Rossum's own checks follow. The messages replace all earlier ones.
 */
final class Validation {
  private final OpenDocument open;
  private final Session session;
  private final String cause;
  private final List<Sent> sent = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final List<ShownMessage> said = new ArrayList<>();
  private final List<Blocker> blockers = new ArrayList<>();
  private boolean isFailed;

  private final List<Request> requests = new ArrayList<>();

  private record Sent(HookAction action, @Nullable HookAction twin, List<Long> edited) {}

  private record Request(SimulatedHook hook, EventKind kind, ObjectNode body) {}

  Validation(Session session, String cause) {
    this.session = session;
    this.open = session.open();
    this.cause = cause;
  }

  /**
   * Sends a request with an action to the hooks.
   *
   * @param twin the action that comes together with {@code user_update}; null if this comes alone
   */
  Validation send(HookAction action, @Nullable HookAction twin, Collection<Long> edited) {
    sent.add(new Sent(action, twin, List.copyOf(edited)));
    EventKind kind = EventKind.content(action);
    Set<Long> updated = new LinkedHashSet<>(edited);
    for (List<SimulatedHook> stage : session.stages()) {
      List<Draft> drafts = new ArrayList<>();
      for (SimulatedHook hook : stage) {
        if (hook.receives(kind.event(), action, twin)) {
          drafts.add(send(hook, kind, updated));
        }
      }
      // The hooks of a stage run in parallel: each gets the document without the others' changes.
      drafts.forEach(draft -> take(kind, draft, updated));
    }
    return this;
  }

  /** Sends the same requests in another validation, with the ids that the document still has. */
  void repeatIn(Validation other) {
    for (Sent request : sent) {
      other.send(
          request.action(),
          request.twin(),
          request.edited().stream().filter(id -> open.document().byId(id).isPresent()).toList());
    }
  }

  /**
   * Sends the bodies that Rossum repeats in another validation, whatever has changed meanwhile.
   *
   * @throws IllegalStateException if Rossum repeats none of them
   */
  void deliverAgainIn(Validation other) {
    List<Request> repeated = requests.stream().filter(one -> one.kind().isRetried()).toList();
    if (repeated.isEmpty()) {
      throw new IllegalStateException(
          "Rossum repeats no request of the last validation. Initialize or export first.");
    }
    other.sent.addAll(sent);
    for (Request request : repeated) {
      other.take(request.kind(), other.send(request, true), new LinkedHashSet<>());
    }
  }

  private Draft send(SimulatedHook hook, EventKind kind, Collection<Long> updated) {
    ObjectNode body = RequestWriter.content(open, hook, kind.action(), updated);
    return send(new Request(hook, kind, body), false);
  }

  private Draft send(Request request, boolean isAgain) {
    requests.add(request);
    List<RequestSender.Attempt> attempts =
        session.sender().send(request.hook(), request.kind(), request.body(), isAgain);
    for (RequestSender.Attempt attempt : attempts) {
      drafts.add(new Draft(request.hook(), request.kind(), cause, attempt));
    }
    drafts.subList(drafts.size() - attempts.size(), drafts.size() - 1).forEach(Draft::retried);
    return drafts.get(drafts.size() - 1);
  }

  private void take(EventKind kind, Draft draft, Set<Long> updated) {
    Problems problems = draft.problems();
    ParsedResponse response = ParsedResponse.read(kind, draft.response(), problems);
    isFailed |= response.isFailed();
    if (response.isFailed()) {
      JsonNode operations = response.json().path("operations");
      if (operations.isArray() && !operations.isEmpty()) {
        problems.add(
            Problem.Kind.RESPONSE, "The operations of a response that is not 2xx are ignored.");
      }
    } else {
      apply(response, draft, updated);
    }
    MessageReader reader = new MessageReader(open.document(), problems);
    draft.messages().addAll(reader.messages(response.json()));
    List<Blocker> said = reader.blockers(kind, response.json());
    if (response.isFailed() && !said.isEmpty()) {
      problems.add(Problem.Kind.BLOCKER, "The blockers of a response that is not 2xx are ignored.");
    } else {
      blockers.addAll(said);
    }
  }

  private void apply(ParsedResponse response, Draft draft, Set<Long> updated) {
    Document document = open.document();
    document.startJournal();
    Operations operations = new Operations(document, draft);
    operations.apply(response.json().path("operations"));
    AutomationCheck.settle(document);
    draft.changed(document.endJournal(FieldChange::new));
    updated.addAll(operations.touched());
  }

  /** Ends with Rossum's own checks, and tells the session. */
  List<Exchange> finish() {
    for (Draft draft : drafts) {
      draft.messages().removeIf(message -> !isShown(message, draft.problems()));
      said.addAll(draft.messages());
    }
    said.addAll(OwnChecks.errors(open.document()));
    open.messages(said);
    List<Exchange> exchanges = drafts.stream().map(Draft::exchange).toList();
    exchanges.forEach(session::add);
    return exchanges;
  }

  private boolean isShown(ShownMessage message, Problems problems) {
    if (message.datapointId().isEmpty()) {
      return true;
    }
    DocumentNode field = open.document().byId(message.datapointId().getAsLong()).orElse(null);
    if (field == null) {
      problems.add(
          Problem.Kind.MESSAGE,
          "A message on '" + message.path() + "' is lost: its row was removed.");
    } else if (field.isHidden()) {
      problems.add(
          Problem.Kind.MESSAGE,
          "A message on '" + message.path() + "' is not shown: the field is hidden.");
    } else {
      return true;
    }
    return false;
  }

  /** Takes the automation blockers of the responses, if this is the validation of the import. */
  void settleBlockers() {
    if (sent.stream().noneMatch(request -> request.action().equals(HookAction.INITIALIZE))) {
      return;
    }
    List<Blocker> all = new ArrayList<>(blockers);
    if (isFailed) {
      all.add(
          Blocker.of(
              Blocker.Type.EXTENSION, null, "The request to an extension at initialize failed."));
    }
    open.blockers(all);
  }

  /** Returns whether it is that of an export. */
  boolean isExport() {
    return sent.stream().anyMatch(request -> request.action().equals(HookAction.EXPORT));
  }

  /** Returns whether a request failed in the end. */
  boolean isFailed() {
    return isFailed;
  }

  /** Returns whether any hook got a request. */
  boolean isReceived() {
    return !drafts.isEmpty();
  }
}
