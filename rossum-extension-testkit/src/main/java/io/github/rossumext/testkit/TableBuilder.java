package io.github.rossumext.testkit;

import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rows of a table. Every row gets all columns that any row names, because a document's rows
 * have the same columns. Not thread-safe.
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
   * A row.
   *
   * @throws IllegalArgumentException if it names a column twice, or a column that is a button in
   *     one row and a field in another
   */
  public TableBuilder row(Consumer<RowBuilder> cells) {
    RowBuilder row = new RowBuilder(document, document.appendRow(table, rowId), true);
    cells.accept(row);
    row.finish();
    return this;
  }

  /** An empty row, with the columns of the others. */
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
