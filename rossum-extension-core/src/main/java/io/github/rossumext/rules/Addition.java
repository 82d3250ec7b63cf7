package io.github.rossumext.rules;

import io.github.rossumext.content.Multivalue;
import io.github.rossumext.internal.check.ChangeCheck;
import io.github.rossumext.internal.check.DocumentFacts;
import io.github.rossumext.response.AddRow;
import io.github.rossumext.response.AddValue;
import io.github.rossumext.response.DatapointChange;
import io.github.rossumext.response.Operation;
import io.github.rossumext.value.ValidationSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A row that was appended to a table, or a value to a simple multivalue; known by its identity.
 * Only {@link Edits} writes into it, so that a failed rule can be undone.
 */
final class Addition {
  private final Multivalue multivalue;
  private final boolean isRow;
  // The row is left out if this cell cannot be sent; null if there is no such cell.
  private final @Nullable String keyColumn;

  /** What was written, by schema id. */
  final Map<String, FieldEdit> cells = new LinkedHashMap<>();

  /** What validates the cells that do not say it themselves. */
  List<ValidationSource> validationSources = List.of();

  /** Whether it was appended, and not removed again. */
  boolean isPresent;

  private Addition(Multivalue multivalue, boolean isRow, @Nullable String keyColumn) {
    this.multivalue = multivalue;
    this.isRow = isRow;
    this.keyColumn = keyColumn;
  }

  static Addition row(Multivalue table) {
    return new Addition(table, true, null);
  }

  /** A row that is nothing without its key. */
  static Addition row(Multivalue table, String keyColumn) {
    return new Addition(table, true, keyColumn);
  }

  static Addition value(Multivalue list) {
    return new Addition(list, false, null);
  }

  Multivalue multivalue() {
    return multivalue;
  }

  boolean isRow() {
    return isRow;
  }

  FieldEdit cell(String schemaId) {
    return isPresent ? cells.getOrDefault(schemaId, FieldEdit.NONE) : FieldEdit.NONE;
  }

  boolean isWritten(String schemaId) {
    return !cell(schemaId).change().isEmpty();
  }

  /** The schema ids of the cells that have something to send. */
  List<String> written() {
    return cells.keySet().stream().filter(this::isWritten).toList();
  }

  /**
   * The operation that appends it; null if its key is lost.
   *
   * @param lost gets what was left out, a sentence each
   */
  @Nullable Operation operation(DocumentFacts document, Consumer<String> lost) {
    if (!isRow) {
      String what = "A new value of '" + multivalue.schemaId() + "'";
      DatapointChange value =
          cells.entrySet().stream()
              .findFirst()
              .map(cell -> cell.getValue().sent(() -> document.field(cell.getKey()), what, lost))
              .orElse(DatapointChange.empty());
      return AddValue.of(multivalue.id(), sent(value));
    }
    Map<String, DatapointChange> sent = new LinkedHashMap<>();
    List<String> written = written();
    // A row without cells is not one, and a mark of the row is for all of its cells.
    boolean isWhole = written.isEmpty() || !validationSources.isEmpty();
    for (String column : document.multivalue(multivalue).sentColumns()) {
      if (isWhole || written.contains(column)) {
        sent.put(column, sent(DatapointChange.empty()));
      }
    }
    for (String column : written) {
      String what = "The column '" + column + "' of a new row";
      DatapointChange cell =
          cell(column).sent(() -> document.newCell(multivalue, column), what, lost);
      if (column.equals(keyColumn)
          && ChangeCheck.isOutsideOptions(document.newCell(multivalue, column), cell)) {
        lost.accept(what + " " + ChangeCheck.OUTSIDE_OPTIONS + ".");
        return null;
      }
      sent.put(column, sent(cell));
    }
    if (!validationSources.isEmpty()) {
      // The mark of a row is not meant for a cell that stayed empty because its value was lost.
      cells.forEach(
          (column, edit) -> {
            if (edit.isValueLost()) {
              sent.computeIfPresent(
                  column, (key, change) -> change.withValidationSources(List.of()));
            }
          });
    }
    return AddRow.of(multivalue.id(), sent).withValidationSources(validationSources);
  }

  /** A new cell is never sent without a value. */
  private static DatapointChange sent(DatapointChange change) {
    return change.value().isPresent() ? change : change.withValue("");
  }
}
