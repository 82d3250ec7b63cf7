package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.ValidationSource;
import java.util.List;

/** The state of a field on Rossum's screen; the first that applies. */
public enum FieldState {
  /** It has an error message, which blocks confirming. */
  ERROR("error"),
  /** It has a warning. */
  WARNING("warning"),
  /** It is empty, and the schema requires a value. */
  REQUIRED("required"),
  /** Nothing has validated it, so a user must look at it. */
  NEEDS_REVIEW("review"),
  /** Something has validated it, such as the extraction's score or an extension. */
  VALIDATED("validated"),
  /** A user has seen it. */
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

  /** The word that the printed screen uses. */
  @Override
  public String toString() {
    return word;
  }
}
