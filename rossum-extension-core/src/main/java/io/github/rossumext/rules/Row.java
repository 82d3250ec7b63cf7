package io.github.rossumext.rules;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Node;
import io.github.rossumext.content.Tuple;
import io.github.rossumext.internal.check.ValueType;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.Mistake;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.Key;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table of the document.
 *
 * {@snippet class="io.github.rossumext.snippets.RuleSnippetsTest" region="row"}
 *
 * <p>Reads see the edits that were made before. Two {@code Row} objects are equal if both are about
 * the same row of the document. Mutable and not thread-safe.
 */
public abstract sealed class Row {
  private final Table table;

  private Row(Table table) {
    this.table = table;
  }

  /** Returns the table of this row. */
  public final Table table() {
    return table;
  }

  final ContentEditor editor() {
    return table.editor();
  }

  /** Returns whether it was appended in this request. */
  public final boolean isNew() {
    return this instanceof Appended;
  }

  /** Returns whether it was removed in this request. Then you can read it, but not change it. */
  public abstract boolean isRemoved();

  /**
   * Returns its id.
   *
   * @throws IllegalStateException if it {@link #isNew()}, because the id comes with the next
   *     request
   */
  public final long id() {
    return received().id();
  }

  /**
   * Returns the row as Rossum sent it, without the edits.
   *
   * @throws IllegalStateException if it {@link #isNew()}
   */
  public abstract Tuple received();

  /** The cell of a column; null if the row does not have it. */
  abstract @Nullable Slot findSlot(String column);

  /** The cells, in the order of the row; those of a new row in the order of the columns. */
  abstract List<Slot> slots();

  /**
   * Returns a cell as a text.
   *
   * @throws UnknownFieldException if the table does not have the column; the message names the
   *     nearest
   */
  public final Field field(String column) {
    return new Field(editor(), slot(column));
  }

  /**
   * Returns a cell that holds a number.
   *
   * @throws UnknownFieldException if the table does not have the column, or the schema says that it
   *     holds something else
   */
  public final NumberField number(String column) {
    return new NumberField(editor(), editor().typed(slot(column), ValueType.NUMBER));
  }

  /**
   * Returns a cell that holds a date.
   *
   * @throws UnknownFieldException if the table does not have the column, or the schema says that it
   *     holds something else
   */
  public final DateField date(String column) {
    return new DateField(editor(), editor().typed(slot(column), ValueType.DATE));
  }

  /**
   * Returns a cell that holds {@code True} or {@code False}.
   *
   * @throws UnknownFieldException if the table does not have the column, or the schema says that it
   *     holds something else
   */
  public final BooleanField bool(String column) {
    return new BooleanField(editor(), editor().typed(slot(column), ValueType.BOOLEAN));
  }

  /**
   * Returns a cell of a column that the row may not have. A column that is probably misspelt is
   * reported, as by {@link ContentEditor#has}.
   */
  public final Optional<Field> find(String column) {
    Slot slot = findSlot(column);
    if (slot == null) {
      editor().reportIfMisspelt(column);
      return Optional.empty();
    }
    return Optional.of(new Field(editor(), slot));
  }

  private Slot slot(String column) {
    Slot slot = findSlot(column);
    if (slot == null) {
      throw table.unknownColumn(column);
    }
    return slot;
  }

  /** Returns the cells, in the order of the row; those of a new row in the order of the columns. */
  public final List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (Slot slot : slots()) {
      fields.add(new Field(editor(), slot));
    }
    return Collections.unmodifiableList(fields);
  }

  /** Writes a text into a cell; see {@link Field#set(String)}. */
  public final Row set(String column, String text) {
    field(column).set(text);
    return this;
  }

  /** Writes a number into a cell; see {@link Field#set(BigDecimal)}. */
  public final Row set(String column, BigDecimal number) {
    field(column).set(number);
    return this;
  }

  /** Writes a whole number into a cell. */
  public final Row set(String column, long number) {
    return set(column, BigDecimal.valueOf(number));
  }

  /** Writes a date into a cell; see {@link Field#set(LocalDate)}. */
  public final Row set(String column, LocalDate date) {
    field(column).set(date);
    return this;
  }

  /** Writes {@code True} or {@code False} into a cell; see {@link Field#set(boolean)}. */
  public final Row set(String column, boolean value) {
    field(column).set(value);
    return this;
  }

  /** Marks all of its cells as validated by these sources only. */
  public abstract Row validatedBy(ValidationSource... sources);

  /**
   * Returns whether the user, or an extension before this one, changed one of these cells. Without
   * a column, it returns whether any cell or the row itself was changed.
   *
   * @throws UnknownFieldException if the table does not have the column; the message names the
   *     nearest
   */
  public final boolean changed(String... columns) {
    if (columns.length == 0) {
      return !isNew() && (editor().isUpdated(id()) || fields().stream().anyMatch(Field::isChanged));
    }
    for (String column : columns) {
      if (field(column).isChanged()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether the user clicked the button in this column of the row.
   *
   * @throws UnknownFieldException if the table does not have the column; the message names the
   *     nearest
   */
  public final boolean clicked(String column) {
    return field(column).isClicked();
  }

  /**
   * Returns whether all cells are empty or white space. Buttons do not count. With a sideloaded
   * schema, cells that Rossum computes do not count either.
   */
  public final boolean isBlank() {
    for (Field field : fields()) {
      if (!field.text().isBlank() && !field.facts().isFormula()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Removes the row, together with the edits and messages that it got in this request. If the row
   * was appended in this request, nothing is sent for it. Removing a row again changes nothing.
   */
  public abstract void remove();

  /**
   * Returns the row as your record. Each component reads the cell with its name, or with the name
   * in its {@link Key}; case, {@code _} and {@code -} do not count.
   *
   * @throws UnknownFieldException if a component names an unknown column
   * @throws BindingException if a cell does not fit its component; the message names it
   */
  public final <T extends Record> T as(Class<T> type) {
    return RecordBinder.of(type).bind(new RecordBinder.OfRow(this));
  }

  /** Returns the table and, if the row has one, the id, and no value. */
  @Override
  public final String toString() {
    return "Row[" + Printable.word(table.schemaId()) + ", " + (isNew() ? "new" : id()) + "]";
  }

  /** A row that Rossum sent. */
  static final class Received extends Row {
    private final Tuple row;

    Received(Table table, Tuple row) {
      super(table);
      this.row = row;
    }

    @Override
    public boolean isRemoved() {
      return editor().edits().isRemoved(row);
    }

    @Override
    public Tuple received() {
      return row;
    }

    @Override
    @Nullable Slot findSlot(String column) {
      // A rule asks for each cell of each row, so the list needs no iterator.
      List<Node> children = row.children();
      for (int i = 0; i < children.size(); i++) {
        if (children.get(i) instanceof Datapoint cell && cell.schemaId().equals(column)) {
          return new Slot.Received(cell);
        }
      }
      return null;
    }

    @Override
    List<Slot> slots() {
      List<Slot> slots = new ArrayList<>();
      row.cells().forEach(cell -> slots.add(new Slot.Received(cell)));
      return slots;
    }

    @Override
    public Row validatedBy(ValidationSource... sources) {
      for (Field field : fields()) {
        if (!field.isButton()) {
          field.validatedBy(sources);
        }
      }
      return this;
    }

    @Override
    public void remove() {
      editor().edits().remove(row, table().received());
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same row, not one that looks the same
    public boolean equals(Object other) {
      return other instanceof Received that && row == that.row;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(row);
    }
  }

  /** A row that was appended in this request. */
  static final class Appended extends Row {
    private final Addition row;

    Appended(Table table, Addition row) {
      super(table);
      this.row = row;
    }

    @Override
    public boolean isRemoved() {
      return !row.isPresent;
    }

    @Override
    public Tuple received() {
      throw Mistake.ofState(
          HelpTopic.NEW_ROW.explain(
              "The row is new, so it has no id and no received content yet. Both come with the"
                  + " next request."));
    }

    @Override
    @Nullable Slot findSlot(String column) {
      return table().mayHave(column) ? new Slot.Fresh(row, column) : null;
    }

    @Override
    List<Slot> slots() {
      List<Slot> slots = new ArrayList<>();
      table().columnsOf(row).forEach(column -> slots.add(new Slot.Fresh(row, column)));
      return slots;
    }

    @Override
    public Row validatedBy(ValidationSource... sources) {
      if (isRemoved()) {
        throw Mistake.ofState("The row cannot be changed, because it is removed.");
      }
      editor().edits().validate(row, List.of(sources));
      return this;
    }

    @Override
    public void remove() {
      editor().edits().remove(row);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same row, not one that looks the same
    public boolean equals(Object other) {
      return other instanceof Appended that && row == that.row;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(row);
    }
  }
}
