package io.github.rossumext.rules;

import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Tuple;
import io.github.rossumext.internal.check.DocumentFacts.MultivalueFacts;
import io.github.rossumext.internal.check.ValueType;
import io.github.rossumext.internal.help.Mistake;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
 * A table of the document, such as the line items.
 *
 * {@snippet class="io.github.rossumext.snippets.RuleSnippetsTest" region="table"}
 *
 * <p>A loop over it uses a snapshot of its rows, so you may remove and append rows inside the loop.
 * New rows are appended at the end, and the order of the others does not change. Mutable and not
 * thread-safe.
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

  /** Returns its schema id, such as {@code line_items}. */
  public String schemaId() {
    return received.schemaId();
  }

  /** Returns its id. */
  public long id() {
    return received.id();
  }

  /** Returns the table as Rossum sent it, without the edits. */
  public Multivalue received() {
    return received;
  }

  /** Returns what the schema says of it; empty if no schema was sideloaded. */
  public Optional<SchemaMultivalue> definition() {
    return facts().definition();
  }

  private MultivalueFacts facts() {
    return editor.facts().multivalue(received);
  }

  /**
   * Returns its current rows. Rows that you removed are missing, and rows that you appended come
   * last.
   */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>(size());
    for (Tuple row : editor.edits().rows(received)) {
      rows.add(new Row.Received(this, row));
    }
    for (Addition row : editor.edits().appendedRows(received)) {
      rows.add(new Row.Appended(this, row));
    }
    return Collections.unmodifiableList(rows);
  }

  @Override
  public Iterator<Row> iterator() {
    return rows().iterator();
  }

  /** Returns its current rows. */
  public Stream<Row> stream() {
    return rows().stream();
  }

  /** Returns the number of its rows. */
  public int size() {
    return editor.edits().numberOfRows(received);
  }

  /** Returns whether it has no rows. */
  public boolean isEmpty() {
    return size() == 0;
  }

  /**
   * Returns a row by its place.
   *
   * @param index from 0
   * @throws IndexOutOfBoundsException if there is no such row; the message names table and size
   */
  public Row row(int index) {
    int size = size();
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(
          Printable.name(schemaId())
              + " has "
              + size
              + (size == 1 ? " row" : " rows")
              + ", counted from 0: row("
              + index
              + ") does not exist.");
    }
    Edits edits = editor.edits();
    int received = edits.numberOfReceivedRows(this.received);
    return index < received
        ? new Row.Received(this, edits.row(this.received, index))
        : new Row.Appended(this, edits.appendedRow(this.received, index - received));
  }

  /**
   * Returns how many rows the schema allows; empty if no schema was sideloaded. If there are more,
   * they are sent, and the log has a warning, because the reaction of Rossum is unknown.
   */
  public OptionalInt maxOccurrences() {
    return definition().stream().mapToInt(SchemaMultivalue::maxOccurrences).findFirst();
  }

  /**
   * Returns whether the user, or an extension before this one, changed the table, a row or a cell.
   */
  public boolean isChanged() {
    return editor.isUpdated(id()) || rows().stream().anyMatch(row -> row.changed());
  }

  /**
   * Returns the columns of the schema. If no schema was sideloaded, it returns the columns that the
   * rows have. An empty table without schema does not know its columns.
   */
  public List<String> columnIds() {
    return facts().columns();
  }

  /**
   * Returns whether it has all of these columns. A column that is probably misspelt is reported, as
   * by {@link ContentEditor#has}.
   */
  public boolean has(String... columns) {
    List<String> known = columnIds();
    boolean hasAll = true;
    for (String column : columns) {
      if (!known.contains(column)) {
        editor.reportIfMisspelt(column);
        hasAll = false;
      }
    }
    return hasAll;
  }

  /** Whether a new row may have this cell: if no column is known, it may have any. */
  boolean mayHave(String column) {
    return facts().mayHave(column);
  }

  /** The columns that a new row has, including those that only this row has. */
  Set<String> columnsOf(Addition addition) {
    Set<String> columns = new LinkedHashSet<>(columnIds());
    columns.addAll(addition.written());
    return columns;
  }

  UnknownFieldException unknownColumn(String column) {
    return FieldLookup.unknownColumn(schemaId(), columnIds(), column);
  }

  /**
   * Returns the cells of a column as texts.
   *
   * @throws UnknownFieldException if the table does not have the column; the message names the
   *     nearest
   */
  public Column column(String column) {
    requireColumn(column);
    return new Column(this, rows(), column);
  }

  /**
   * Returns the cells of a column as numbers.
   *
   * @throws UnknownFieldException if the table does not have the column, or the schema says that it
   *     holds something else
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
   * Appends a row for you to fill. It is sent with only the cells that you set. If you set none, or
   * mark the whole row with {@link Row#validatedBy}, it is sent with all known columns, except
   * buttons and columns that Rossum computes. Then the cells that you did not set are {@code ""}.
   */
  public Row append() {
    Addition addition = Addition.row(received);
    editor.edits().append(addition);
    return new Row.Appended(this, addition);
  }

  /**
   * Appends a row with these cells.
   *
   * @param cells texts, numbers, dates, booleans, or {@code Optional}s of them, by column
   * @throws UnknownFieldException if the table does not have the column; then nothing is appended
   * @throws IllegalArgumentException if a value is of another type; then nothing is appended
   */
  public Row append(Map<String, ?> cells) {
    cells.keySet().forEach(this::requireColumn);
    cells.forEach(Field::requireWritable);
    return append(row -> cells.forEach((column, value) -> row.field(column).setAny(value)));
  }

  /** Appends a row and fills it. If a cell cannot be filled, the row is removed again. */
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
   * Appends a row with the components of your record. Each goes into the column with its name, or
   * with the name in its {@link Key}; case, {@code _} and {@code -} do not count.
   *
   * @throws UnknownFieldException if a component names an unknown column; then nothing is appended
   * @throws IllegalArgumentException if a value is of a type that no cell can hold; then nothing is
   *     appended
   */
  public Row append(Record cells) {
    return append(RecordBinder.of(cells.getClass()).values(cells, columnIds()));
  }

  /**
   * Appends a row with the texts of another row, except buttons and columns that Rossum computes.
   *
   * @throws UnknownFieldException if the other row has a column that this table does not have; then
   *     nothing is appended
   */
  public Row appendCopyOf(Row row) {
    return append(copy -> copyCells(row, copy));
  }

  private static void copyCells(Row row, Row copy) {
    for (Field cell : row.fields()) {
      if (!cell.facts().isFormula() && !cell.isButton()) {
        copy.field(cell.schemaId()).copyFrom(cell);
      }
    }
  }

  /**
   * Changes the table as little as possible, so that it holds these rows. A row with the same key
   * keeps its id, its place, and each cell whose value is already the same, with its validation
   * sources. Columns that you do not name keep what the user or the extraction put there. Call it
   * at each request with the rows that you computed: if they are the same, nothing is sent.
   *
   * <p>Rows without a match are removed, and new rows are appended at the end, because Rossum
   * cannot insert or move rows. Keys are compared like other values, for example numbers by value.
   * An empty key matches an empty key. If several rows have the same key, rows whose cells are all
   * the same are matched first, and then the others in their order. The keys of an enum match
   * regardless of case. A row that does not have a cell that you fill does not match, because
   * Rossum cannot add cells to a row.
   *
   * <p>If the key of a new row is a lossy write, the row is left out, unless Rossum computes the
   * key. The rows are compared with the rows that the table has when you call this. So a row that
   * you already removed in this request does not match: it stays removed, and a new row is added.
   *
   * @param rows maps from column to value, as in {@link #append(Map)}, or your records
   * @param keyColumn the column that identifies a row, such as a line number; each of the rows
   *     needs this column
   * @throws UnknownFieldException if the table does not have a column; then nothing changes
   * @throws IllegalArgumentException if a row is neither a map nor a record, has no key, or has a
   *     value of a type that no cell can hold; then nothing changes
   */
  public Table set(Collection<?> rows, String keyColumn) {
    requireColumn(keyColumn);
    TableAssignment assignment = new TableAssignment(this, keyColumn);
    for (Object row : rows) {
      Map<String, Object> cells = cells(row);
      cells.keySet().forEach(this::requireColumn);
      assignment.want(cells);
    }
    assignment.apply();
    return this;
  }

  private Map<String, Object> cells(Object row) {
    if (row instanceof Record cells) {
      return RecordBinder.of(cells.getClass()).values(cells, columnIds());
    }
    if (!(row instanceof Map<?, ?> cells)) {
      throw Mistake.ofArgument(
          "A row must be a map from column to value, or a record, but was a "
              + row.getClass().getName()
              + ".");
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    cells.forEach((column, value) -> copy.put(String.valueOf(column), value));
    return copy;
  }

  /** Removes the rows that pass the test, and returns how many it removed. */
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
   * Returns the rows as your records; see {@link Row#as}.
   *
   * @throws UnknownFieldException if a component names an unknown column
   * @throws BindingException if a cell does not fit its component; the message names row and cell
   */
  public <T extends Record> List<T> as(Class<T> type) {
    return RecordBinder.of(type).bindAll(this);
  }

  /** Returns the schema id and the id, and no value. */
  @Override
  public String toString() {
    return "Table[" + Printable.word(schemaId()) + ", " + id() + "]";
  }
}
