package io.github.rossumext.playground;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A table or list as the page shows it, without the cells' content.
 *
 * @param columns the schema ids of the columns; empty for a list
 * @param rows of each row its key, and the key of the cell of each column, 0 for none; of each
 *     value its key alone
 */
record MultivalueView(
    String schemaId, boolean isTable, boolean isHidden, List<String> columns, List<int[]> rows) {
  /** Returns whether the rows are the same: arrays are equal by identity. */
  boolean isSame(MultivalueView other) {
    if (!schemaId.equals(other.schemaId)
        || isTable != other.isTable
        || isHidden != other.isHidden
        || !columns.equals(other.columns)
        || rows.size() != other.rows.size()) {
      return false;
    }
    for (int i = 0; i < rows.size(); i++) {
      if (!Arrays.equals(rows.get(i), other.rows.get(i))) {
        return false;
      }
    }
    return true;
  }

  void write(JsonGenerator out, int key) throws IOException {
    out.writeStartObject();
    out.writeNumberField("key", key);
    out.writeStringField("schemaId", schemaId);
    out.writeBooleanField("isTable", isTable);
    out.writeBooleanField("hidden", isHidden);
    out.writeArrayFieldStart("columns");
    for (String column : columns) {
      out.writeString(column);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("rows");
    for (int[] row : rows) {
      out.writeArray(row, 0, row.length);
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
