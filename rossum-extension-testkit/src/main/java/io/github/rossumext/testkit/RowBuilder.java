package io.github.rossumext.testkit;

import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.Paths;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The cells of a row; those that are not named are empty. Not thread-safe. */
public final class RowBuilder extends FieldsBuilder<RowBuilder> {
  private final Document document;
  private final DocumentNode row;
  private final boolean isOpen;
  private final Set<String> named = new HashSet<>();

  /** A row whose columns are those that it has, unless it has none. */
  RowBuilder(Document document, DocumentNode row) {
    this(document, row, row.children().isEmpty());
  }

  /**
   * A row.
   *
   * @param isOpen whether it may name columns that it does not have
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
      throw new IllegalArgumentException("The row has '" + schemaId + "' twice.");
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
