package io.github.rossumext.testkit;

import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.Paths;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A builder of the cells of a row. Cells that you do not set are empty. Not thread-safe. */
public final class RowBuilder extends FieldsBuilder<RowBuilder> {
  private final Document document;
  private final DocumentNode row;
  private final boolean isOpen;
  private final Set<String> named = new HashSet<>();

  /** Creates a builder of a row. If the row has columns already, it accepts no others. */
  RowBuilder(Document document, DocumentNode row) {
    this(document, row, row.children().isEmpty());
  }

  /**
   * Creates a builder of a row.
   *
   * @param isOpen whether the row accepts new columns
   */
  RowBuilder(Document document, DocumentNode row, boolean isOpen) {
    this.document = document;
    this.row = row;
    this.isOpen = isOpen;
  }

  @Override
  RowBuilder self() {
    return this;
  }

  @Override
  DocumentNode place(String schemaId, boolean isButton) {
    if (!named.add(schemaId)) {
      throw new IllegalArgumentException(
          "Expected each column once, but the row has '" + schemaId + "' twice.");
    }
    List<String> columns = row.children().stream().map(DocumentNode::schemaId).toList();
    int known = columns.indexOf(schemaId);
    if (known < 0 && !isOpen) {
      throw Paths.unknownColumn(
          row.parent().map(DocumentNode::schemaId).orElse(""), schemaId, columns);
    }
    DocumentNode cell =
        known < 0 ? document.appendDatapoint(row, schemaId, isButton) : row.children().get(known);
    if (cell.isButton() != isButton) {
      throw new IllegalArgumentException(
          document.schema().field(schemaId).schema().isPresent()
              ? "'"
                  + schemaId
                  + "' is of type "
                  + cell.definition().type()
                  + " in the schema, not a "
                  + (isButton ? "button." : "field.")
              : "'" + schemaId + "' is a button in one row and a field in another.");
    }
    return cell;
  }
}
