package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.internal.SecretTexts;
import io.github.rossumext.testkit.internal.api.World;
import io.github.rossumext.value.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state that the parts of a simulator share: hooks, queue, clock, conversation and open
 * document.
 */
final class Session {
  // Stages run one after another, the hooks of a stage in parallel.
  private final List<List<SimulatedHook>> stages;
  private final List<Exchange> exchanges;
  private final List<Problem> problems;
  private final List<Refused> refusals;
  private final Traffic traffic;
  private VirtualClock clock;
  private RequestSender sender;
  private QueueSettings queue = QueueSettings.defaults();
  private @Nullable RawJson schema;
  private @Nullable OpenDocument open;
  private @Nullable Validation last;
  private @Nullable SecretTexts secrets;

  /** A step that was refused, or a part of it. */
  private record Refused(String step, Refusal why) {}

  Session() {
    stages = new ArrayList<>();
    exchanges = new ArrayList<>();
    problems = new ArrayList<>();
    refusals = new ArrayList<>();
    traffic = new Traffic();
    clock = VirtualClock.create();
    sender = new RequestSender(clock, traffic);
  }

  /** Shares the conversation of another session, and is about a document of its own. */
  private Session(Session shared, OpenDocument document) {
    stages = shared.stages;
    exchanges = shared.exchanges;
    problems = shared.problems;
    refusals = shared.refusals;
    traffic = shared.traffic;
    clock = shared.clock;
    sender = shared.sender;
    queue = shared.queue;
    schema = shared.schema;
    open = document;
  }

  /** Returns the session in which this document is open: this one, or one of its own. */
  @SuppressWarnings("ReferenceEquality") // this very document: it may have been opened again
  Session about(OpenDocument document) {
    return open == document ? this : new Session(this, document);
  }

  Traffic traffic() {
    return traffic;
  }

  /** Does a step, which may lead to requests to the hooks. */
  <T> T step(Supplier<T> work) {
    return traffic.step(work);
  }

  void then(SimulatedHook hook) {
    stages.add(new ArrayList<>(List.of(hook)));
  }

  void alongside(SimulatedHook hook) {
    stages.get(stages.size() - 1).add(hook);
  }

  List<List<SimulatedHook>> stages() {
    return stages;
  }

  List<SimulatedHook> hooks() {
    return stages.stream().flatMap(List::stream).toList();
  }

  void add(Exchange exchange) {
    secrets = null;
    exchanges.add(exchange);
    problems.addAll(exchange.allProblems());
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Returns the requests whose last attempt failed, if nobody looked at it. */
  List<Exchange> unseenFailures() {
    List<Exchange> failed = new ArrayList<>();
    for (int i = 0; i < exchanges.size(); i++) {
      boolean isLast =
          i + 1 == exchanges.size() || exchanges.get(i + 1).attempt() <= exchanges.get(i).attempt();
      if (isLast && exchanges.get(i).isUnseenFailure()) {
        failed.add(exchanges.get(i));
      }
    }
    return failed;
  }

  /** Returns the problems and the refused steps that nobody looked at. */
  List<Problem> unseenProblems() {
    List<Problem> unseen = new ArrayList<>();
    exchanges.forEach(exchange -> unseen.addAll(exchange.unseenProblems()));
    refusals.forEach(refused -> unseen.addAll(refused.why().unseen(refused.step())));
    if (traffic.api().filter(World.Callbacks::isUnseen).isPresent()) {
      problems.stream().filter(one -> one.kind() == Problem.Kind.API).forEach(unseen::add);
    }
    return unseen;
  }

  /** Remembers that somebody looked at all problems. */
  void seeProblems() {
    exchanges.forEach(Exchange::see);
    refusals.forEach(refused -> refused.why().see());
    traffic.api().ifPresent(World.Callbacks::seen);
  }

  /** Remembers that somebody looked at what errors lead to: a status that stays. */
  void seeErrors() {
    refusals.stream().map(Refused::why).filter(Refusal::isByErrors).forEach(Refusal::see);
  }

  /** Returns the filter for the secrets of the document and of the last request. */
  SecretTexts secrets() {
    if (secrets == null) {
      secrets = new SecretTexts();
      if (open != null) {
        secrets.addThoseOf(open.request());
      }
      if (!exchanges.isEmpty()) {
        exchanges.get(exchanges.size() - 1).addSecretsTo(secrets);
      }
    }
    return secrets;
  }

  VirtualClock clock() {
    return clock;
  }

  void clock(VirtualClock other) {
    clock = other;
    sender = new RequestSender(other, traffic);
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
    secrets = null;
    traffic.add(document);
    last = null;
    Problems found = new Problems("schema");
    for (String text : OwnChecks.unclear(document.document().schema())) {
      found.add(Problem.Kind.SCHEMA, text);
    }
    problems.addAll(found.found());
  }

  /** Forgets what happened, and all documents except the open one. */
  void forget() {
    exchanges.clear();
    problems.clear();
    refusals.clear();
    secrets = null;
    traffic.forgetExcept(open);
  }

  boolean isOpen() {
    return open != null;
  }

  /** Returns the open document. */
  OpenDocument open() {
    if (open == null) {
      throw new IllegalStateException("No document is open. Call open(…) first.");
    }
    return open;
  }

  /** Returns the open document for somebody who looks at its errors. */
  OpenDocument seen() {
    seeErrors();
    return open();
  }

  /** Returns a new validation of the open document, to add requests to. */
  Validation validation(String cause) {
    last = new Validation(this, cause);
    return last;
  }

  boolean hasValidation() {
    return last != null;
  }

  /** Sends the requests of the last validation again. */
  Outcome repeat() {
    Validation before = last("Edit, validate or start first.");
    return step(() -> repeat(before));
  }

  /** Delivers the requests of the last validation again. */
  Validation deliverAgain() {
    Validation before = last("Initialize or export first.");
    Validation again = validation("delivered again");
    before.deliverAgainIn(again);
    return again;
  }

  private Validation last(String otherwise) {
    Validation before = last;
    if (before == null) {
      throw new IllegalStateException("No request was sent yet. " + otherwise);
    }
    return before;
  }

  private Outcome repeat(Validation before) {
    Validation again = validation("repeated");
    before.repeatIn(again);
    List<Exchange> repeated = again.finish();
    again.settleBlockers();
    return done("repeat", repeated);
  }

  /** Changes the status of the document, and sends it to the hooks that get it. */
  List<Exchange> status(AnnotationStatus next) {
    if (open().status().equals(next)) {
      return List.of();
    }
    open().status(next);
    List<Exchange> told = new ArrayList<>();
    for (SimulatedHook hook : hooks()) {
      if (hook.receivesStatus()) {
        ObjectNode request = RequestWriter.status(open(), hook);
        if (traffic.isWaiting()) {
          // Rossum tells it independently of the request that a hook has just now.
          traffic.later(() -> tell(hook, next, request));
        } else {
          told.addAll(tell(hook, next, request));
        }
      }
    }
    return told;
  }

  /** Sends a change of the status, which does not happen, to the hooks that get it. */
  List<Exchange> tellStatus(AnnotationStatus from, AnnotationStatus to) {
    return step(
        () -> {
          List<Exchange> told = new ArrayList<>();
          for (SimulatedHook hook : receivers(EventKind.statusChanged())) {
            told.addAll(tell(hook, to, RequestWriter.status(open(), hook, from, to)));
          }
          return told;
        });
  }

  private List<Exchange> tell(SimulatedHook hook, AnnotationStatus next, ObjectNode request) {
    return send(hook, EventKind.statusChanged(), next.value(), request, (response, ignored) -> {});
  }

  /** Invokes a hook with the keys of a client, which do not replace those of Rossum. */
  Exchange invoke(SimulatedHook hook, ObjectNode arguments) {
    return test(
        hook,
        EventKind.manual(),
        RequestWriter.manual(isOpen() ? open().request() : arguments, arguments));
  }

  /** Sends a request to a hook, whose response changes nothing in Rossum. */
  Exchange test(SimulatedHook hook, EventKind kind, ObjectNode request) {
    List<Exchange> attempts =
        send(hook, kind, "", RequestWriter.other(request, hook), (response, ignored) -> {});
    return attempts.get(attempts.size() - 1);
  }

  /**
   * Sends the request of a fixture, whose response changes nothing in Rossum, to the hooks that get
   * it; one that a client waits for, to the first of them.
   */
  List<Exchange> send(EventKind kind, Fixture fixture) {
    ObjectNode request = kind.request(fixture);
    List<SimulatedHook> receivers = receivers(kind);
    if (!kind.action().equals(HookAction.MANUAL)) {
      return send(kind, request, receivers, (response, ignored) -> {});
    }
    if (receivers.isEmpty()) {
      throw new IllegalStateException("No hook is registered for " + kind.name() + ".");
    }
    return send(kind, request, receivers.subList(0, 1), (response, ignored) -> {});
  }

  /** Sends a request to the hooks that get it, and takes the last response of each. */
  List<Exchange> send(
      EventKind kind, ObjectNode request, BiConsumer<ParsedResponse, Problems> taken) {
    return send(kind, request, receivers(kind), taken);
  }

  private List<SimulatedHook> receivers(EventKind kind) {
    return hooks().stream()
        .filter(hook -> hook.receives(kind.event(), kind.action(), null))
        .toList();
  }

  private List<Exchange> send(
      EventKind kind,
      ObjectNode request,
      List<SimulatedHook> receivers,
      BiConsumer<ParsedResponse, Problems> taken) {
    return step(
        () -> {
          List<Exchange> sent = new ArrayList<>();
          for (SimulatedHook hook : receivers) {
            sent.addAll(send(hook, kind, "", RequestWriter.other(request, hook), taken));
          }
          return sent;
        });
  }

  private List<Exchange> send(
      SimulatedHook hook,
      EventKind kind,
      String cause,
      ObjectNode request,
      BiConsumer<ParsedResponse, Problems> taken) {
    List<Exchange> sent = new ArrayList<>();
    List<RequestSender.Attempt> attempts = sender.send(hook, kind, request);
    for (RequestSender.Attempt attempt : attempts) {
      Draft draft = new Draft(hook, kind, cause, attempt);
      ParsedResponse response = ParsedResponse.read(kind, draft.response(), draft.problems());
      if (attempt.number() == attempts.size()) {
        taken.accept(response, draft.problems());
      }
      sent.add(draft.exchange());
    }
    sent.forEach(this::add);
    return sent;
  }

  Outcome done(String action, List<Exchange> led) {
    return outcome(action, Refusal.NONE, led);
  }

  Outcome outcome(String action, Refusal refusal, List<Exchange> led) {
    return new Outcome(action, open().status(), refusal, led, this::screen);
  }

  String screen() {
    return isOpen()
        ? Screen.of(open(), AutomationCheck.of(open(), queue, queue.automationLevel()))
        : "No document is open.\n";
  }

  /** Adds a problem for a step that the user, or Rossum, is not allowed to do. */
  Outcome refused(String action, List<String> reasons, List<Exchange> led) {
    Refusal refusal = Refusal.ofMistake(action, reasons);
    problems.addAll(refusal.problems());
    return refused(action, refusal, led);
  }

  /** Ends a step that errors prevent, which is what errors are for. */
  Outcome blocked(String action, List<String> reasons, List<Exchange> led) {
    return refused(action, Refusal.byErrors(reasons), led);
  }

  private Outcome refused(String action, Refusal refusal, List<Exchange> led) {
    refusals.add(new Refused(action, refusal));
    return outcome(action, refusal, led);
  }
}
