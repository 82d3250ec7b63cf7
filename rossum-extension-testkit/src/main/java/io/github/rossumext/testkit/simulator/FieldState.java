package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.ValidationSource;
import java.util.List;

/** The state of a field on Rossum's screen. If several apply, it is the first in this order. */
public enum FieldState {
  /** The field has an error message, which blocks confirming. */
  ERROR("error"),
  /** The field has a warning. */
  WARNING("warning"),
  /** The field is empty, and the schema requires a value. */
  REQUIRED("required"),
  /** The field has no validation source, so a user must look at it. */
  NEEDS_REVIEW("review"),
  /** The field has a validation source, such as the extraction's score or an extension. */
  VALIDATED("validated"),
  /** A user has seen the field. */
  VALIDATED_BY_HUMAN("seen");

  private final String word;

  FieldState(String word) {
    this.word = word;
  }

  static FieldState of(DocumentNode field, List<ShownMessage> messages) {
    if (messages.stream().anyMatch(ShownMessage::isError)) {
      return ERROR;
    }
    if (messages.stream().anyMatch(message -> message.type().equals(MessageType.WARNING))) {
      return WARNING;
    }
    if (field.text().isEmpty() && field.definition().isRequired()) {
      return REQUIRED;
    }
    if (!field.isValidated()) {
      return NEEDS_REVIEW;
    }
    return field.validationSources().contains(ValidationSource.HUMAN)
        ? VALIDATED_BY_HUMAN
        : VALIDATED;
  }

  /** Returns the word of the printed screen, such as {@code review}. */
  @Override
  public String toString() {
    return word;
  }
}
