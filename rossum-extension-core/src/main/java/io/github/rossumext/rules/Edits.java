package io.github.rossumext.rules;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.content.Tuple;
import io.github.rossumext.response.AddRow;
import io.github.rossumext.response.AddValue;
import io.github.rossumext.response.DatapointChange;
import io.github.rossumext.response.Operation;
import io.github.rossumext.response.Remove;
import io.github.rossumext.response.Replace;
import io.github.rossumext.value.ValidationSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The edits of one call in the order of first writes, and the operations that they come to. The
 * edits themselves are immutable, so that a copy is a checkpoint.
 */
final class Edits {
  /** An edit of a datapoint, a row that was appended, or that a row was removed. */
  sealed interface Edit permits FieldEdit, Addition.Content, Removed {}

  private record Removed() implements Edit {
    static final Removed ROW = new Removed();
  }

  /** Stands for the removal of a node, whose own edits have the node itself as key. */
  private record Removal(Node node) {}

  private final Map<Object, Edit> edits;
  private int removals;

  Edits() {
    this(new LinkedHashMap<>(), 0);
  }

  private Edits(Map<Object, Edit> edits, int removals) {
    this.edits = edits;
    this.removals = removals;
  }

  /** The edits as they are now. */
  Edits copy() {
    return new Edits(new LinkedHashMap<>(edits), removals);
  }

  FieldEdit of(Datapoint datapoint) {
    return edits.isEmpty()
        ? FieldEdit.NONE
        : (FieldEdit) edits.getOrDefault(datapoint, FieldEdit.NONE);
  }

  void put(Datapoint datapoint, FieldEdit edit) {
    edits.put(datapoint, edit);
  }

  Addition.Content of(Addition addition) {
    return (Addition.Content) edits.getOrDefault(addition, Addition.Content.EMPTY);
  }

  void put(Addition addition, Addition.Content content) {
    edits.put(addition, content);
  }

  boolean has(Addition addition) {
    return edits.containsKey(addition);
  }

  void remove(Addition addition) {
    edits.remove(addition);
  }

  /** What was appended to a multivalue, in order. */
  List<Addition> additions(Multivalue multivalue) {
    if (edits.isEmpty()) {
      return List.of();
    }
    List<Addition> found = new ArrayList<>();
    for (Object key : edits.keySet()) {
      if (key instanceof Addition addition && addition.multivalue() == multivalue) {
        found.add(addition);
      }
    }
    return found;
  }

  boolean isRemoved(Node child) {
    return removals > 0 && edits.containsKey(new Removal(child));
  }

  /** Removes a row or a value of a simple multivalue, with the edits that it has had. */
  void remove(Node child) {
    if (edits.put(new Removal(child), Removed.ROW) == null) {
      removals++;
      edits.remove(child);
      if (child instanceof Tuple row) {
        row.children().forEach(edits::remove);
      }
    }
  }

  /** The ids of the datapoints that went with rows and values that were removed. */
  Set<Long> removedDatapoints() {
    if (removals == 0) {
      return Set.of();
    }
    Set<Long> ids = new HashSet<>();
    for (Object key : edits.keySet()) {
      if (key instanceof Removal removal) {
        ids.add(removal.node().id());
        if (removal.node() instanceof Tuple row) {
          row.children().forEach(cell -> ids.add(cell.id()));
        }
      }
    }
    return ids;
  }

  /** The multivalues that something was appended to. */
  Set<Multivalue> extended() {
    Set<Multivalue> extended = new HashSet<>();
    for (Object key : edits.keySet()) {
      if (key instanceof Addition addition) {
        extended.add(addition.multivalue());
      }
    }
    return extended;
  }

  /** How many rows or values a multivalue has by now. */
  int sizeOf(Multivalue multivalue) {
    int left = 0;
    for (Node child : multivalue.children()) {
      left += isRemoved(child) ? 0 : 1;
    }
    return left + additions(multivalue).size();
  }

  /**
   * One operation at most for each datapoint, row or value.
   *
   * @param columns the columns that a new row of a table has, whether they were written or not
   */
  List<Operation> operations(Function<Multivalue, List<String>> columns) {
    List<Operation> operations = new ArrayList<>();
    edits.forEach(
        (key, edit) -> {
          if (key instanceof Removal removal) {
            operations.add(Remove.of(removal.node().id()));
          } else if (key instanceof Addition addition) {
            operations.add(add(addition, (Addition.Content) edit, columns));
          } else {
            Datapoint datapoint = (Datapoint) key;
            DatapointChange change = change((FieldEdit) edit, datapoint);
            if (!change.isEmpty()) {
              operations.add(Replace.of(datapoint.id(), change));
            }
          }
        });
    return operations;
  }

  private static Operation add(
      Addition addition, Addition.Content content, Function<Multivalue, List<String>> columns) {
    long id = addition.multivalue().id();
    Map<String, DatapointChange> cells = new LinkedHashMap<>();
    if (addition.isRow()) {
      columns
          .apply(addition.multivalue())
          .forEach(column -> cells.put(column, cell(FieldEdit.NONE)));
      content.written().forEach(column -> cells.put(column, cell(content.cell(column))));
      if (!content.validationSources().isEmpty()) {
        unmarkLost(content, cells);
      }
      return AddRow.of(id, cells).validationSources(content.validationSources());
    }
    FieldEdit value = content.cells().values().stream().findFirst().orElse(FieldEdit.NONE);
    return AddValue.of(id, cell(value));
  }

  /** The mark of a row is not meant for a cell that was left empty, since its value was lost. */
  private static void unmarkLost(Addition.Content content, Map<String, DatapointChange> cells) {
    content
        .cells()
        .forEach(
            (column, edit) -> {
              if (edit.valueLost()) {
                cells.computeIfPresent(
                    column, (key, change) -> change.validationSources(List.of()));
              }
            });
  }

  private static DatapointChange cell(FieldEdit edit) {
    DatapointChange change = change(edit, null);
    return change.value().isPresent() ? change : change.value("");
  }

  private static DatapointChange change(FieldEdit edit, @Nullable Datapoint received) {
    DatapointChange change = DatapointChange.none();
    if (edit.value() != null) {
      change = change.value(edit.value());
    }
    FieldEdit.Place place = edit.place();
    if (place != null) {
      change =
          place.position().isPresent() && place.page().isPresent()
              ? change.position(place.page().getAsInt(), place.position().get())
              : change.noPosition();
    }
    if (edit.hidden() != null) {
      change = change.hidden(edit.hidden());
    }
    if (edit.options() != null) {
      change = change.options(edit.options());
    }
    List<ValidationSource> sources = edit.validationSources();
    // Rossum drops the sources with the value that they validated, so a new value needs them again.
    if (sources != null
        && (edit.value() != null
            || received == null
            || !sources.equals(received.validationSources()))) {
      change = change.validationSources(sources);
    }
    return edit.anyValue() && !change.isEmpty() ? change.allowingAnyValue() : change;
  }
}
