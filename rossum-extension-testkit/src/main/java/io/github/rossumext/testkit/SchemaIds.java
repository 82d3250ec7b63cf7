package io.github.rossumext.testkit;

import java.util.HashSet;
import java.util.Set;

/** The schema ids of a document, each of which it may have once. */
final class SchemaIds {
  private final Set<String> known = new HashSet<>();

  void add(String schemaId) {
    if (schemaId.isBlank()) {
      throw new IllegalArgumentException("A schema id must not be blank.");
    }
    if (!known.add(schemaId)) {
      throw new IllegalArgumentException("The document has '" + schemaId + "' twice.");
    }
  }
}
