package io.github.rossumext.testkit.simulator;

import io.github.rossumext.payload.HookAction;
import io.github.rossumext.schema.EditMode;
import io.github.rossumext.schema.SchemaDatapoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a user does on the validation screen (protocol §1, §7). */
final class User {
  private final Session session;
  private final Lifecycle lifecycle;

  /** One edit of a user's. */
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

  /** Writes what the user typed; false if the field held it already. */
  private boolean write(Edit edit) throws Refused {
    DocumentNode field = edit.field();
    FieldTypes types = session.open().document().types();
    checkPresent(field);
    if (types.isButton(field)) {
      throw new Refused(field.named() + " is clicked, not edited.");
    }
    checkEditable(field, types);
    ValueWriter values = new ValueWriter(types);
    values.check(field.named(), edit.text(), types.options(field).orElse(null));
    ValueWriter.Stored stored = values.ofUser(field.schemaId(), edit.text());
    ValidationSources.visited(field);
    boolean isChanged = !stored.displayed().equals(field.value());
    if (isChanged) {
      field.value(stored.displayed(), stored.normalized());
    }
    return isChanged;
  }

  private static void checkEditable(DocumentNode field, FieldTypes types) throws Refused {
    checkVisible(field, types);
    SchemaDatapoint definition = types.definition(field.schemaId()).orElse(null);
    if (definition != null && definition.isFormula()) {
      throw new Refused(field.named() + " is computed by a formula, so no user edits it.");
    }
    if (definition != null && definition.edit().equals(EditMode.DISABLED)) {
      throw new Refused("the schema lets no user edit " + field.named() + ".");
    }
  }

  private static void checkVisible(DocumentNode node, FieldTypes types) throws Refused {
    if (types.isHidden(node)) {
      throw new Refused(node.named() + " is hidden, so no user sees it.");
    }
  }

  private void checkPresent(DocumentNode node) {
    if (session.open().document().byId(node.id()).filter(known -> known == node).isEmpty()) {
      throw new IllegalStateException(
          "'" + node.schemaId() + "' was removed from the document, or is of another one.");
    }
  }

  Outcome click(DocumentNode button) {
    Outcome started = lifecycle.ensureStarted();
    List<Exchange> exchanges = new ArrayList<>(started.exchanges());
    if (!started.isAccepted()) {
      return started;
    }
    FieldTypes types = session.open().document().types();
    checkPresent(button);
    try {
      if (!types.isButton(button)) {
        throw new Refused(button.named() + " is no button.");
      }
      checkVisible(button, types);
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
    return validation.isHeard()
        ? session.done(action, exchanges)
        : session.refused(
            action,
            List.of(
                "No hook hears of it: Rossum sends annotation_content.user_update, for which none"
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
      checkVisible(field, session.open().document().types());
    } catch (Refused e) {
      return session.refused("visit", List.of(e.reason()), started.exchanges());
    }
    ValidationSources.visited(field);
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
      checkVisible(multivalue, document.types());
    } catch (Refused e) {
      return session.refused("add", List.of(e.reason()), started.exchanges());
    }
    boolean isTable = document.types().isTable(multivalue).orElse(true);
    DocumentNode added =
        isTable ? document.appendRow(multivalue) : document.appendValue(multivalue);
    Set<Long> edited = new LinkedHashSet<>(List.of(multivalue.id(), added.id()));
    added.children().forEach(cell -> edited.add(cell.id()));
    List<Exchange> exchanges = new ArrayList<>(started.exchanges());
    exchanges.addAll(updated(multivalue.schemaId() + " added to", edited));
    return session.done("add", exchanges);
  }

  Outcome remove(DocumentNode child) {
    Outcome started = lifecycle.ensureStarted();
    if (!started.isAccepted()) {
      return started;
    }
    checkPresent(child);
    DocumentNode parent = child.parent().orElseThrow();
    try {
      checkVisible(parent, session.open().document().types());
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
