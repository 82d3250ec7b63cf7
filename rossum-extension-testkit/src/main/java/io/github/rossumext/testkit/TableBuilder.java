package io.github.rossumext.testkit;

import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * A builder of the rows of a table. Each row gets the columns of all rows, because the rows of a
 * document have the same columns. Not thread-safe.
 */
public final class TableBuilder {
  private final Document document;
  private final DocumentNode table;
  private final String rowId;

  TableBuilder(Document document, DocumentNode table, String rowId) {
    this.document = document;
    this.table = table;
    this.rowId = rowId;
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if the row has a column twice, or if a column is a button in
   *     one row and a field in another
   */
  public TableBuilder row(Consumer<RowBuilder> cells) {
    RowBuilder row = new RowBuilder(document, document.appendRow(table, rowId), true);
    cells.accept(row);
    row.finish();
    return this;
  }

  /** Adds an empty row with the columns of the others. */
  public TableBuilder blankRow() {
    return row(cells -> {});
  }

  /** Gives the columns of all rows to every row, and returns them. */
  List<String> finish() {
    List<String> columns = document.schema().columns(table);
    for (DocumentNode row : table.children()) {
      // A row has all columns of those before it, so that only the last ones can be missing.
      columns
          .subList(row.children().size(), columns.size())
          .forEach(column -> document.appendCell(row, column));
    }
    return columns;
  }
}
