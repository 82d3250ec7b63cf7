package io.github.rossumext.testkit;

import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.DocumentSchema;
import java.util.Set;
import java.util.function.Consumer;

/** A builder of a section: its fields, tables and lists. Not thread-safe. */
public final class SectionBuilder extends FieldsBuilder<SectionBuilder> {
  private final Document document;
  private final DocumentNode section;
  private final Set<String> ids;

  /**
   * Creates a builder of a section.
   *
   * @param ids the schema ids of the document so far
   */
  SectionBuilder(Document document, DocumentNode section, Set<String> ids) {
    this.document = document;
    this.section = section;
    this.ids = ids;
  }

  /** Adds a schema id. Throws if the document already has it. */
  static void addOnce(Set<String> ids, String schemaId) {
    if (schemaId.isBlank()) {
      throw new IllegalArgumentException("Expected a schema id, but found a blank text.");
    }
    if (!ids.add(schemaId)) {
      throw new IllegalArgumentException(
          "Expected each schema id once, but the document has '" + schemaId + "' twice.");
    }
  }

  @Override
  SectionBuilder self() {
    return this;
  }

  @Override
  DocumentNode place(String schemaId, boolean isButton) {
    addOnce(ids, schemaId);
    return document.appendDatapoint(section, schemaId, isButton);
  }

  /**
   * Adds a table. The schema id of its rows is the singular: {@code line_item} in {@code
   * line_items}.
   *
   * @throws IllegalArgumentException if the document already has one of the schema ids
   */
  public SectionBuilder table(String schemaId, Consumer<TableBuilder> rows) {
    return table(schemaId, DocumentSchema.one(schemaId), rows);
  }

  /** Adds a table whose rows have this schema id. */
  public SectionBuilder table(String schemaId, String rowId, Consumer<TableBuilder> rows) {
    addOnce(ids, schemaId);
    addOnce(ids, rowId);
    TableBuilder table =
        new TableBuilder(document, document.appendMultivalue(section, schemaId), rowId);
    rows.accept(table);
    table.finish().forEach(column -> addOnce(ids, column));
    return this;
  }

  /**
   * Adds a list (a simple multivalue). The schema id of its values is the singular: {@code
   * delivery_note} in {@code delivery_notes}.
   *
   * @throws IllegalArgumentException if the document already has one of the schema ids
   */
  public SectionBuilder values(String schemaId, String... texts) {
    addOnce(ids, schemaId);
    addOnce(ids, DocumentSchema.one(schemaId));
    document.appendMultivalue(section, schemaId);
    for (String text : texts) {
      new DocumentEdit(document).appendValue(schemaId, text);
    }
    return this;
  }
}
