package io.github.rossumext.testkit.simulator;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds fields and tables by schema id, and says what is near where there is none. */
final class Lookup {
  private static final int NEAREST = 3;

  private Lookup() {}

  /** The datapoint that is no cell of a table and no value of a multivalue. */
  static DocumentNode field(Document document, String schemaId) {
    List<DocumentNode> fields =
        document.datapoints().stream().filter(field -> isField(field)).toList();
    return find(fields, schemaId)
        .orElseThrow(
            () -> {
              String inside = inside(document, schemaId);
              return inside.isEmpty()
                  ? unknown("The document has no field '" + schemaId + "'.", schemaId, ids(fields))
                  : new IllegalArgumentException("'" + schemaId + "' is " + inside + ".");
            });
  }

  private static boolean isField(DocumentNode field) {
    return field.parent().filter(parent -> parent.isTuple() || parent.isMultivalue()).isEmpty();
  }

  private static String inside(Document document, String schemaId) {
    for (DocumentNode node : document.nodes()) {
      if (node.schemaId().equals(schemaId) && node.isMultivalue()) {
        return "a table or multivalue: use rows(…), row(…) or values(…)";
      }
      if (node.schemaId().equals(schemaId) && node.isDatapoint()) {
        return node.parent().filter(DocumentNode::isTuple).isPresent()
            ? "a column of a table: use row(table, index).field(…)"
            : "a value of a multivalue: use values(…)";
      }
    }
    return "";
  }

  /** The table or simple multivalue. */
  static DocumentNode multivalue(Document document, String schemaId) {
    List<DocumentNode> all = document.nodes().stream().filter(DocumentNode::isMultivalue).toList();
    return find(all, schemaId)
        .orElseThrow(
            () ->
                unknown(
                    "The document has no table or multivalue '" + schemaId + "'.",
                    schemaId,
                    ids(all)));
  }

  /** The row of a table, from 0. */
  static DocumentNode row(Document document, String table, int index) {
    List<DocumentNode> rows = multivalue(document, table).children();
    if (index < 0 || index >= rows.size()) {
      throw new IllegalArgumentException(
          "'" + table + "' has no row " + index + ": it has " + rows.size() + ".");
    }
    return rows.get(index);
  }

  /** The cell of a row. */
  static DocumentNode cell(DocumentNode row, String column) {
    return find(row.children(), column)
        .orElseThrow(
            () ->
                unknown(
                    "The row of '"
                        + row.parent().map(DocumentNode::schemaId).orElse(row.schemaId())
                        + "' has no cell '"
                        + column
                        + "'.",
                    column,
                    ids(row.children())));
  }

  private static Optional<DocumentNode> find(List<DocumentNode> nodes, String schemaId) {
    return nodes.stream().filter(node -> node.schemaId().equals(schemaId)).findFirst();
  }

  private static List<String> ids(List<DocumentNode> nodes) {
    return nodes.stream().map(DocumentNode::schemaId).distinct().toList();
  }

  private static IllegalArgumentException unknown(
      String problem, String wanted, Collection<String> known) {
    String nearest =
        String.join(
            ", ",
            known.stream()
                .sorted(
                    Comparator.comparingInt((String other) -> distance(other, wanted))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(NEAREST)
                .toList());
    return new IllegalArgumentException(
        problem + (nearest.isEmpty() ? "" : " Did you mean " + nearest + "?"));
  }

  /** Levenshtein's distance, without regard to case. */
  static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
