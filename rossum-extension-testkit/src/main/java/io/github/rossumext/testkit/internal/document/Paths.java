package io.github.rossumext.testkit.internal.document;

import io.github.rossumext.internal.help.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The nodes of a document by path:
 *
 * <ul>
 *   <li>{@code order_id}: a field, a button, a table, a simple multivalue or a section
 *   <li>{@code line_items[0]}: a row of a table, counted from 0
 *   <li>{@code line_items[0].item_code}: a cell of this row
 *   <li>{@code order_ids[1]}: a value of a simple multivalue
 * </ul>
 *
 * For a path that leads nowhere, the methods throw an {@link IllegalArgumentException} that names
 * what exists.
 */
public final class Paths {
  private static final Pattern PATH = Pattern.compile("([^\\[\\]]+)\\[(-?\\d{1,9})](?:\\.(.+))?");

  private final Document document;

  Paths(Document document) {
    this.document = document;
  }

  /** Returns the node at a path. */
  public DocumentNode node(String path) {
    DocumentNode known = document.header().get(path);
    if (known != null) {
      return known;
    }
    Matcher inside = PATH.matcher(path);
    if (!inside.matches()) {
      throw notFound(path);
    }
    DocumentNode child = child(multivalue(inside.group(1)), Integer.parseInt(inside.group(2)));
    return inside.group(3) == null ? child : cell(child, inside.group(3));
  }

  /** Returns the node at a path; empty if the document does not have it. */
  public Optional<DocumentNode> find(String path) {
    DocumentNode known = document.header().get(path);
    Matcher inside = PATH.matcher(path);
    if (known != null || !inside.matches()) {
      return Optional.ofNullable(known);
    }
    DocumentNode around = document.header().get(inside.group(1));
    int index = Integer.parseInt(inside.group(2));
    if (around == null
        || !around.isMultivalue()
        || index < 0
        || index >= around.children().size()) {
      return Optional.empty();
    }
    DocumentNode child = child(around, index);
    return inside.group(3) == null ? Optional.of(child) : findCell(child, inside.group(3));
  }

  private static Optional<DocumentNode> findCell(DocumentNode row, String column) {
    return row.children().stream().filter(cell -> cell.schemaId().equals(column)).findFirst();
  }

  private static DocumentNode child(DocumentNode multivalue, int index) {
    List<DocumentNode> children = multivalue.children();
    if (index < 0 || index >= children.size()) {
      boolean isTable = children.isEmpty() || children.get(0).isTuple();
      throw new IllegalArgumentException(
          "'"
              + multivalue.schemaId()
              + "' has "
              + children.size()
              + (isTable ? " row" : " value")
              + (children.size() == 1 ? "" : "s")
              + ", counted from 0: there is no ["
              + index
              + "].");
    }
    return children.get(index);
  }

  /** Returns the cell of a row. */
  public DocumentNode cell(DocumentNode row, String column) {
    return findCell(row, column)
        .orElseThrow(
            () ->
                unknownColumn(
                    row.parent().map(DocumentNode::schemaId).orElse(row.schemaId()),
                    column,
                    row.children().stream().map(DocumentNode::schemaId).toList()));
  }

  /** Returns the exception for a test that names a column which the table does not have. */
  public static IllegalArgumentException unknownColumn(
      String table, String column, List<String> known) {
    return new IllegalArgumentException(
        withNearest(
            "The table '" + table + "' has no column '" + column + "'.",
            column,
            known,
            "It has no columns."));
  }

  private static String withNearest(
      String problem, String wanted, List<String> known, String ifNone) {
    return problem + " " + Nearest.question(wanted, known, ifNone);
  }

  /** Returns the table or simple multivalue of this schema id. */
  public DocumentNode multivalue(String schemaId) {
    DocumentNode node = document.header().get(schemaId);
    if (node == null) {
      throw notFound(schemaId);
    }
    if (!node.isMultivalue()) {
      throw new IllegalArgumentException("'" + schemaId + "' has no rows or values.");
    }
    return node;
  }

  /** Returns the table of this schema id. */
  public DocumentNode table(String schemaId) {
    DocumentNode node = multivalue(schemaId);
    if (!document.schema().isTable(node).orElse(true)) {
      throw new IllegalArgumentException("'" + schemaId + "' is a list: it has values, not rows.");
    }
    return node;
  }

  /** Returns the simple multivalue of this schema id. */
  public DocumentNode list(String schemaId) {
    DocumentNode node = multivalue(schemaId);
    if (document.schema().isTable(node).orElse(false)) {
      throw new IllegalArgumentException("'" + schemaId + "' is a table: it has rows, not values.");
    }
    return node;
  }

  /** Returns the row at a path. */
  public DocumentNode row(String path) {
    DocumentNode node = node(path);
    if (!node.isTuple()) {
      throw new IllegalArgumentException("'" + path + "' is " + kind(node) + ", not a row.");
    }
    return node;
  }

  /** Returns the field, cell, value or button at a path. */
  public DocumentNode datapoint(String path) {
    DocumentNode node = node(path);
    if (!node.isDatapoint()) {
      throw new IllegalArgumentException("'" + path + "' is " + kind(node) + ", not a field.");
    }
    return node;
  }

  /** Returns the field, cell or value at a path. */
  public DocumentNode field(String path) {
    DocumentNode node = datapoint(path);
    if (node.isButton()) {
      throw new IllegalArgumentException("'" + path + "' is a button, which holds nothing.");
    }
    return node;
  }

  /** Returns the button at a path. */
  public DocumentNode button(String path) {
    DocumentNode node = datapoint(path);
    if (!node.isButton()) {
      throw new IllegalArgumentException("'" + path + "' is not a button.");
    }
    return node;
  }

  private String kind(DocumentNode node) {
    if (node.isMultivalue()) {
      return document.schema().isTable(node).orElse(true) ? "a table" : "a list";
    }
    return node.isTuple() ? "a row" : node.isDatapoint() ? "a field" : "a " + node.category();
  }

  private IllegalArgumentException notFound(String path) {
    for (DocumentNode multivalue : document.header().values()) {
      String example = multivalue.isMultivalue() ? example(multivalue, path) : "";
      if (!example.isEmpty()) {
        return new IllegalArgumentException(
            "'"
                + path
                + "' is in '"
                + multivalue.schemaId()
                + "': say in which row or place, such as "
                + example
                + ".");
      }
    }
    List<String> known =
        document.nodes(node -> true).stream()
            .map(DocumentNode::schemaId)
            .distinct()
            .collect(Collectors.toList());
    Matcher inside = PATH.matcher(path);
    String wanted = inside.matches() ? inside.group(1) : path;
    return new IllegalArgumentException(
        withNearest(
            document.name() + " has no '" + wanted + "'.", wanted, known, "It has no fields."));
  }

  /** Returns the path of the first node with this schema id in a multivalue; "" if it has none. */
  private String example(DocumentNode multivalue, String schemaId) {
    String first = multivalue.schemaId() + "[0]";
    if (document.schema().columns(multivalue).contains(schemaId)) {
      return first + "." + schemaId;
    }
    return multivalue.children().stream().anyMatch(row -> row.schemaId().equals(schemaId))
        ? first
        : "";
  }
}
