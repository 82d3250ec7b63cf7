package io.github.rossumext.testkit;

import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.DocumentSchema;
import java.util.Set;
import java.util.function.Consumer;

/** A section of a document: its fields, tables and simple multivalues. Not thread-safe. */
public final class SectionBuilder extends FieldsBuilder<SectionBuilder> {
  private final Document document;
  private final DocumentNode section;
  private final Set<String> ids;

  /**
   * A section.
   *
   * @param ids the schema ids of the document, each of which it may have once
   */
  SectionBuilder(Document document, DocumentNode section, Set<String> ids) {
    this.document = document;
    this.section = section;
    this.ids = ids;
  }

  /** Notes a schema id, and refuses one that the document has already. */
  static void addOnce(Set<String> ids, String schemaId) {
    if (schemaId.isBlank()) {
      throw new IllegalArgumentException("A schema id must not be blank.");
    }
    if (!ids.add(schemaId)) {
      throw new IllegalArgumentException("The document has '" + schemaId + "' twice.");
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
   * A table, whose rows are called as one of it: {@code line_item} in {@code line_items}.
   *
   * @throws IllegalArgumentException if the document has something of this name already
   */
  public SectionBuilder table(String schemaId, Consumer<TableBuilder> rows) {
    return table(schemaId, DocumentSchema.one(schemaId), rows);
  }

  /** A table whose rows are called by this schema id. */
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
   * A simple multivalue, whose values are called as one of it: {@code delivery_note} in {@code
   * delivery_notes}.
   *
   * @throws IllegalArgumentException if the document has something of this name already
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
