package io.github.rossumext.testkit.simulator;

import io.github.rossumext.schema.SchemaDatapoint;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What Rossum itself counts as validation of a field (protocol §3.4, §7). */
final class ValidationSources {
  private static final String SCORE = "score";
  private static final String HUMAN = "human";

  private ValidationSources() {}

  /** Adds {@code score} where the extraction is sure enough. */
  static void score(Document document, QueueSettings queue) {
    for (DocumentNode field : document.datapoints()) {
      Optional<BigDecimal> confidence = confidence(field);
      if (confidence.isPresent()
          && confidence.get().compareTo(threshold(document, field, queue)) >= 0) {
        add(field, SCORE);
      }
    }
  }

  static BigDecimal threshold(Document document, DocumentNode field, QueueSettings queue) {
    return document
        .types()
        .definition(field.schemaId())
        .flatMap(SchemaDatapoint::scoreThreshold)
        .orElseGet(queue::scoreThreshold);
  }

  static Optional<BigDecimal> confidence(DocumentNode field) {
    return field.json().path("content").path("rir_confidence").isNumber()
        ? Optional.of(field.json().path("content").path("rir_confidence").decimalValue())
        : Optional.empty();
  }

  /** Adds {@code human}: a user has seen the field. */
  static void visited(DocumentNode field) {
    add(field, HUMAN);
  }

  private static void add(DocumentNode field, String source) {
    List<String> sources = field.validationSources();
    if (!sources.contains(source)) {
      sources.add(source);
      field.validationSources(sources);
    }
  }

  /**
   * Gives the fields that need no validation their source: {@code NA} to those that are not
   * captured, {@code non_required} to those that may be empty and are.
   */
  static void settle(Document document) {
    FieldTypes types = document.types();
    for (DocumentNode field : document.datapoints()) {
      if (field.validationSources().isEmpty()) {
        if (types.isButton(field) || types.isNotCaptured(field.schemaId())) {
          add(field, "NA");
        } else if (field.value().isEmpty() && mayBeEmpty(types, field)) {
          add(field, "non_required");
        }
      }
    }
  }

  private static boolean mayBeEmpty(FieldTypes types, DocumentNode field) {
    return types
        .definition(field.schemaId())
        .filter(definition -> !definition.isRequired())
        .isPresent();
  }
}
