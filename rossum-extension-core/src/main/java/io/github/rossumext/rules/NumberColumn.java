package io.github.rossumext.rules;

import io.github.rossumext.internal.help.Printable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers of a table: the cells of the rows that the table had when you asked for the
 * column. Reads reflect the edits. Mutable and not thread-safe.
 */
public final class NumberColumn extends Numbers {
  private final String schemaId;
  private final List<NumberField> fields;

  NumberColumn(Table table, List<Row> rows, String schemaId) {
    super(table, rows);
    this.schemaId = schemaId;
    List<NumberField> cells = new ArrayList<>(rows.size());
    for (Row row : rows) {
      cells.add(row.number(schemaId));
    }
    this.fields = Collections.unmodifiableList(cells);
  }

  @Override
  @Nullable BigDecimal at(int index) {
    return fields.get(index).readNumber();
  }

  /** Returns the schema id of its cells. */
  public String schemaId() {
    return schemaId;
  }

  /** Returns its cells, from the first row to the last. */
  public List<NumberField> fields() {
    return fields;
  }

  /**
   * Writes a number into each cell, and clears the cells of rows without a number.
   *
   * @throws IllegalArgumentException if the numbers have more or fewer rows, or are of the same
   *     table with other rows; nothing is written then
   */
  public NumberColumn set(Numbers numbers) {
    requireSameRows(numbers);
    for (int i = 0; i < fields.size(); i++) {
      BigDecimal number = numbers.at(i);
      if (number == null) {
        fields.get(i).clear();
      } else {
        fields.get(i).set(number);
      }
    }
    return this;
  }

  /** Writes one number into every cell. */
  public NumberColumn set(BigDecimal number) {
    fields.forEach(field -> field.set(number));
    return this;
  }

  /** Returns the schema id and the number of rows, and no value. */
  @Override
  public String toString() {
    return "NumberColumn[" + Printable.word(schemaId) + ", " + size() + " rows]";
  }
}
