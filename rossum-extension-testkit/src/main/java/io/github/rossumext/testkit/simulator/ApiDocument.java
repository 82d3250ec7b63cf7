package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.api.LiveAnnotation;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.Operations;
import io.github.rossumext.value.RawJson;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document of the simulator as the API stub sees it. */
final class ApiDocument implements LiveAnnotation {
  private final Session session;
  private final OpenDocument document;

  ApiDocument(Session session, OpenDocument document) {
    this.session = session;
    this.document = document;
  }

  /** Returns the session of the document: the user's, or one about this document only. */
  private Session session() {
    return session.about(document);
  }

  @Override
  public ObjectNode request() {
    return document.request();
  }

  @Override
  public ObjectNode annotation() {
    return document.annotation();
  }

  @Override
  public @Nullable ObjectNode schema() {
    RawJson schema = document.schema();
    return schema == null
        ? null
        : RequestWriter.schema(schema) instanceof ObjectNode json ? json : null;
  }

  @Override
  public Document document() {
    return document.document();
  }

  @Override
  public String status() {
    return document.status().value();
  }

  @Override
  public void status(String next) {
    session.step(() -> session().status(new AnnotationStatus(next)));
  }

  @Override
  public long holder() {
    return document.holder();
  }

  @Override
  public void hold(long user) {
    document.holder(user);
  }

  @Override
  public void start(long user) {
    session.step(
        () -> {
          Session about = session();
          Outcome outcome = new Lifecycle(about).start();
          if (outcome.isAccepted()) {
            document.holder(user);
          }
          return outcome;
        });
  }

  @Override
  public void initialize() {
    session.step(() -> new Lifecycle(session()).initialize());
  }

  @Override
  public List<String> confirm() {
    return session.step(() -> new Lifecycle(session()).confirmForClient().refusals());
  }

  @Override
  public Findings validate(String twin, List<Long> updated) {
    return session.step(() -> validated(twin, updated));
  }

  private Findings validated(String twin, List<Long> updated) {
    HookAction second = twin.isEmpty() ? null : new HookAction(twin);
    Validation validation =
        session().validation("validate by a client").send(HookAction.USER_UPDATE, second, updated);
    if (second != null) {
      validation.send(second, null, updated);
    }
    List<Exchange> exchanges = validation.finish();
    Set<Long> changed = new LinkedHashSet<>(updated);
    exchanges.forEach(exchange -> exchange.changes().forEach(change -> changed.add(change.id())));
    return new Findings(ApiMessages.of(exchanges, document.messages()), changed);
  }

  @Override
  public void apply(JsonNode operations, Operations.Report report) {
    new Operations(document.document(), report).apply(operations);
    AutomationCheck.settle(document.document());
  }

  /** Returns the request that a hook would get about the document, without its secrets. */
  Optional<ObjectNode> payload(SimulatedHook hook, String event, String action) {
    ObjectNode request;
    if (event.equals(EventKind.CONTENT)) {
      request = RequestWriter.content(document, hook, new HookAction(action), List.of());
    } else if (event.equals(EventKind.statusChanged().event())) {
      request = RequestWriter.status(document, hook);
    } else {
      return Optional.empty();
    }
    ObjectNode copy = Json.object(Json.bytes(request));
    copy.putObject("secrets");
    return Optional.of(copy);
  }
}
