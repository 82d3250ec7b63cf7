package io.github.rossumext.rules;

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
import java.util.HashSet;
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
  private final Map<Multivalue, Set<String>> buttons = new HashMap<>();

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
          List<String> columns = new ArrayList<>(known.isEmpty() ? key.columnIds() : List.of());
          for (SchemaDatapoint column : known) {
            if (!column.isFormula()) {
              columns.add(column.id());
            }
          }
          columns.removeAll(buttons(key));
          return List.copyOf(columns);
        });
  }

  /** Whether the schema says that a column is one of buttons, or else the rows show it. */
  boolean isButton(Multivalue table, String column) {
    return buttons(table).contains(column);
  }

  private Set<String> buttons(Multivalue table) {
    return buttons.computeIfAbsent(
        table,
        key -> {
          Set<String> found = new HashSet<>();
          for (Tuple row : key.rows()) {
            for (Node cell : row.children()) {
              if (cell instanceof Datapoint datapoint && datapoint.isButton()) {
                found.add(cell.schemaId());
              }
            }
          }
          for (SchemaDatapoint column : ofSchema(key)) {
            if (column.type().equals(DatapointType.BUTTON)) {
              found.add(column.id());
            } else {
              found.remove(column.id());
            }
          }
          return found;
        });
  }
}
