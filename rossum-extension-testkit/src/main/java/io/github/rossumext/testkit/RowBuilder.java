package io.github.rossumext.testkit;

/** The cells of a row; those that are not named are empty. Not thread-safe. */
public final class RowBuilder extends FieldsBuilder<RowBuilder> {
  RowBuilder() {}

  @Override
  RowBuilder self() {
    return this;
  }

  @Override
  void adding(FieldSpec field) {
    if (fields().stream().anyMatch(other -> other.schemaId.equals(field.schemaId))) {
      throw new IllegalArgumentException("The row has '" + field.schemaId + "' twice.");
    }
  }
}
