package io.github.rossumext.rules;

import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Tuple;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.value.BindingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A table of the live document, such as the line items. Iterating it goes over a snapshot of its
 * rows, so that rows may be removed and appended meanwhile. Rows are appended at the end and keep
 * their places otherwise. Mutable and not thread-safe.
 */
public final class Table implements Iterable<Row> {
  private final ContentEditor editor;
  private final Multivalue received;

  Table(ContentEditor editor, Multivalue received) {
    this.editor = editor;
    this.received = received;
  }

  ContentEditor editor() {
    return editor;
  }

  /** Its schema id, such as {@code line_items}. */
  public String schemaId() {
    return received.schemaId();
  }

  /** Its id. */
  public long id() {
    return received.id();
  }

  /** The table as Rossum sent it, without the edits. */
  public Multivalue received() {
    return received;
  }

  /** What the schema says of it; empty if none was sideloaded. */
  public Optional<SchemaMultivalue> definition() {
    return editor.schema().flatMap(schema -> schema.multivalue(received.schemaId()));
  }

  /** Its rows as they are now, without those that were removed and with those appended last. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>(received.children().size());
    for (var child : received.children()) {
      if (child instanceof Tuple tuple && !editor.edits().isRemoved(tuple)) {
        rows.add(new Row(this, tuple));
      }
    }
    for (Addition addition : editor.edits().additions(received)) {
      rows.add(new Row(this, addition));
    }
    return Collections.unmodifiableList(rows);
  }

  @Override
  public Iterator<Row> iterator() {
    return rows().iterator();
  }

  /** Its rows as they are now. */
  public Stream<Row> stream() {
    return rows().stream();
  }

  /** The number of its rows. */
  public int size() {
    return rows().size();
  }

  /** Whether it has no rows. */
  public boolean isEmpty() {
    return rows().isEmpty();
  }

  /**
   * A row by its place.
   *
   * @param index from 0
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Row row(int index) {
    return rows().get(index);
  }

  /**
   * How many rows the schema allows; empty if none was sideloaded. What Rossum does with more is
   * not known (protocol §4.1): they are sent, with a warning in the log.
   */
  public OptionalInt maxOccurrences() {
    return definition().stream().mapToInt(SchemaMultivalue::maxOccurrences).findFirst();
  }

  /** Whether the user, or an extension before this one, changed the table, a row or a cell. */
  public boolean isChanged() {
    return editor.payload().isUpdated(id()) || rows().stream().anyMatch(row -> row.changed());
  }

  /**
   * The columns: those of the schema, or where none was sideloaded, those that the rows have. An
   * empty table without schema does not know its columns.
   */
  public List<String> columns() {
    return editor.columns(received);
  }

  /** Whether it has all of these columns. */
  public boolean has(String... columns) {
    return columns().containsAll(List.of(columns));
  }

  /** Whether a new row may have this cell: where no column is known, any. */
  boolean mayHave(String column) {
    List<String> columns = columns();
    return columns.isEmpty() || columns.contains(column);
  }

  boolean isButton(String column) {
    return editor.isButton(received, column);
  }

  /** The columns that a new row has, those included that only this row is known to have. */
  Set<String> columnsOf(Addition addition) {
    Set<String> columns = new LinkedHashSet<>(columns());
    columns.addAll(editor.edits().of(addition).written());
    return columns;
  }

  UnknownFieldException unknownColumn(String column) {
    return FieldLookup.unknownColumn(schemaId(), columns(), column);
  }

  /**
   * The cells of a column as texts.
   *
   * @throws UnknownFieldException if the table has no such column; the message names the nearest
   */
  public Column column(String column) {
    requireColumn(column);
    return new Column(this, rows(), column);
  }

  /**
   * The cells of a column as numbers.
   *
   * @throws UnknownFieldException if the table has no such column, or it is a date by the schema
   */
  public NumberColumn numbers(String column) {
    requireColumn(column);
    editor.requireType(column, ValueType.NUMBER);
    return new NumberColumn(this, rows(), column);
  }

  private void requireColumn(String column) {
    if (!mayHave(column)) {
      throw unknownColumn(column);
    }
  }

  /**
   * Appends a row to be filled. It is sent with all of its columns, those that are not set as
   * {@code ""}, but for the columns that Rossum computes; without schema, the columns are those
   * that are set and those that other rows have.
   */
  public Row append() {
    Addition addition = Addition.row(received);
    editor.edits().put(addition, Addition.Content.EMPTY);
    return new Row(this, addition);
  }

  /**
   * Appends a row of these cells.
   *
   * @param cells texts, numbers, dates, or {@code Optional}s of them, by column
   * @throws UnknownFieldException if the table has no such column; nothing is appended then
   * @throws IllegalArgumentException if a value is of another type; nothing is appended then
   */
  public Row append(Map<String, ?> cells) {
    cells.keySet().forEach(this::requireColumn);
    cells.forEach(CellValue::require);
    return append(
        row -> cells.forEach((column, value) -> CellValue.write(row.field(column), value)));
  }

  /** Appends a row and fills it; a row that cannot be filled leaves no half of it behind. */
  private Row append(Consumer<Row> fill) {
    Row row = append();
    try {
      fill.accept(row);
    } catch (RuntimeException e) {
      row.remove();
      throw e;
    }
    return row;
  }

  /**
   * Appends a row of the components of a record of the author's, by their names in snake_case or
   * their {@link SchemaId}.
   *
   * @throws UnknownFieldException if a component names no column; nothing is appended then
   * @throws IllegalArgumentException if a value is of a type that no cell can hold; nothing is
   *     appended then
   */
  public Row append(Record cells) {
    return append(RecordBinder.of(cells.getClass()).values(cells));
  }

  /**
   * Appends a row with the texts of another one, to the letter, but for what Rossum computes.
   *
   * @throws UnknownFieldException if the row is of another table and this one lacks a column of it;
   *     nothing is appended then
   */
  public Row appendCopyOf(Row row) {
    return append(copy -> copyCells(row, copy));
  }

  private static void copyCells(Row row, Row copy) {
    for (Field cell : row.fields()) {
      boolean isComputed = cell.definition().filter(SchemaDatapoint::isFormula).isPresent();
      if (!isComputed && !cell.isButton()) {
        copy.field(cell.schemaId()).copyFrom(cell);
      }
    }
  }

  /** Removes the rows that pass the test, and says how many. */
  public int removeIf(Predicate<? super Row> test) {
    List<Row> removed = rows().stream().filter(test).toList();
    removed.forEach(Row::remove);
    return removed.size();
  }

  /** Removes all rows. */
  public void clear() {
    rows().forEach(Row::remove);
  }

  /**
   * The rows as records of the author's, as {@link Row#as}.
   *
   * @throws UnknownFieldException if a component names no column
   * @throws BindingException if a cell does not fit its component; the message names row and cell
   */
  public <T extends Record> List<T> as(Class<T> type) {
    return RecordBinder.of(type).bindAll(this);
  }

  /** The schema id and id; no value. */
  @Override
  public String toString() {
    return "Table[" + schemaId() + ", " + id() + "]";
  }
}
