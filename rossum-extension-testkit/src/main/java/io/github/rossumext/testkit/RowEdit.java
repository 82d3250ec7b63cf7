package io.github.rossumext.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.schema.SchemaNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Adds and removes the rows of tables and the values of simple multivalues, in place. */
final class RowEdit {
  private final TreeEdit tree;
  private final Optional<Schema> schema;

  RowEdit(TreeEdit tree, Optional<Schema> schema) {
    this.tree = tree;
    this.schema = schema;
  }

  void add(String table, Consumer<RowBuilder> cells) {
    RowBuilder row = new RowBuilder();
    cells.accept(row);
    add(table, row.fields());
  }

  void add(String table, List<FieldSpec> cells) {
    ObjectNode multivalue = tree.places().multivalue(table);
    Optional<SchemaMultivalue> definition = definition(table);
    ArrayNode rows = TreePlaces.children(multivalue);
    if (definition.filter(known -> !known.isTable()).isPresent()
        || (!rows.isEmpty() && !TreePlaces.isTable(multivalue))) {
      throw new IllegalArgumentException(
          "'" + table + "' is a simple multivalue: it has values, not rows.");
    }
    Map<String, ObjectNode> columns = columns(rows, definition);
    List<String> known = List.copyOf(columns.keySet());
    for (FieldSpec cell : cells) {
      if (!known.isEmpty() && !known.contains(cell.schemaId)) {
        throw TreePlaces.unknownColumn(table, cell.schemaId, known);
      }
      columns.put(cell.schemaId, tree.newField(cell));
    }
    ObjectNode row = NodeJson.container("tuple", rowId(table, rows, definition));
    columns.values().forEach(TreePlaces.children(row)::add);
    rows.add(row);
  }

  /** Every column with its empty cell or its button. */
  private Map<String, ObjectNode> columns(ArrayNode rows, Optional<SchemaMultivalue> definition) {
    Map<String, ObjectNode> columns = new LinkedHashMap<>();
    if (definition.isPresent()) {
      for (SchemaDatapoint column : definition.orElseThrow().columns()) {
        columns.put(column.id(), tree.newField(column));
      }
      return columns;
    }
    for (JsonNode row : rows) {
      for (JsonNode cell : row.path("children")) {
        String schemaId = TreePlaces.schemaId(cell);
        columns.computeIfAbsent(schemaId, id -> like(id, cell));
      }
    }
    return columns;
  }

  private static ObjectNode like(String schemaId, JsonNode cell) {
    ObjectNode empty =
        cell.path("content").isNull()
            ? NodeJson.button(schemaId)
            : NodeJson.datapoint(schemaId, FieldText.EMPTY, List.of());
    if (cell.has("hidden")) {
      empty.set("hidden", cell.get("hidden"));
    }
    return empty;
  }

  private static String rowId(String table, ArrayNode rows, Optional<SchemaMultivalue> definition) {
    return definition
        .flatMap(SchemaMultivalue::child)
        .map(SchemaNode::id)
        .or(() -> Optional.of(TreePlaces.schemaId(rows.path(0))).filter(id -> !id.isEmpty()))
        .orElseGet(() -> single(table));
  }

  /** What one of these is called: {@code line_item} of {@code line_items}. */
  static String single(String plural) {
    return plural.endsWith("s") && plural.length() > 1
        ? plural.substring(0, plural.length() - 1)
        : plural + "_item";
  }

  void addValue(String list, String text) {
    ObjectNode multivalue = tree.places().multivalue(list);
    Optional<SchemaMultivalue> definition = definition(list);
    if (TreePlaces.isTable(multivalue)
        || definition.filter(SchemaMultivalue::isTable).isPresent()) {
      throw new IllegalArgumentException("'" + list + "' is a table: it has rows, not values.");
    }
    ArrayNode values = TreePlaces.children(multivalue);
    values.add(tree.newField(FieldSpec.text(rowId(list, values, definition), text)));
  }

  private Optional<SchemaMultivalue> definition(String schemaId) {
    return schema.flatMap(known -> known.multivalue(schemaId));
  }

  /** Removes the node at a path; every cell where it names a column. */
  void removeEvery(String path) {
    List<TreePlaces.Place> named = tree.places().bySchemaId(path);
    if (named.isEmpty()) {
      remove(tree.places().place(path));
    }
    named.forEach(this::remove);
  }

  /** Removes a node, and a row from the grid too. */
  private void remove(TreePlaces.Place place) {
    removeFrom(place.siblings(), place.node());
    for (JsonNode grid : tree.places().sections().findValues("grid")) {
      for (JsonNode part : grid.path("parts")) {
        if (part.path("rows") instanceof ArrayNode rows) {
          List<JsonNode> gone = new ArrayList<>();
          rows.forEach(
              row -> {
                if (row.path("tuple_id").equals(place.node().path("id"))) {
                  gone.add(row);
                }
              });
          gone.forEach(row -> removeFrom(rows, row));
        }
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // this very node: another one may look like it
  private static void removeFrom(ArrayNode list, JsonNode node) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) == node) {
        list.remove(i);
        return;
      }
    }
  }

  void removeAll(String multivalue) {
    int count = TreePlaces.children(tree.places().multivalue(multivalue)).size();
    for (int i = count - 1; i >= 0; i--) {
      remove(tree.places().place(multivalue + "[" + i + "]"));
    }
  }
}
