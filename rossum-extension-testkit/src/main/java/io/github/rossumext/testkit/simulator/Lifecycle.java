package io.github.rossumext.testkit.simulator;

import static io.github.rossumext.payload.AnnotationStatus.CONFIRMED;
import static io.github.rossumext.payload.AnnotationStatus.CREATED;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTED;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTING;
import static io.github.rossumext.payload.AnnotationStatus.FAILED_EXPORT;
import static io.github.rossumext.payload.AnnotationStatus.IMPORTING;
import static io.github.rossumext.payload.AnnotationStatus.POSTPONED;
import static io.github.rossumext.payload.AnnotationStatus.REJECTED;
import static io.github.rossumext.payload.AnnotationStatus.REVIEWING;
import static io.github.rossumext.payload.AnnotationStatus.TO_REVIEW;

import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.FieldText;
import java.util.ArrayList;
import java.util.List;

/** The life of a document from import to export. */
final class Lifecycle {
  private final Session session;

  Lifecycle(Session session) {
    this.session = session;
  }

  Outcome initialize() {
    return session.step(this::initialized);
  }

  private Outcome initialized() {
    OpenDocument open = session.open();
    if (!open.status().isOneOf(CREATED, IMPORTING)) {
      return refused(
          "initialize", "only a document that is created or importing can be initialized");
    }
    if (!open.status().equals(IMPORTING)) {
      open.status(IMPORTING);
    }
    Document document = open.document();
    AutomationCheck.score(document, session.queue());
    AutomationCheck.settle(document);
    List<Exchange> exchanges = new ArrayList<>(initialize(List.of(), ""));
    if (session.queue().automationLevel() == AutomationLevel.ALWAYS) {
      List<Long> cleared = clearErroneous(open);
      if (!cleared.isEmpty()) {
        exchanges.addAll(
            initialize(cleared, "errors on fields that are not required were cleared"));
      }
    }
    boolean isAutomated =
        AutomationCheck.of(open, session.queue(), session.queue().automationLevel()).isAutomated();
    open.annotation().put("automated", isAutomated);
    exchanges.addAll(session.status(isAutomated ? afterConfirm() : TO_REVIEW));
    return session.done("initialize", exchanges);
  }

  /** Sends one request out of the order of a document's life. */
  Outcome deliver(ContentPayload request) {
    return session.step(() -> delivered(request));
  }

  /** Sends one event about the document as it is now. */
  Outcome deliver(HookAction action) {
    if (action.equals(HookAction.UPDATED)) {
      throw new IllegalArgumentException(
          "The action 'updated' needs the ids of the changed nodes. Call edit(…).");
    }
    return session.step(() -> delivered(action, List.of()));
  }

  private Outcome delivered(ContentPayload request) {
    return delivered(request.action(), request.updatedDatapoints());
  }

  private Outcome delivered(HookAction action, List<Long> updated) {
    if (action.equals(HookAction.INITIALIZE)) {
      AutomationCheck.score(session.open().document(), session.queue());
    }
    AutomationCheck.settle(session.open().document());
    return session.done(
        action.value(),
        action.equals(HookAction.INITIALIZE)
            ? initialize(updated, "")
            : session.validation("").send(action, null, updated).finish());
  }

  private List<Exchange> initialize(List<Long> updated, String cause) {
    Validation validation = session.validation(cause).send(HookAction.INITIALIZE, null, updated);
    List<Exchange> exchanges = validation.finish();
    validation.settleBlockers();
    return exchanges;
  }

  private static List<Long> clearErroneous(OpenDocument open) {
    List<Long> cleared = new ArrayList<>();
    for (ShownMessage message : open.messages()) {
      DocumentNode field =
          message.datapointId().isPresent()
              ? open.document().byId(message.datapointId().getAsLong()).orElse(null)
              : null;
      if (message.isError()
          && field != null
          && !field.displayed().isEmpty()
          && isNotRequired(field)) {
        field.setText(FieldText.EMPTY);
        field.setValidationSources(List.of());
        cleared.add(field.id());
      }
    }
    AutomationCheck.settle(open.document());
    return cleared;
  }

  private static boolean isNotRequired(DocumentNode field) {
    return field.definition().isOptional() && !field.definition().isFormula();
  }

  private AnnotationStatus afterConfirm() {
    return session.queue().hasConfirmedState() ? CONFIRMED : EXPORTING;
  }

  Outcome start() {
    return session.step(this::started);
  }

  private Outcome started() {
    OpenDocument open = session.open();
    if (!open.status()
        .isOneOf(
            CREATED,
            IMPORTING,
            TO_REVIEW,
            REVIEWING,
            POSTPONED,
            CONFIRMED,
            REJECTED,
            EXPORTED,
            FAILED_EXPORT)) {
      return refused("start", "no user can open it");
    }
    List<Exchange> exchanges = new ArrayList<>(session.status(REVIEWING));
    exchanges.addAll(
        session
            .validation("")
            .send(HookAction.USER_UPDATE, HookAction.STARTED, List.of())
            .send(HookAction.STARTED, null, List.of())
            .finish());
    return session.done("start", exchanges);
  }

  /** Opens the document for a step of the user. */
  Outcome ensureStarted() {
    OpenDocument open = session.open();
    if (open.holder() != 0) {
      return refused("start", "a client of the API has it open");
    }
    return open.status().equals(REVIEWING) ? session.done("start", List.of()) : start();
  }

  Outcome leave(String action, AnnotationStatus next) {
    if (!session.open().status().equals(REVIEWING)) {
      return refused(action, "no user has it open");
    }
    return session.step(() -> session.done(action, session.status(next)));
  }

  Outcome drop(String action, AnnotationStatus next) {
    if (session.open().status().isOneOf(EXPORTING, AnnotationStatus.PURGED, next)) {
      return refused(action, "it cannot become " + next);
    }
    return session.step(() -> session.done(action, session.status(next)));
  }

  Outcome confirm() {
    return session.step(() -> confirmed(ensureStarted()));
  }

  /** Confirms for a client of the API, which has it open. */
  Outcome confirmForClient() {
    return confirmed(session.done("confirm", List.of()));
  }

  private Outcome confirmed(Outcome started) {
    List<Exchange> exchanges = new ArrayList<>(started.exchanges());
    if (!started.isDone()) {
      return session.outcome("confirm", started.refusal(), exchanges);
    }
    OpenDocument open = session.open();
    if (open.hasErrors()) {
      // Not a problem: errors exist to prevent confirming.
      return session.blocked("confirm", errors(open), exchanges);
    }
    Validation validation = session.validation("").send(HookAction.CONFIRM, null, List.of());
    exchanges.addAll(validation.finish());
    List<String> reasons = new ArrayList<>(errors(open));
    if (validation.isFailed()) {
      reasons.add("The request to an extension failed.");
    }
    if (!reasons.isEmpty()) {
      Outcome blocked = session.blocked("confirm", reasons, exchanges);
      if (validation.isFailed()) {
        blocked.refusal().see(); // the failed request says it
      }
      return blocked;
    }
    exchanges.addAll(session.status(afterConfirm()));
    return session.done("confirm", exchanges);
  }

  Outcome export() {
    return session.step(this::exported);
  }

  private Outcome exported() {
    OpenDocument open = session.open();
    if (!open.status().isOneOf(CONFIRMED, EXPORTING, EXPORTED, FAILED_EXPORT)) {
      return refused("export", "it is not confirmed");
    }
    List<Exchange> exchanges = new ArrayList<>(session.status(EXPORTING));
    Validation validation = session.validation("").send(HookAction.EXPORT, null, List.of());
    exchanges.addAll(validation.finish());
    exchanges.addAll(session.status(isExported(validation) ? EXPORTED : FAILED_EXPORT));
    return session.done("export", exchanges);
  }

  /** Delivers the requests of the last step again, and ends it as it should have ended. */
  Outcome deliverAgain() {
    return session.step(
        () -> {
          Validation validation = session.deliverAgain();
          List<Exchange> exchanges = new ArrayList<>(validation.finish());
          validation.settleBlockers();
          if (validation.isExport()
              && session.open().status().isOneOf(EXPORTING, EXPORTED, FAILED_EXPORT)) {
            exchanges.addAll(session.status(isExported(validation) ? EXPORTED : FAILED_EXPORT));
          }
          return session.done("deliver again", exchanges);
        });
  }

  private boolean isExported(Validation validation) {
    return !validation.isFailed() && !session.open().hasErrors();
  }

  private static List<String> errors(OpenDocument open) {
    return open.messages().stream()
        .filter(ShownMessage::isError)
        .map(message -> "There is an error" + where(message) + ": " + message.text())
        .toList();
  }

  private static String where(ShownMessage message) {
    return message.path().isEmpty() ? "" : " on '" + message.path() + "'";
  }

  private Outcome refused(String action, String why) {
    return session.refused(
        action,
        List.of("The document is " + session.open().status() + ": " + why + "."),
        List.of());
  }
}
