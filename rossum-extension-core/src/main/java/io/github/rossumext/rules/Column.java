package io.github.rossumext.rules;

import io.github.rossumext.internal.help.Mistake;
import io.github.rossumext.internal.help.Printable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A column of a table: the cells of the rows that the table had when you asked for the column.
 * Reads reflect the edits. Mutable and not thread-safe.
 */
public final class Column implements Iterable<Field> {
  private final Table table;
  private final String schemaId;
  private final List<Row> rows;
  private final List<Field> fields;

  Column(Table table, List<Row> rows, String schemaId) {
    this.table = table;
    this.schemaId = schemaId;
    this.rows = rows;
    this.fields = rows.stream().map(row -> row.field(schemaId)).toList();
  }

  /** Returns the schema id of its cells. */
  public String schemaId() {
    return schemaId;
  }

  /** Returns its cells, from the first row to the last. */
  public List<Field> fields() {
    return fields;
  }

  @Override
  public Iterator<Field> iterator() {
    return fields.iterator();
  }

  /** Returns the number of its cells, empty ones included. */
  public int size() {
    return fields.size();
  }

  /** Returns the machine texts of all its cells, {@code ""} for empty ones. */
  public List<String> texts() {
    return fields.stream().map(Field::text).toList();
  }

  /** Returns how many cells are set. */
  public int count() {
    return (int) fields.stream().filter(Field::isSet).count();
  }

  /** Returns whether a cell passes the test; empty ones are tested too. */
  public boolean any(Predicate<? super Field> test) {
    return fields.stream().anyMatch(test);
  }

  /** Returns whether all cells pass the test; empty ones are tested too. True without rows. */
  public boolean all(Predicate<? super Field> test) {
    return fields.stream().allMatch(test);
  }

  /** Returns the rows whose cell passes the test; empty ones are tested too. */
  public List<Row> rowsWhere(Predicate<? super Field> test) {
    List<Row> found = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (test.test(fields.get(i))) {
        found.add(rows.get(i));
      }
    }
    return found;
  }

  /** Writes a text into every cell. */
  public Column set(String text) {
    fields.forEach(field -> field.set(text));
    return this;
  }

  /**
   * Writes a text into each cell.
   *
   * @param texts as many as there are cells, {@code ""} to clear one
   * @throws IllegalArgumentException if there are more or fewer; then nothing is written
   */
  public Column set(List<String> texts) {
    requireAsMany(texts.size());
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).set(texts.get(i));
    }
    return this;
  }

  /**
   * Writes the texts of another column as they are.
   *
   * @throws IllegalArgumentException if it has more or fewer cells, or it is of the same table with
   *     other rows; nothing is written then
   */
  public Column copyFrom(Column other) {
    Numbers.requireSameRows(table, rows, other.table, other.rows);
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).copyFrom(other.fields.get(i));
    }
    return this;
  }

  private void requireAsMany(int size) {
    if (size != fields.size()) {
      throw Mistake.ofArgument(
          "The column "
              + Printable.name(schemaId)
              + " has "
              + fields.size()
              + " cells, but got "
              + size
              + " texts. Give one text for each cell.");
    }
  }

  /** Returns the schema id and the number of cells, and no value. */
  @Override
  public String toString() {
    return "Column[" + Printable.word(schemaId) + ", " + fields.size() + " cells]";
  }
}
