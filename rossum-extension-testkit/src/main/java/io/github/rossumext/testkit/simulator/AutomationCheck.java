package io.github.rossumext.testkit.simulator;

import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.FieldDefinition;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what blocks the automation of a document, and counts what validates its fields. */
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
          Blocker.of(Blocker.Type.AUTOMATION_DISABLED, null, "The queue automates nothing."));
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
        Blocker blocker = Blocker.of(type, message.text());
        blockers.add(
            message.datapointId().isPresent()
                ? blocker.withField(
                    message.datapointId().getAsLong(), message.schemaId(), message.path())
                : blocker);
      }
    }
  }

  private void fewRows() {
    for (DocumentNode node : open.document().nodes(DocumentNode::isMultivalue)) {
      Optional<SchemaMultivalue> definition = open.document().schema().multivalue(node.schemaId());
      if (definition.isPresent() && node.children().size() < definition.get().minOccurrences()) {
        blockers.add(
            Blocker.of(
                Blocker.Type.FAILED_CHECKS,
                node,
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
        BigDecimal threshold = threshold(field, queue);
        blockers.add(
            confidence != null && confidence.compareTo(threshold) < 0
                ? Blocker.of(
                    Blocker.Type.LOW_SCORE,
                    field,
                    "The extraction is sure by "
                        + confidence
                        + ", less than "
                        + threshold
                        + ", and nothing else validated the field.")
                : Blocker.of(
                    Blocker.Type.NO_VALIDATION_SOURCES, field, "Nothing validated the field."));
      }
    }
  }

  /** Adds {@code score} where the extraction is sure enough. */
  static void score(Document document, QueueSettings queue) {
    for (DocumentNode field : document.datapoints()) {
      Optional<BigDecimal> confidence = field.confidence();
      if (confidence.isPresent() && confidence.get().compareTo(threshold(field, queue)) >= 0) {
        field.addValidationSource(ValidationSource.SCORE);
      }
    }
  }

  private static BigDecimal threshold(DocumentNode field, QueueSettings queue) {
    return field
        .definition()
        .schema()
        .flatMap(SchemaDatapoint::scoreThreshold)
        .orElseGet(queue::scoreThreshold);
  }

  /**
   * Gives the fields that need no validation their source: {@code NA} to those that are not
   * captured, {@code non_required} to those that may be empty and are.
   */
  static void settle(Document document) {
    for (DocumentNode field : document.datapoints()) {
      if (field.isSettled()) {
        continue;
      }
      if (!field.isValidated()) {
        FieldDefinition definition = field.definition();
        if (definition.isButton() || definition.isNotCaptured()) {
          field.addValidationSource(ValidationSource.NA);
        } else if (definition.isOptional() && field.displayed().isEmpty()) {
          field.addValidationSource(ValidationSource.NON_REQUIRED);
        }
      }
      field.settled();
    }
  }
}
