package io.github.rossumext.edit;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.content.Tuple;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The columns of the tables of one document, worked out once for each. Not thread-safe. */
final class TableColumns {
  private final Supplier<Optional<Schema>> schema;
  private final Map<Multivalue, List<String>> all = new HashMap<>();
  private final Map<Multivalue, List<String>> sent = new HashMap<>();

  TableColumns(Supplier<Optional<Schema>> schema) {
    this.schema = schema;
  }

  private List<SchemaDatapoint> ofSchema(Multivalue table) {
    return schema
        .get()
        .flatMap(known -> known.multivalue(table.schemaId()))
        .map(SchemaMultivalue::columns)
        .orElse(List.of());
  }

  /** The columns of the schema, and those of the rows that the schema does not have. */
  List<String> all(Multivalue table) {
    return all.computeIfAbsent(
        table,
        key -> {
          Set<String> columns = new LinkedHashSet<>();
          ofSchema(key).forEach(column -> columns.add(column.id()));
          columns.addAll(key.columnIds());
          return List.copyOf(columns);
        });
  }

  /** The columns that a new row is sent with: not those of formulas and buttons. */
  List<String> sent(Multivalue table) {
    return sent.computeIfAbsent(
        table,
        key -> {
          List<SchemaDatapoint> known = ofSchema(key);
          return known.isEmpty() ? ofRows(key) : ofSchema(known);
        });
  }

  private static List<String> ofSchema(List<SchemaDatapoint> columns) {
    List<String> sent = new ArrayList<>();
    for (SchemaDatapoint column : columns) {
      if (!column.isFormula() && !column.type().equals(DatapointType.BUTTON)) {
        sent.add(column.id());
      }
    }
    return sent;
  }

  private static List<String> ofRows(Multivalue table) {
    Set<String> buttons = new LinkedHashSet<>();
    for (Tuple row : table.rows()) {
      for (Node cell : row.children()) {
        if (cell instanceof Datapoint datapoint && datapoint.isButton()) {
          buttons.add(cell.schemaId());
        }
      }
    }
    return table.columnIds().stream().filter(column -> !buttons.contains(column)).toList();
  }
}
