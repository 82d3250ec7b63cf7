package io.github.rossumext.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A section of a document: its fields, tables and simple multivalues. Not thread-safe. */
public final class SectionBuilder extends FieldsBuilder<SectionBuilder> {
  // Without a schema, so that it looks nothing up.
  static final TreeEdit FREE =
      new TreeEdit(
          new TreePlaces("The document", Json.newObject().putArray("content")), Optional.empty());

  private final SchemaIds ids;
  // In the order of the document; a field is empty here and the next of fields().
  private final List<Optional<ObjectNode>> order = new ArrayList<>();

  SectionBuilder(SchemaIds ids) {
    this.ids = ids;
  }

  @Override
  SectionBuilder self() {
    return this;
  }

  @Override
  void adding(FieldSpec field) {
    ids.add(field.schemaId);
    order.add(Optional.empty());
  }

  /**
   * A table, whose rows are called as one of it: {@code line_item} in {@code line_items}.
   *
   * @throws IllegalArgumentException if the document has something of this name already
   */
  public SectionBuilder table(String schemaId, Consumer<TableBuilder> rows) {
    return table(schemaId, RowEdit.single(schemaId), rows);
  }

  /** A table whose rows are called by this schema id. */
  public SectionBuilder table(String schemaId, String rowId, Consumer<TableBuilder> rows) {
    ids.add(schemaId);
    ids.add(rowId);
    TableBuilder table = new TableBuilder();
    rows.accept(table);
    table.columns().forEach(ids::add);
    order.add(Optional.of(table.node(schemaId, rowId)));
    return this;
  }

  /**
   * A simple multivalue, whose values are called as one of it: {@code delivery_note} in {@code
   * delivery_notes}.
   *
   * @throws IllegalArgumentException if the document has something of this name already
   */
  public SectionBuilder values(String schemaId, String... texts) {
    String valueId = RowEdit.single(schemaId);
    ids.add(schemaId);
    ids.add(valueId);
    ObjectNode list = NodeJson.container("multivalue", schemaId);
    for (String text : texts) {
      TreePlaces.children(list).add(FREE.newField(FieldSpec.text(valueId, text)));
    }
    order.add(Optional.of(list));
    return this;
  }

  ObjectNode node(String schemaId) {
    ObjectNode section = NodeJson.container("section", schemaId);
    int next = 0;
    for (Optional<ObjectNode> table : order) {
      ObjectNode node =
          table.isPresent() ? table.orElseThrow() : FREE.newField(fields().get(next++));
      TreePlaces.children(section).add(node);
    }
    return section;
  }
}
