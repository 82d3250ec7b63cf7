package io.github.rossumext.rules;

import io.github.rossumext.internal.check.ValueType;
import io.github.rossumext.internal.help.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes a table as little as possible until it holds the wanted rows. A wanted row is paired with
 * a row of the table that has the same key. Among several, it takes the first whose other cells are
 * equal, or else the first that has the cells to be filled. Not thread-safe.
 */
final class TableAssignment {
  /** The key of a row that cannot be paired: it is not equal to any other key. */
  private static final Object NO_KEY = new Object();

  private final Table table;
  private final String keyColumn;
  private final List<Line> wanted = new ArrayList<>();

  /**
   * The rules for pairing rows by their key. @param isFolded whether the keys of enums are
   * compared, regardless of case
   *
   * @param needed the columns that a row must have, because Rossum cannot add cells to a row
   */
  private record KeyKind(ValueType type, boolean isFolded, Set<String> needed) {}

  /** A wanted row, and the row of the table that it is paired with. */
  private static final class Line {
    final Map<String, Wanted> cells;
    final Wanted key;
    boolean isHeld;
    @Nullable Row row;

    Line(Map<String, Wanted> cells, Wanted key) {
      this.cells = cells;
      this.key = key;
    }

    long texts() {
      return cells.values().stream().filter(cell -> cell.type() == ValueType.TEXT).count();
    }
  }

  TableAssignment(Table table, String keyColumn) {
    this.table = table;
    this.keyColumn = keyColumn;
  }

  /**
   * Adds a wanted row. The table does not change yet.
   *
   * @param cells the values of its cells, by column
   */
  void want(Map<String, ?> cells) {
    if (!cells.containsKey(keyColumn)) {
      throw Mistake.ofArgument(
          "Each row needs a cell '"
              + keyColumn
              + "', which is its key, but row "
              + wanted.size()
              + " has "
              + cells.keySet()
              + ".");
    }
    Map<String, Wanted> row = new LinkedHashMap<>();
    cells.forEach((column, value) -> row.put(column, Wanted.of(column, value, type(column))));
    wanted.add(new Line(row, Objects.requireNonNull(row.get(keyColumn))));
  }

  private ValueType type(String column) {
    return ValueType.of(table.editor().facts().field(column).type());
  }

  void apply() {
    List<Row> rows = table.rows();
    Pairing<Row> present = new Pairing<>(rows);
    Set<String> partial = partialColumns(rows);
    // A text must match exactly, so it is paired first.
    List<Line> choosing = new ArrayList<>(wanted);
    choosing.sort(Comparator.comparing(Line::texts).reversed());
    for (Line line : choosing) {
      line.isHeld = takeSame(present, line.cells) != null;
    }
    for (boolean isFolded : new boolean[] {false, true}) {
      for (Line line : choosing) {
        if (!line.isHeld && line.row == null) {
          line.row = takeByKey(present, line, partial, isFolded);
        }
      }
    }
    for (Line line : wanted) {
      if (line.row != null) {
        write(line.cells, line.row);
      }
    }
    present.rest().forEach(Row::remove);
    for (Line line : wanted) {
      if (!line.isHeld && line.row == null) {
        append(line);
      }
    }
  }

  /** Returns the columns to be filled that some of these rows do not have. */
  private Set<String> partialColumns(List<Row> rows) {
    Set<String> filled = new LinkedHashSet<>();
    wanted.forEach(line -> filled.addAll(filled(line)));
    filled.removeIf(column -> rows.stream().allMatch(row -> row.findSlot(column) != null));
    return filled;
  }

  private static Set<String> filled(Line line) {
    Set<String> filled = new LinkedHashSet<>();
    line.cells.forEach(
        (column, cell) -> {
          if (!cell.key().equals("")) {
            filled.add(column);
          }
        });
    return filled;
  }

  private @Nullable Row takeByKey(
      Pairing<Row> present, Line line, Set<String> partial, boolean isFolded) {
    Wanted key = line.key;
    Set<String> needed = filled(line);
    needed.retainAll(partial);
    return present.take(
        new KeyKind(key.type(), isFolded, needed),
        isFolded ? folded(key.key()) : key.key(),
        row -> {
          if (needed.stream().anyMatch(column -> row.findSlot(column) == null)) {
            return NO_KEY;
          }
          Object found = key(row, keyColumn, key);
          if (!isFolded) {
            return found;
          }
          return hasOptions(row) ? folded(found) : NO_KEY;
        });
  }

  /** Enums match their options regardless of case. */
  private static Object folded(Object key) {
    return key instanceof String text ? text.toLowerCase(Locale.ROOT) : key;
  }

  private boolean hasOptions(Row row) {
    return row.find(keyColumn).flatMap(field -> field.facts().options()).isPresent();
  }

  /** Appends a row, unless its key would be lost. */
  private void append(Line line) {
    Addition addition = Addition.row(table.received(), keyColumn);
    table.editor().edits().append(addition);
    Row row = new Row.Appended(table, addition);
    write(line.cells, row);
    Field key = row.field(keyColumn);
    if (key.isValueLost() && !key.facts().isFormula()) {
      row.remove();
    }
  }

  private static @Nullable Row takeSame(Pairing<Row> present, Map<String, Wanted> cells) {
    Map<String, ValueType> kinds = new LinkedHashMap<>();
    Map<String, Object> keys = new LinkedHashMap<>();
    cells.forEach(
        (column, cell) -> {
          kinds.put(column, cell.type());
          keys.put(column, cell.key());
        });
    return present.take(
        kinds,
        keys,
        row -> {
          Map<String, Object> found = new LinkedHashMap<>();
          cells.forEach((column, cell) -> found.put(column, key(row, column, cell)));
          return found;
        });
  }

  /** Returns the key of a cell in the form that is compared; a missing cell has an empty key. */
  private static Object key(Row row, String column, Wanted cell) {
    Optional<Field> field = row.find(column);
    return cell.keyOf(field.map(Field::text).orElse(""));
  }

  private static void write(Map<String, Wanted> cells, Row row) {
    cells.forEach(
        (column, cell) -> {
          Field field = row.find(column).orElse(null);
          if (field != null || !cell.key().equals("")) {
            row.field(column).setAny(cell.value());
          }
        });
  }
}
