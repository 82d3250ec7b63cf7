package io.github.rossumext.testkit.simulator;

import io.github.rossumext.payload.HookAction;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.DocumentSchema;
import io.github.rossumext.testkit.internal.document.FieldText;
import io.github.rossumext.testkit.internal.document.Refused;
import io.github.rossumext.value.ValidationSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The user of the validation screen. */
final class User {
  private final Session session;
  private final Lifecycle lifecycle;

  /** One edit. */
  record Edit(DocumentNode field, String text) {}

  User(Session session, Lifecycle lifecycle) {
    this.session = session;
    this.lifecycle = lifecycle;
  }

  /** Something that a user does with a document that is open. */
  private interface Deed {
    /** Does it, after the requests that opening the document led to. */
    Outcome after(List<Exchange> before) throws Refused;
  }

  private Outcome act(String action, Deed deed) {
    return session.step(() -> acted(action, deed));
  }

  private Outcome acted(String action, Deed deed) {
    Outcome started = lifecycle.ensureStarted();
    if (!started.isDone()) {
      return started;
    }
    try {
      return deed.after(started.exchanges());
    } catch (Refused e) {
      return session.refused(action, List.of(e.reason()), started.exchanges());
    }
  }

  private static List<Exchange> joined(List<Exchange> before, List<Exchange> more) {
    return Stream.concat(before.stream(), more.stream()).toList();
  }

  Outcome edit(List<Edit> edits) {
    return act("edit", before -> edit(edits, before));
  }

  private Outcome edit(List<Edit> edits, List<Exchange> before) {
    Set<Long> edited = new LinkedHashSet<>();
    List<String> causes = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    for (Edit edit : edits) {
      try {
        if (write(edit)) {
          edited.add(edit.field().id());
          causes.add(edit.field().path() + " = '" + edit.text() + "'");
        }
      } catch (Refused e) {
        refusals.add(e.reason());
      }
    }
    List<Exchange> exchanges =
        edited.isEmpty() ? before : joined(before, updated(String.join(", ", causes), edited));
    return refusals.isEmpty()
        ? session.done("edit", exchanges)
        : session.refused("edit", refusals, exchanges);
  }

  private List<Exchange> updated(String cause, Set<Long> edited) {
    AutomationCheck.settle(session.open().document());
    return session
        .validation(cause)
        .send(HookAction.USER_UPDATE, HookAction.UPDATED, edited)
        .send(HookAction.UPDATED, null, edited)
        .finish();
  }

  /** Writes what the user typed. Returns false if the field held it already. */
  private boolean write(Edit edit) throws Refused {
    DocumentNode field = edit.field();
    checkPresent(field);
    if (field.isButton()) {
      throw new Refused(field.named() + " is clicked, not edited.");
    }
    checkEditable(field);
    field.checkTyped(edit.text());
    FieldText typed = typed(field, edit.text());
    field.addValidationSource(ValidationSource.HUMAN);
    boolean isChanged = !typed.displayed().equals(field.displayed());
    if (isChanged) {
      field.setText(typed);
      field.override();
    }
    return isChanged;
  }

  private static FieldText typed(DocumentNode field, String text) {
    try {
      return field.definition().read(text);
    } catch (Refused e) {
      // A user may type any text, and then reads Rossum's own message.
      return FieldText.of(text);
    }
  }

  private static void checkEditable(DocumentNode field) throws Refused {
    checkVisible(field);
    if (field.definition().isReadOnly()) {
      throw new Refused(
          field.definition().isFormula()
              ? "a formula computes " + field.named() + ", so a user cannot edit it."
              : "the schema says that users cannot edit " + field.named() + ".");
    }
  }

  private static void checkVisible(DocumentNode node) throws Refused {
    if (node.isHidden()) {
      throw new Refused(node.named() + " is hidden, so a user cannot see it.");
    }
  }

  private void checkPresent(DocumentNode node) {
    if (!session.open().document().contains(node)) {
      throw new IllegalStateException(
          "'" + node.path() + "' was removed from the document, or belongs to another one.");
    }
  }

  /** Writes what a formula comes to. */
  void compute(DocumentNode field, String value) {
    if (session.open().document().schema().isKnown() && !field.definition().isFormula()) {
      throw new IllegalArgumentException(field.named() + " is not computed by a formula.");
    }
    try {
      field.setText(field.definition().write(value));
    } catch (Refused e) {
      throw e.asMistake();
    }
  }

  Outcome click(DocumentNode button) {
    return act(
        "click",
        before -> {
          checkPresent(button);
          if (!button.isButton()) {
            throw new Refused(button.named() + " is not a button.");
          }
          checkVisible(button);
          return userUpdate("click", button.path() + " clicked", List.of(button.id()), before);
        });
  }

  private Outcome userUpdate(
      String action, String cause, List<Long> updated, List<Exchange> before) {
    Validation validation = session.validation(cause).send(HookAction.USER_UPDATE, null, updated);
    List<Exchange> exchanges = joined(before, validation.finish());
    return validation.isReceived()
        ? session.done(action, exchanges)
        : session.refused(
            action,
            List.of(
                "No hook gets it: Rossum sends annotation_content.user_update, for which no hook"
                    + " is registered."),
            exchanges);
  }

  Outcome validate() {
    return act("validate", before -> userUpdate("validate", "no change", List.of(), before));
  }

  Outcome visit(DocumentNode field) {
    return act(
        "visit",
        before -> {
          checkPresent(field);
          checkVisible(field);
          field.addValidationSource(ValidationSource.HUMAN);
          return session.done("visit", before);
        });
  }

  Outcome add(DocumentNode multivalue) {
    return act(
        "add",
        before -> {
          checkPresent(multivalue);
          Document document = session.open().document();
          checkVisible(multivalue);
          checkRoom(multivalue, document.schema());
          DocumentNode added =
              document.schema().isTable(multivalue).orElse(true)
                  ? document.appendRow(multivalue)
                  : document.appendValue(multivalue);
          Set<Long> edited = new LinkedHashSet<>(List.of(multivalue.id(), added.id()));
          added.children().forEach(cell -> edited.add(cell.id()));
          String cause = multivalue.schemaId() + " added to";
          return session.done("add", joined(before, updated(cause, edited)));
        });
  }

  private static void checkRoom(DocumentNode multivalue, DocumentSchema schema) throws Refused {
    SchemaMultivalue definition = schema.multivalue(multivalue.schemaId()).orElse(null);
    if (definition != null && multivalue.children().size() >= definition.maxOccurrences()) {
      throw new Refused(
          multivalue.named()
              + " has "
              + multivalue.children().size()
              + " rows or values, and the schema allows at most "
              + definition.maxOccurrences()
              + ".");
    }
  }

  Outcome remove(DocumentNode child) {
    return act(
        "remove",
        before -> {
          checkPresent(child);
          DocumentNode parent = child.parent().orElseThrow();
          checkVisible(parent);
          session.open().document().remove(child);
          String cause = parent.schemaId() + " removed from";
          return session.done("remove", joined(before, updated(cause, Set.of(parent.id()))));
        });
  }
}
