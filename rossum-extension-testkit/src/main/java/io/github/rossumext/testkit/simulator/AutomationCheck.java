package io.github.rossumext.testkit.simulator;

import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The search for what blocks the automation of a document. */
final class AutomationCheck {
  private final OpenDocument open;
  private final QueueSettings queue;
  private final List<Blocker> blockers = new ArrayList<>();

  private AutomationCheck(OpenDocument open, QueueSettings queue) {
    this.open = open;
    this.queue = queue;
  }

  static Automation of(OpenDocument open, QueueSettings queue, AutomationLevel level) {
    AutomationCheck check = new AutomationCheck(open, queue);
    if (level == AutomationLevel.NEVER) {
      check.blockers.add(
          new Blocker(
              Blocker.Type.AUTOMATION_DISABLED,
              OptionalLong.empty(),
              "",
              "The queue automates nothing."));
    }
    check.blockers.addAll(open.blockers());
    check.errors();
    check.fewRows();
    if (level == AutomationLevel.CONFIDENT) {
      check.notValidated();
    }
    return new Automation(level, check.blockers);
  }

  private void errors() {
    for (ShownMessage message : open.messages()) {
      if (message.isError()) {
        Blocker.Type type =
            message.origin() == ShownMessage.Origin.ROSSUM
                ? Blocker.Type.FAILED_CHECKS
                : Blocker.Type.ERROR_MESSAGE;
        blockers.add(new Blocker(type, message.datapointId(), message.schemaId(), message.text()));
      }
    }
  }

  private void fewRows() {
    for (DocumentNode node : open.document().nodes(DocumentNode::isMultivalue)) {
      Optional<SchemaMultivalue> definition = open.document().schema().multivalue(node.schemaId());
      if (definition.isPresent() && node.children().size() < definition.get().minOccurrences()) {
        blockers.add(
            on(
                node,
                Blocker.Type.FAILED_CHECKS,
                "It has "
                    + node.children().size()
                    + " rows or values; at least "
                    + definition.get().minOccurrences()
                    + " are needed."));
      }
    }
  }

  private void notValidated() {
    for (DocumentNode field : open.document().datapoints()) {
      if (!field.isButton() && !field.isValidated()) {
        BigDecimal confidence = field.confidence().orElse(null);
        BigDecimal threshold = ValidationSources.threshold(field, queue);
        blockers.add(
            confidence != null && confidence.compareTo(threshold) < 0
                ? on(
                    field,
                    Blocker.Type.LOW_SCORE,
                    "The extraction is sure by "
                        + confidence
                        + ", less than "
                        + threshold
                        + ", and nothing else validated the field.")
                : on(field, Blocker.Type.NO_VALIDATION_SOURCES, "Nothing validated the field."));
      }
    }
  }

  private static Blocker on(DocumentNode node, Blocker.Type type, String text) {
    return new Blocker(type, OptionalLong.of(node.id()), node.schemaId(), text);
  }
}
