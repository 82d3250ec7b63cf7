package io.github.rossumext.testkit.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.ValidationSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The operations of a response, which are applied in their order. An operation is applied as a
 * whole. With a problem, it changes nothing.
 */
public final class Operations {
  private static final Set<String> REPLACE_KEYS =
      Set.of("content", "hidden", "options", "validation_sources");
  private static final Set<String> CELL_KEYS =
      Set.of("schema_id", "content", "hidden", "options", "validation_sources");

  private final Document document;
  private final DocumentSchema schema;
  private final Report report;
  private final Set<Long> touched = new LinkedHashSet<>();

  /** A report of the operations. */
  public interface Report {
    /** Adds an operation that took effect. */
    void applied(int index, String op, DocumentNode target, String path, JsonNode operation);

    /** Adds a problem of an operation. */
    void problem(int index, String text);

    /** Adds the problem that the operations are not a list, so that none was applied. */
    void notList(String text);
  }

  /** Operations on a document. */
  public Operations(Document document, Report report) {
    this.document = document;
    this.schema = document.schema();
    this.report = report;
  }

  /** Returns the ids that later hooks find in {@code updated_datapoints}. */
  public Collection<Long> touched() {
    return touched;
  }

  /** Applies a list of operations; a missing one is empty. */
  public void apply(JsonNode operations) {
    if (operations.isMissingNode()) {
      return;
    }
    if (!operations.isArray()) {
      report.notList("'operations' is not a list; nothing was applied.");
      return;
    }
    for (int i = 0; i < operations.size(); i++) {
      try {
        apply(i, operations.get(i));
      } catch (Refused e) {
        report.problem(i, e.reason());
      }
    }
  }

  private void apply(int index, JsonNode operation) throws Refused {
    if (!operation.isObject()) {
      throw new Refused("the operation is not an object.");
    }
    String unstorable = Json.unstorable(operation);
    if (!unstorable.isEmpty()) {
      throw new Refused("a text has " + unstorable + ", which Rossum cannot store.");
    }
    String op = operation.path("op").asText("");
    if (!operation.path("op").isTextual() || !Set.of("replace", "add", "remove").contains(op)) {
      throw new Refused("'op' is not replace, add or remove.");
    }
    checkKeys(operation, op);
    DocumentNode target = target(operation, op);
    String path = target.path();
    switch (op) {
      case "replace" -> replace(index, operation, target);
      case "add" -> add(index, operation, target);
      default -> remove(target);
    }
    report.applied(index, op, target, path, operation);
  }

  private static void checkKeys(JsonNode operation, String op) throws Refused {
    Set<String> keys =
        switch (op) {
          case "replace" -> Set.of("op", "id", "value");
          case "add" -> Set.of("op", "id", "value", "validation_sources");
          default -> Set.of("op", "id");
        };
    for (String name : Json.otherKeys(operation, keys)) {
      throw new Refused(
          "the protocol does not know the key '" + name + "' of the operation " + op + ".");
    }
  }

  private DocumentNode target(JsonNode operation, String op) throws Refused {
    if (Json.id(operation.path("id")).isEmpty()) {
      throw new Refused("'id' is not a whole number.");
    }
    long id = Json.id(operation.path("id")).getAsLong();
    return document
        .byId(id)
        .orElseThrow(() -> new Refused("the document has no node " + id + " to " + op + "."));
  }

  private void replace(int index, JsonNode operation, DocumentNode target) throws Refused {
    if (!target.isDatapoint()) {
      throw new Refused(target.named() + " cannot be replaced: only fields can.");
    }
    FieldWrite write = FieldWrite.of(operation.path("value"), target.named(), REPLACE_KEYS);
    if (operation.path("value").isEmpty()) {
      throw new Refused("nothing is written into " + target.named() + ".");
    }
    write.check(target);
    doubt(index, write.write(target, List.of()));
    touched.add(target.id());
  }

  private void doubt(int index, String doubt) {
    if (!doubt.isEmpty()) {
      report.problem(index, doubt);
    }
  }

  private void add(int index, JsonNode operation, DocumentNode target) throws Refused {
    if (!target.isMultivalue()) {
      throw new Refused(target.named() + " cannot be added to: only a multivalue can.");
    }
    List<ValidationSource> sources =
        operation.has("validation_sources")
            ? FieldWrite.sources(operation.path("validation_sources"), target.named())
            : List.of();
    JsonNode value = operation.path("value");
    boolean isTable = schema.isTable(target).orElse(value.isArray());
    if (isTable) {
      addRow(index, value, target, sources);
    } else {
      addValue(index, value, target, sources);
    }
    schema
        .multivalue(target.schemaId())
        .filter(known -> target.children().size() > known.maxOccurrences())
        .ifPresent(
            known ->
                report.problem(
                    index,
                    "'"
                        + target.schemaId()
                        + "' allows "
                        + known.maxOccurrences()
                        + " rows or values and now has "
                        + target.children().size()
                        + "; how Rossum reacts is unknown."));
  }

  private void addRow(int index, JsonNode value, DocumentNode table, List<ValidationSource> sources)
      throws Refused {
    if (!(value instanceof ArrayNode cells) || cells.isEmpty()) {
      throw new Refused("a row of '" + table.schemaId() + "' must be a list of cells.");
    }
    List<String> columns = schema.columns(table);
    Map<String, FieldWrite> writes = new LinkedHashMap<>();
    DocumentNode row = document.appendRow(table);
    try {
      for (JsonNode cell : cells) {
        String column = cell.path("schema_id").asText("");
        if (column.isEmpty() || (!columns.isEmpty() && !columns.contains(column))) {
          throw new Refused("'" + table.schemaId() + "' has no column '" + column + "'.");
        }
        String what = "the new cell '" + column + "'";
        FieldWrite write = FieldWrite.of(cell, what, CELL_KEYS);
        write.check(cell(row, column));
        if (writes.putIfAbsent(column, write) != null) {
          throw new Refused("the row has two cells '" + column + "'.");
        }
      }
    } catch (Refused e) {
      document.remove(row);
      throw e;
    }
    for (Map.Entry<String, FieldWrite> cell : writes.entrySet()) {
      doubt(index, cell.getValue().write(cell(row, cell.getKey()), sources));
    }
    touched.add(table.id());
    touched.add(row.id());
    row.children().forEach(cell -> touched.add(cell.id()));
  }

  private DocumentNode cell(DocumentNode row, String column) {
    return row.children().stream()
        .filter(cell -> cell.schemaId().equals(column))
        .findFirst()
        .orElseGet(() -> document.appendCell(row, column));
  }

  private void addValue(
      int index, JsonNode value, DocumentNode list, List<ValidationSource> sources) throws Refused {
    String what = "the new value of '" + list.schemaId() + "'";
    if (value.isArray()) {
      throw new Refused("'" + list.schemaId() + "' is a simple multivalue, which takes no rows.");
    }
    FieldWrite write = FieldWrite.of(value, what, REPLACE_KEYS);
    DocumentNode added = document.appendValue(list);
    try {
      write.check(added);
    } catch (Refused e) {
      document.remove(added);
      throw e;
    }
    doubt(index, write.write(added, sources));
    touched.add(list.id());
    touched.add(added.id());
  }

  private void remove(DocumentNode target) throws Refused {
    if (!target.isInMultivalue()) {
      throw new Refused(
          target.named()
              + " cannot be removed: only rows of tables and values of multivalues can.");
    }
    document.remove(target);
    touched.remove(target.id());
    target.children().forEach(cell -> touched.remove(cell.id()));
    target.parent().ifPresent(parent -> touched.add(parent.id()));
  }
}
