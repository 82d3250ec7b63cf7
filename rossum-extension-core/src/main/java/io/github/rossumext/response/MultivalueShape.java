package io.github.rossumext.response;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.content.Tuple;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be added to a multivalue, as far as its children and the schema tell. Worked out once
 * for each: an answer may add thousands of rows to a table of thousands.
 *
 * @param columns the columns of a table; none are known of an empty one without schema
 * @param buttons those of them that are buttons
 * @param item what the schema says of the values of a simple multivalue
 */
record MultivalueShape(
    Multivalue node,
    boolean isTable,
    boolean isList,
    Set<String> columns,
    Set<String> buttons,
    @Nullable SchemaDatapoint item) {

  static MultivalueShape of(Multivalue node, @Nullable Schema schema) {
    boolean isTable = false;
    boolean isList = false;
    Set<String> columns = new HashSet<>();
    Set<String> buttons = new HashSet<>();
    for (Node child : node.children()) {
      if (child instanceof Tuple row) {
        isTable = true;
        for (Datapoint cell : row.cells()) {
          columns.add(cell.schemaId());
          if (cell.isButton()) {
            buttons.add(cell.schemaId());
          }
        }
      } else {
        isList = true;
      }
    }
    SchemaDatapoint item = null;
    SchemaMultivalue known =
        schema == null ? null : schema.multivalue(node.schemaId()).orElse(null);
    if (known != null) {
      isTable |= known.isTable();
      if (known.child().orElse(null) instanceof SchemaDatapoint value) {
        isList = true;
        item = value;
      }
      for (SchemaDatapoint column : known.columns()) {
        columns.add(column.id());
        if (column.type().equals(DatapointType.BUTTON)) {
          buttons.add(column.id());
        } else {
          // Of a value that is missing, the schema knows better that it is no button.
          buttons.remove(column.id());
        }
      }
    }
    return new MultivalueShape(node, isTable, isList, columns, buttons, item);
  }

  boolean mayHave(String column) {
    return columns.isEmpty() || columns.contains(column);
  }

  boolean isButton(String column) {
    return buttons.contains(column);
  }
}
