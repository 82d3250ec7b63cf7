package io.github.rossumext.rules;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.content.Tuple;
import io.github.rossumext.internal.check.DocumentFacts;
import io.github.rossumext.response.DatapointChange;
import io.github.rossumext.response.DatapointChange.Part;
import io.github.rossumext.response.Operation;
import io.github.rossumext.response.Remove;
import io.github.rossumext.response.Replace;
import io.github.rossumext.value.ValidationSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The edits of one request, kept with the datapoint, table or list that they are made to, and the
 * operations that they come to, in the order of first writes. Not thread-safe.
 */
final class Edits {
  private final Map<Datapoint, FieldEdit> fields = new HashMap<>();
  private final Map<Multivalue, Children<Tuple>> tables = new LinkedHashMap<>();
  private final Map<Multivalue, Children<Datapoint>> lists = new LinkedHashMap<>();
  private final List<Touched> touched = new ArrayList<>();
  // What takes the edits since the last checkpoint back, the last edit first.
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private boolean isUndoable;

  /** The rows of a table, or the values of a list: those received, and those appended. */
  private record Children<N extends Node>(Remaining<N> received, Remaining<Addition> appended) {
    Children(List<N> received) {
      this(new Remaining<>(received), new Remaining<>(new ArrayList<>()));
    }

    int size() {
      return received.size() + appended.size();
    }
  }

  /** Something that was written, appended or removed. It becomes one operation at most. */
  private interface Touched {
    @Nullable Operation operation(DocumentFacts document, Consumer<String> lost);
  }

  private Children<Tuple> rowsOf(Multivalue table) {
    return tables.computeIfAbsent(table, key -> new Children<>(key.rows()));
  }

  private Children<Datapoint> valuesOf(Multivalue list) {
    return lists.computeIfAbsent(list, key -> new Children<>(key.values()));
  }

  private Remaining<Addition> appendedTo(Addition addition) {
    return addition.isRow()
        ? rowsOf(addition.multivalue()).appended()
        : valuesOf(addition.multivalue()).appended();
  }

  /** The rows that Rossum sent and that are left. */
  Collection<Tuple> rows(Multivalue table) {
    return rowsOf(table).received().present();
  }

  int numberOfReceivedRows(Multivalue table) {
    return rowsOf(table).received().size();
  }

  /** One of {@link #rows}, by its place. */
  Tuple row(Multivalue table, int index) {
    return rowsOf(table).received().at(index);
  }

  /** One of {@link #appendedRows}, by its place. */
  Addition appendedRow(Multivalue table, int index) {
    return rowsOf(table).appended().at(index);
  }

  Collection<Addition> appendedRows(Multivalue table) {
    return rowsOf(table).appended().present();
  }

  int numberOfRows(Multivalue table) {
    return rowsOf(table).size();
  }

  /** The values that Rossum sent and that are left. */
  Collection<Datapoint> values(Multivalue list) {
    return valuesOf(list).received().present();
  }

  Collection<Addition> appendedValues(Multivalue list) {
    return valuesOf(list).appended().present();
  }

  int numberOfValues(Multivalue list) {
    return valuesOf(list).size();
  }

  /** All rows and values that were appended and are left. */
  List<Addition> appended() {
    List<Addition> appended = new ArrayList<>();
    tables.values().forEach(rows -> appended.addAll(rows.appended().present()));
    lists.values().forEach(values -> appended.addAll(values.appended().present()));
    return appended;
  }

  FieldEdit of(Datapoint datapoint) {
    return fields.getOrDefault(datapoint, FieldEdit.NONE);
  }

  void put(Datapoint datapoint, FieldEdit edit) {
    FieldEdit before = fields.put(datapoint, edit);
    if (before == null) {
      touched.add((document, lost) -> replace(datapoint, document, lost));
    }
    onRollback(() -> putBack(fields, datapoint, before));
  }

  void put(Addition addition, String schemaId, FieldEdit edit) {
    FieldEdit before = addition.cells.put(schemaId, edit);
    onRollback(() -> putBack(addition.cells, schemaId, before));
  }

  private static <K> void putBack(Map<K, FieldEdit> map, K key, @Nullable FieldEdit before) {
    if (before == null) {
      map.remove(key);
    } else {
      map.put(key, before);
    }
  }

  /** Marks all cells of a new row as validated by these, whatever they said themselves. */
  void validate(Addition row, List<ValidationSource> sources) {
    List<ValidationSource> before = row.validationSources;
    Map<String, FieldEdit> cells = new LinkedHashMap<>(row.cells);
    row.validationSources = sources;
    row.cells.replaceAll((column, cell) -> cell.without(Part.VALIDATION_SOURCES));
    onRollback(
        () -> {
          row.validationSources = before;
          row.cells.putAll(cells);
        });
  }

  void append(Addition addition) {
    Remaining<Addition> appended = appendedTo(addition);
    appended.append(addition);
    addition.isPresent = true;
    touched.add((document, lost) -> addition.isPresent ? addition.operation(document, lost) : null);
    onRollback(
        () -> {
          appended.takeBack();
          addition.isPresent = false;
        });
  }

  void remove(Addition addition) {
    if (addition.isPresent) {
      Remaining<Addition> appended = appendedTo(addition);
      appended.remove(addition);
      addition.isPresent = false;
      onRollback(
          () -> {
            appended.restore(addition);
            addition.isPresent = true;
          });
    }
  }

  boolean isRemoved(Tuple row) {
    return !tables.isEmpty()
        && row.parent().orElse(null) instanceof Multivalue table
        && rowsOf(table).received().isRemoved(row);
  }

  boolean isRemoved(Datapoint value) {
    return !lists.isEmpty()
        && value.parent().orElse(null) instanceof Multivalue list
        && valuesOf(list).received().isRemoved(value);
  }

  /** Removes a row with the edits that it has had. */
  void remove(Tuple row, Multivalue table) {
    if (!isRemoved(row)) {
      remove(row, rowsOf(table).received());
      row.cells().forEach(this::forget);
    }
  }

  /** Removes a value of a simple multivalue with the edits that it has had. */
  void remove(Datapoint value, Multivalue list) {
    if (!isRemoved(value)) {
      remove(value, valuesOf(list).received());
      forget(value);
    }
  }

  private <N extends Node> void remove(N child, Remaining<N> siblings) {
    siblings.remove(child);
    touched.add((document, lost) -> Remove.of(child.id()));
    onRollback(() -> siblings.restore(child));
  }

  private void forget(Datapoint datapoint) {
    FieldEdit before = fields.remove(datapoint);
    if (before != null) {
      onRollback(() -> fields.put(datapoint, before));
    }
  }

  /** The ids of the datapoints that went with rows and values that were removed. */
  Set<Long> removedDatapoints() {
    Set<Long> ids = new HashSet<>();
    for (Children<Tuple> rows : tables.values()) {
      for (Tuple row : rows.received().removed()) {
        ids.add(row.id());
        row.children().forEach(cell -> ids.add(cell.id()));
      }
    }
    for (Children<Datapoint> values : lists.values()) {
      values.received().removed().forEach(value -> ids.add(value.id()));
    }
    return ids;
  }

  /** How many rows or values each multivalue has by now that something was appended to. */
  Map<Multivalue, Integer> sizesOfExtended() {
    Map<Multivalue, Integer> sizes = new LinkedHashMap<>();
    tables.forEach((table, rows) -> addSize(sizes, table, rows));
    lists.forEach((list, values) -> addSize(sizes, list, values));
    return sizes;
  }

  private static void addSize(
      Map<Multivalue, Integer> sizes, Multivalue multivalue, Children<?> children) {
    if (children.appended().size() > 0) {
      sizes.put(multivalue, children.size());
    }
  }

  /**
   * One operation at most for each datapoint, row or value.
   *
   * @param lost gets what was left out, a sentence each
   */
  List<Operation> operations(DocumentFacts document, Consumer<String> lost) {
    List<Operation> operations = new ArrayList<>();
    for (Touched each : touched) {
      Operation operation = each.operation(document, lost);
      if (operation != null) {
        operations.add(operation);
      }
    }
    return operations;
  }

  private @Nullable Operation replace(
      Datapoint datapoint, DocumentFacts document, Consumer<String> lost) {
    DatapointChange change =
        of(datapoint)
            .sent(
                () -> document.field(datapoint), "The field '" + datapoint.schemaId() + "'", lost);
    // Rossum drops the sources with the value that they validated, so a new value needs them again.
    if (change.value().isEmpty()
        && change.validationSources().filter(datapoint.validationSources()::equals).isPresent()) {
      change = change.without(Part.VALIDATION_SOURCES);
    }
    return change.isEmpty() ? null : Replace.of(datapoint.id(), change);
  }

  private void onRollback(Runnable step) {
    if (isUndoable) {
      undo.push(step);
    }
  }

  /** Begins to remember how to take edits back; what was remembered before is forgotten. */
  int checkpoint() {
    isUndoable = true;
    undo.clear();
    return touched.size();
  }

  /** Takes back all edits since the last checkpoint; costs as much as these edits. */
  void rollback(int checkpoint) {
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
    touched.subList(checkpoint, touched.size()).clear();
  }
}
