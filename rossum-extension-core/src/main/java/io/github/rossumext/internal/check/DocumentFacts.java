package io.github.rossumext.internal.check;

import io.github.rossumext.content.Container;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.content.Tuple;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.schema.SchemaNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the fields and tables of one document: what the document says, or else what its
 * schema says. Not thread-safe.
 */
public final class DocumentFacts {
  private final Supplier<Optional<Schema>> schema;
  private final IdentityHashMap<Multivalue, MultivalueFacts> multivalues = new IdentityHashMap<>();

  private DocumentFacts(Supplier<Optional<Schema>> schema) {
    this.schema = schema;
  }

  /**
   * Returns the facts of a document.
   *
   * @param schema the schema; empty if it is unknown. It is called only when the schema is needed.
   */
  public static DocumentFacts of(Supplier<Optional<Schema>> schema) {
    return new DocumentFacts(schema);
  }

  /** Returns the schema; empty if it is unknown. */
  public Optional<Schema> schema() {
    return schema.get();
  }

  /** Returns what the schema says of a field or column; null if it is unknown. */
  public @Nullable SchemaDatapoint definition(String schemaId) {
    return schema.get().flatMap(known -> known.datapoint(schemaId)).orElse(null);
  }

  /** Returns what is known of a field that Rossum sent. */
  public FieldFacts field(Datapoint datapoint) {
    return FieldFacts.of(datapoint, definition(datapoint.schemaId()));
  }

  /** Returns whether the schema hides the section, table or row of a field. */
  boolean isHiddenAround(Datapoint field) {
    Schema known = schema.get().orElse(null);
    for (Container around = field.parent().orElse(null);
        known != null && around != null;
        around = around.parent().orElse(null)) {
      if (known.bySchemaId(around.schemaId()).filter(SchemaNode::isHidden).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Returns what the schema tells of a field or column. */
  public FieldFacts field(String schemaId) {
    return FieldFacts.ofDefinition(schemaId, definition(schemaId));
  }

  /** Returns what is known of a cell of a new row. */
  public FieldFacts newCell(Multivalue table, String column) {
    return field(column).withButton(multivalue(table).isButton(column));
  }

  /** Returns what is known of a table or simple multivalue. */
  public MultivalueFacts multivalue(Multivalue node) {
    return multivalues.computeIfAbsent(
        node, key -> new MultivalueFacts(key, schema.get().orElse(null)));
  }

  /**
   * What the children and the schema say about a table or simple multivalue. The columns are
   * computed once, because a request may write thousands of cells. Not thread-safe.
   */
  public static final class MultivalueFacts {
    private final Multivalue node;
    private final @Nullable SchemaMultivalue definition;
    private @Nullable Columns columns;
    private final boolean isTable;
    private final boolean isList;

    /** The columns of a table. Those of an empty table without a schema are unknown. */
    private record Columns(
        List<String> all, Set<String> known, List<String> sent, Set<String> buttons) {}

    MultivalueFacts(Multivalue node, @Nullable Schema schema) {
      this.node = node;
      this.definition = schema == null ? null : schema.multivalue(node.schemaId()).orElse(null);
      boolean hasRow = node.children().stream().anyMatch(Tuple.class::isInstance);
      this.isTable = hasRow || definition().filter(SchemaMultivalue::isTable).isPresent();
      boolean hasValue = node.children().stream().anyMatch(child -> !(child instanceof Tuple));
      this.isList = hasValue || item().isPresent();
    }

    /** Returns the multivalue as Rossum sent it. */
    public Multivalue node() {
      return node;
    }

    /** Returns what the schema says of it; empty if it is unknown. */
    public Optional<SchemaMultivalue> definition() {
      return Optional.ofNullable(definition);
    }

    /**
     * Returns whether it may hold rows, as its first child shows. A multivalue without children
     * may, unless the schema says otherwise.
     */
    public boolean mayBeTable() {
      return node.children().isEmpty()
          ? definition == null || definition.child().isEmpty() || definition.isTable()
          : !(node.children().get(0) instanceof Datapoint);
    }

    /** Returns whether it may hold single values, decided in the same way. */
    public boolean mayBeList() {
      return node.children().isEmpty()
          ? definition == null || !definition.isTable()
          : !(node.children().get(0) instanceof Tuple);
    }

    /** Returns whether a child or the schema shows that it is a table. */
    boolean isTable() {
      return isTable;
    }

    /** Returns whether a child or the schema shows that it is a simple multivalue. */
    boolean isList() {
      return isList;
    }

    /** Returns what the schema says of the values of a simple multivalue. */
    public Optional<SchemaDatapoint> item() {
      return definition()
          .flatMap(SchemaMultivalue::child)
          .filter(SchemaDatapoint.class::isInstance)
          .map(SchemaDatapoint.class::cast);
    }

    /** Returns the columns of the schema, and those of the rows that the schema does not have. */
    public List<String> columns() {
      return known().all();
    }

    /** Returns whether it is known to have this column. */
    public boolean isColumn(String column) {
      return known().known().contains(column);
    }

    /** Returns the columns that a new row is sent with: all but those of formulas and buttons. */
    public List<String> sentColumns() {
      return known().sent();
    }

    /** Returns whether a row may have this cell; if no column is known, it may have any. */
    public boolean mayHave(String column) {
      return known().known().isEmpty() || known().known().contains(column);
    }

    /** Returns whether a column holds buttons, by the schema, or else by the rows. */
    public boolean isButton(String column) {
      return known().buttons().contains(column);
    }

    private Columns known() {
      Columns found = columns;
      if (found == null) {
        found = find();
        columns = found;
      }
      return found;
    }

    private Columns find() {
      List<SchemaDatapoint> defined = definition == null ? List.of() : definition.columns();
      List<String> received = node.columnIds();
      Set<String> all = new LinkedHashSet<>();
      defined.forEach(column -> all.add(column.id()));
      all.addAll(received);
      Set<String> buttons = buttons(defined);
      List<String> sent = new ArrayList<>(defined.isEmpty() ? received : List.of());
      defined.stream()
          .filter(column -> !column.isFormula())
          .forEach(column -> sent.add(column.id()));
      sent.removeAll(buttons);
      return new Columns(List.copyOf(all), all, List.copyOf(sent), buttons);
    }

    private Set<String> buttons(List<SchemaDatapoint> defined) {
      Set<String> buttons = new HashSet<>();
      for (Tuple row : node.rows()) {
        for (Node cell : row.children()) {
          if (cell instanceof Datapoint datapoint && datapoint.isButton()) {
            buttons.add(cell.schemaId());
          }
        }
      }
      for (SchemaDatapoint column : defined) {
        if (column.type().equals(DatapointType.BUTTON)) {
          buttons.add(column.id());
        } else {
          // A missing value may look like a button. Then the schema decides.
          buttons.remove(column.id());
        }
      }
      return buttons;
    }
  }
}
