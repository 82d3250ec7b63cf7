package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.value.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The state that the parts of a simulator share: hooks, queue, clock, conversation and open
 * document.
 */
final class Session {
  private final Hooks hooks = new Hooks();
  private final Conversation conversation = new Conversation();
  private VirtualClock clock = VirtualClock.create();
  private RequestSender sender = new RequestSender(clock);
  private QueueSettings queue = QueueSettings.defaults();
  private @Nullable RawJson schema;
  private @Nullable OpenDocument open;
  private @Nullable Validation last;

  Hooks hooks() {
    return hooks;
  }

  Conversation conversation() {
    return conversation;
  }

  VirtualClock clock() {
    return clock;
  }

  void clock(VirtualClock other) {
    clock = other;
    sender = new RequestSender(other);
  }

  RequestSender sender() {
    return sender;
  }

  QueueSettings queue() {
    return queue;
  }

  void queue(QueueSettings settings) {
    queue = settings;
  }

  @Nullable RawJson schema() {
    return schema;
  }

  void schema(RawJson known) {
    schema = known;
  }

  void open(OpenDocument document) {
    open = document;
    last = null;
    Problems problems = new Problems("schema");
    for (String text : OwnChecks.unclear(document.document().schema())) {
      problems.add(Problem.Kind.SCHEMA, text);
    }
    conversation.add(problems);
  }

  boolean isOpen() {
    return open != null;
  }

  /** Returns the open document. */
  OpenDocument open() {
    if (open == null) {
      throw new IllegalStateException("No document is open: call open(…) first.");
    }
    return open;
  }

  /** Returns a new validation of the open document, to add requests to. */
  Validation validation(String cause) {
    last = new Validation(open(), hooks, sender, cause);
    return last;
  }

  /** Sends the requests of the last validation again. */
  Outcome repeat() {
    Validation before = last;
    if (before == null) {
      throw new IllegalStateException("There is nothing to repeat: no validation was made.");
    }
    Validation again = validation("repeated");
    before.repeatIn(again);
    return done("repeat", again.finish(conversation));
  }

  /** Changes the status of the document, and sends it to the hooks that get it. */
  List<Exchange> status(AnnotationStatus next) {
    if (open().status().equals(next)) {
      return List.of();
    }
    open().status(next);
    return tell();
  }

  private List<Exchange> tell() {
    EventKind kind = EventKind.statusChanged();
    String cause = open().status().value();
    List<Exchange> exchanges = new ArrayList<>();
    for (SimulatedHook hook : hooks.all()) {
      if (hook.receivesStatus()) {
        exchanges.addAll(
            call(hook, kind, cause, RequestWriter.status(open(), hook), (response, p) -> {}));
      }
    }
    return exchanges;
  }

  /** Sends a hook a request that is not about content, and returns its last response. */
  List<Exchange> call(
      SimulatedHook hook,
      EventKind kind,
      String cause,
      ObjectNode request,
      BiConsumer<ParsedResponse, Problems> taken) {
    List<Exchange> exchanges = new ArrayList<>();
    List<RequestSender.Attempt> attempts = sender.call(hook, kind, request);
    for (RequestSender.Attempt attempt : attempts) {
      Draft draft = new Draft(hook, kind, cause, attempt);
      ParsedResponse response = ParsedResponse.read(kind, draft.response(), draft.problems());
      if (attempt.number() == attempts.size()) {
        taken.accept(response, draft.problems());
      }
      exchanges.add(draft.exchange());
    }
    exchanges.forEach(conversation::add);
    return exchanges;
  }

  Outcome done(String action, List<Exchange> exchanges) {
    return new Outcome(action, open().status(), List.of(), exchanges);
  }

  /** Adds a problem for an action that the user, or Rossum, is not allowed to do. */
  Outcome refused(String action, List<String> reasons, List<Exchange> exchanges) {
    Problems problems = new Problems(action);
    reasons.forEach(reason -> problems.add(Problem.Kind.USER, reason));
    conversation.add(problems);
    return new Outcome(action, open().status(), reasons, exchanges);
  }
}
