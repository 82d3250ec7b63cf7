package io.github.rossumext.rules;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.content.Tuple;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table of the live document (protocol §3.4, §4.1). Reads reflect the edits. Two are
 * equal if they are the same row. Mutable and not thread-safe.
 */
public final class Row {
  private final Table table;
  private final @Nullable Tuple received;
  private final @Nullable Addition addition;

  Row(Table table, Tuple received) {
    this(table, received, null);
  }

  Row(Table table, Addition addition) {
    this(table, null, addition);
  }

  private Row(Table table, @Nullable Tuple received, @Nullable Addition addition) {
    this.table = table;
    this.received = received;
    this.addition = addition;
  }

  static Optional<Row> received(ContentEditor editor, Tuple row) {
    return row.parent().orElse(null) instanceof Multivalue table
        ? Optional.of(new Row(new Table(editor, table), row))
        : Optional.empty();
  }

  /** The table that it is a row of. */
  public Table table() {
    return table;
  }

  /** Whether it was appended in this call. */
  public boolean isNew() {
    return received == null;
  }

  /** Whether it was removed in this call; it can be read still, and not be changed. */
  public boolean isRemoved() {
    Edits edits = table.editor().edits();
    return received != null ? edits.isRemoved(received) : addition == null || !edits.has(addition);
  }

  /**
   * Its id.
   *
   * @throws IllegalStateException if it {@link #isNew()}: the id comes with the next event
   */
  public long id() {
    return received().id();
  }

  /**
   * The row as Rossum sent it, without the edits.
   *
   * @throws IllegalStateException if it {@link #isNew()}
   */
  public Tuple received() {
    if (received == null) {
      throw new IllegalStateException(
          HelpTopic.NEW_ROW.explain(
              "The row is new, so it has no id and nothing that Rossum sent: that comes with the"
                  + " next event."));
    }
    return received;
  }

  /**
   * A cell, whatever its type.
   *
   * @throws UnknownFieldException if the table has no such column; the message names the nearest
   */
  public Field field(String column) {
    return new Field(table.editor(), slot(column));
  }

  /**
   * A cell that holds a number.
   *
   * @throws UnknownFieldException if the table has no such column, or it is a date by the schema
   */
  public NumberField number(String column) {
    return new NumberField(table.editor(), table.editor().typed(slot(column), ValueType.NUMBER));
  }

  /**
   * A cell that holds a date.
   *
   * @throws UnknownFieldException if the table has no such column, or it is a number by the schema
   */
  public DateField date(String column) {
    return new DateField(table.editor(), table.editor().typed(slot(column), ValueType.DATE));
  }

  /** A cell of a column that the row may not have. */
  public Optional<Field> find(String column) {
    return Optional.ofNullable(findSlot(column)).map(slot -> new Field(table.editor(), slot));
  }

  private Slot slot(String column) {
    Slot slot = findSlot(column);
    if (slot == null) {
      throw table.unknownColumn(column);
    }
    return slot;
  }

  private @Nullable Slot findSlot(String column) {
    if (received != null) {
      for (Node child : received.children()) {
        if (child instanceof Datapoint cell && cell.schemaId().equals(column)) {
          return Slot.of(cell);
        }
      }
      return null;
    }
    return addition == null || !table.mayHave(column) ? null : fresh(addition, column);
  }

  private Slot fresh(Addition row, String column) {
    return Slot.ofCell(row, column, table.isButton(column));
  }

  /** The cells, in the order of the row; those of a new row in the order of the columns. */
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    if (received != null) {
      for (Datapoint cell : received.cells()) {
        fields.add(new Field(table.editor(), Slot.of(cell)));
      }
    } else if (addition != null) {
      for (String column : table.columnsOf(addition)) {
        fields.add(new Field(table.editor(), fresh(addition, column)));
      }
    }
    return Collections.unmodifiableList(fields);
  }

  /** Writes a text into a cell, as {@link Field#set(String)}. */
  public Row set(String column, String text) {
    field(column).set(text);
    return this;
  }

  /** Writes a number into a cell, as {@link Field#set(BigDecimal)}. */
  public Row set(String column, BigDecimal number) {
    field(column).set(number);
    return this;
  }

  /** Writes a whole number into a cell. */
  public Row set(String column, long number) {
    return set(column, BigDecimal.valueOf(number));
  }

  /** Writes a date into a cell, as {@link Field#set(LocalDate)}. */
  public Row set(String column, LocalDate date) {
    field(column).set(date);
    return this;
  }

  /** Marks all of its cells as validated by these and nothing else. */
  public Row validatedBy(ValidationSource... sources) {
    if (addition != null) {
      requirePresent();
      Edits edits = table.editor().edits();
      edits.put(addition, edits.of(addition).validatedBy(List.of(sources)));
    } else {
      fields().stream()
          .filter(field -> !field.isButton())
          .forEach(field -> field.validatedBy(sources));
    }
    return this;
  }

  /**
   * Whether the user, or an extension before this one, changed one of these cells; without a
   * column, any cell, or the row itself.
   *
   * @throws UnknownFieldException if the table has no such column; the message names the nearest
   */
  public boolean changed(String... columns) {
    if (columns.length == 0) {
      return received != null
          && (table.editor().payload().isUpdated(received.id())
              || fields().stream().anyMatch(Field::isChanged));
    }
    for (String column : columns) {
      if (field(column).isChanged()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the user clicked the button in this column of the row.
   *
   * @throws UnknownFieldException if the table has no such column; the message names the nearest
   */
  public boolean clicked(String column) {
    return field(column).isClicked();
  }

  /**
   * Whether no cell holds anything but white space. Buttons do not count, nor do cells that Rossum
   * computes, where a sideloaded schema tells them.
   */
  public boolean isBlank() {
    for (Field field : fields()) {
      boolean isComputed = field.definition().filter(known -> known.isFormula()).isPresent();
      if (!isComputed && !field.text().isBlank()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Removes the row. What was written into it or said on it in this call goes with it; a row that
   * was appended in this call leaves no trace. A row that is removed already stays so.
   */
  public void remove() {
    Edits edits = table.editor().edits();
    if (received != null) {
      edits.remove(received);
    } else if (addition != null) {
      edits.remove(addition);
    }
  }

  /**
   * The row as a record of the author's: each component is the cell of its name in snake_case, or
   * of its {@link SchemaId}.
   *
   * @throws UnknownFieldException if a component names no column
   * @throws BindingException if a cell does not fit its component; the message names it
   */
  public <T extends Record> T as(Class<T> type) {
    return RecordBinder.of(type).bind(new RecordBinder.OfRow(this));
  }

  private void requirePresent() {
    if (isRemoved()) {
      throw new IllegalStateException("The row cannot be changed, since it is removed.");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Row that && received == that.received && addition == that.addition;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(received == null ? addition : received);
  }

  /** The table and, if it has one, the id; no value. */
  @Override
  public String toString() {
    return "Row[" + table.schemaId() + ", " + (received == null ? "new" : received.id()) + "]";
  }
}
