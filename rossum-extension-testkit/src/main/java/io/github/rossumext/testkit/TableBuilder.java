package io.github.rossumext.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rows of a table. Every row gets all columns that any row names, since a document's rows have
 * the same columns. Not thread-safe.
 */
public final class TableBuilder {
  private final List<List<FieldSpec>> rows = new ArrayList<>();
  private final Map<String, FieldSpec.Kind> columns = new LinkedHashMap<>();

  TableBuilder() {}

  /**
   * A row.
   *
   * @throws IllegalArgumentException if it names a column twice, or a column that is a button in
   *     one row and a field in another
   */
  public TableBuilder row(Consumer<RowBuilder> cells) {
    RowBuilder row = new RowBuilder();
    cells.accept(row);
    for (FieldSpec cell : row.fields()) {
      FieldSpec.Kind other = columns.putIfAbsent(cell.schemaId, cell.kind);
      boolean isButton = cell.kind == FieldSpec.Kind.BUTTON;
      if (other != null && isButton != (other == FieldSpec.Kind.BUTTON)) {
        throw new IllegalArgumentException(
            "'" + cell.schemaId + "' is a button in one row and a field in another.");
      }
    }
    rows.add(row.fields());
    return this;
  }

  /** An empty row, with the columns of the others. */
  public TableBuilder blankRow() {
    return row(cells -> {});
  }

  Set<String> columns() {
    return columns.keySet();
  }

  ObjectNode node(String schemaId, String rowId) {
    ObjectNode table = NodeJson.container("multivalue", schemaId);
    ArrayNode children = TreePlaces.children(table);
    for (List<FieldSpec> cells : rows) {
      ObjectNode row = children.addObject();
      row.setAll(NodeJson.container("tuple", rowId));
      columns.forEach(
          (column, kind) ->
              TreePlaces.children(row)
                  .add(SectionBuilder.FREE.newField(cell(column, kind, cells))));
    }
    return table;
  }

  private static FieldSpec cell(String column, FieldSpec.Kind kind, List<FieldSpec> cells) {
    Optional<FieldSpec> named =
        cells.stream().filter(cell -> cell.schemaId.equals(column)).findFirst();
    return named.orElseGet(
        () ->
            kind == FieldSpec.Kind.BUTTON ? FieldSpec.button(column) : FieldSpec.text(column, ""));
  }
}
