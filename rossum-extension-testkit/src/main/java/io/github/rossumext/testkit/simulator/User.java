package io.github.rossumext.testkit.simulator;

import io.github.rossumext.payload.HookAction;
import io.github.rossumext.schema.EditMode;
import io.github.rossumext.schema.SchemaDatapoint;
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

  Outcome edit(List<Edit> edits) {
    Outcome started = lifecycle.ensureStarted();
    if (!started.isAccepted()) {
      return started;
    }
    Set<Long> edited = new LinkedHashSet<>();
    List<String> causes = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    for (Edit edit : edits) {
      try {
        if (write(edit)) {
          edited.add(edit.field().id());
          causes.add(edit.field().schemaId() + " = '" + edit.text() + "'");
        }
      } catch (Refused e) {
        refusals.add(e.reason());
      }
    }
    List<Exchange> exchanges = new ArrayList<>(started.exchanges());
    if (!edited.isEmpty()) {
      exchanges.addAll(updated(String.join(", ", causes), edited));
    }
    return refusals.isEmpty()
        ? session.done("edit", exchanges)
        : session.refused("edit", refusals, exchanges);
  }

  private List<Exchange> updated(String cause, Set<Long> edited) {
    ValidationSources.settle(session.open().document());
    return session
        .validation(cause)
        .call(HookAction.USER_UPDATE, HookAction.UPDATED, edited)
        .call(HookAction.UPDATED, null, edited)
        .finish(session.conversation());
  }

  /** Writes what the user typed. Returns false if the field held it already. */
  private boolean write(Edit edit) throws Refused {
    DocumentNode field = edit.field();
    checkPresent(field);
    if (field.isButton()) {
      throw new Refused(field.named() + " is clicked, not edited.");
    }
    checkEditable(field);
    DocumentNode.check(field.named(), edit.text(), field.options());
    FieldText typed = typed(field, edit.text());
    field.addValidationSource(ValidationSource.HUMAN);
    boolean isChanged = !typed.displayed().equals(field.displayed());
    if (isChanged) {
      field.setText(typed);
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
    SchemaDatapoint definition = field.definition().schema().orElse(null);
    if (definition != null && definition.isFormula()) {
      throw new Refused(field.named() + " is computed by a formula, so no user edits it.");
    }
    if (definition != null && definition.edit().equals(EditMode.DISABLED)) {
      throw new Refused("the schema lets no user edit " + field.named() + ".");
    }
  }

  private static void checkVisible(DocumentNode node) throws Refused {
    if (node.isHidden()) {
      throw new Refused(node.named() + " is hidden, so no user sees it.");
    }
  }

  private void checkPresent(DocumentNode node) {
    if (!session.open().document().contains(node)) {
      throw new IllegalStateException(
          "'" + node.schemaId() + "' was removed from the document, or is of another one.");
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
    Outcome started = lifecycle.ensureStarted();
    List<Exchange> exchanges = new ArrayList<>(started.exchanges());
    if (!started.isAccepted()) {
      return started;
    }
    checkPresent(button);
    try {
      if (!button.isButton()) {
        throw new Refused(button.named() + " is not a button.");
      }
      checkVisible(button);
    } catch (Refused e) {
      return session.refused("click", List.of(e.reason()), exchanges);
    }
    return userUpdate("click", button.schemaId() + " clicked", List.of(button.id()), exchanges);
  }

  private Outcome userUpdate(
      String action, String cause, List<Long> updated, List<Exchange> before) {
    Validation validation = session.validation(cause).call(HookAction.USER_UPDATE, null, updated);
    List<Exchange> exchanges = new ArrayList<>(before);
    exchanges.addAll(validation.finish(session.conversation()));
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
    Outcome started = lifecycle.ensureStarted();
    return started.isAccepted()
        ? userUpdate("validate", "no change", List.of(), started.exchanges())
        : started;
  }

  Outcome visit(DocumentNode field) {
    Outcome started = lifecycle.ensureStarted();
    if (!started.isAccepted()) {
      return started;
    }
    checkPresent(field);
    try {
      checkVisible(field);
    } catch (Refused e) {
      return session.refused("visit", List.of(e.reason()), started.exchanges());
    }
    field.addValidationSource(ValidationSource.HUMAN);
    return session.done("visit", started.exchanges());
  }

  Outcome add(DocumentNode multivalue) {
    Outcome started = lifecycle.ensureStarted();
    if (!started.isAccepted()) {
      return started;
    }
    checkPresent(multivalue);
    Document document = session.open().document();
    try {
      checkVisible(multivalue);
      checkRoom(multivalue, document.schema());
    } catch (Refused e) {
      return session.refused("add", List.of(e.reason()), started.exchanges());
    }
    boolean isTable = document.schema().isTable(multivalue).orElse(true);
    DocumentNode added =
        isTable ? document.appendRow(multivalue) : document.appendValue(multivalue);
    Set<Long> edited = new LinkedHashSet<>(List.of(multivalue.id(), added.id()));
    added.children().forEach(cell -> edited.add(cell.id()));
    List<Exchange> exchanges = new ArrayList<>(started.exchanges());
    exchanges.addAll(updated(multivalue.schemaId() + " added to", edited));
    return session.done("add", exchanges);
  }

  private static void checkRoom(DocumentNode multivalue, DocumentSchema schema) throws Refused {
    SchemaMultivalue definition = schema.multivalue(multivalue.schemaId()).orElse(null);
    if (definition != null && multivalue.children().size() >= definition.maxOccurrences()) {
      throw new Refused(
          multivalue.named() + " has its " + definition.maxOccurrences() + " rows or values.");
    }
  }

  Outcome remove(DocumentNode child) {
    Outcome started = lifecycle.ensureStarted();
    if (!started.isAccepted()) {
      return started;
    }
    checkPresent(child);
    DocumentNode parent = child.parent().orElseThrow();
    try {
      checkVisible(parent);
    } catch (Refused e) {
      return session.refused("remove", List.of(e.reason()), started.exchanges());
    }
    session.open().document().remove(child);
    List<Exchange> exchanges = new ArrayList<>(started.exchanges());
    exchanges.addAll(
        updated(parent.schemaId() + " removed from", new LinkedHashSet<>(List.of(parent.id()))));
    return session.done("remove", exchanges);
  }
}
