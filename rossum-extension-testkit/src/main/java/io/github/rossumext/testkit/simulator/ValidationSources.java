package io.github.rossumext.testkit.simulator;

import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.FieldDefinition;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.util.Optional;

/** What Rossum itself counts as validation of a field. */
final class ValidationSources {
  private ValidationSources() {}

  /** Adds {@code score} where the extraction is sure enough. */
  static void score(Document document, QueueSettings queue) {
    for (DocumentNode field : document.datapoints()) {
      Optional<BigDecimal> confidence = field.confidence();
      if (confidence.isPresent() && confidence.get().compareTo(threshold(field, queue)) >= 0) {
        field.addValidationSource(ValidationSource.SCORE);
      }
    }
  }

  static BigDecimal threshold(DocumentNode field, QueueSettings queue) {
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
      if (!field.isValidated()) {
        FieldDefinition definition = field.definition();
        if (definition.isButton() || definition.isNotCaptured()) {
          field.addValidationSource(ValidationSource.NA);
        } else if (definition.isOptional() && field.displayed().isEmpty()) {
          field.addValidationSource(ValidationSource.NON_REQUIRED);
        }
      }
    }
  }
}
