package io.github.rossumext.edit;

import io.github.rossumext.content.Container;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.content.Section;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the field of a schema id, and says what is meant where there is none. */
final class FieldLookup {
  private static final int NEAREST = 3;

  private FieldLookup() {}

  /** The datapoint that is no cell of a table or simple multivalue. */
  static Optional<Datapoint> find(DatapointTree tree, String schemaId) {
    for (Node node : tree.bySchemaId(schemaId)) {
      if (node instanceof Datapoint datapoint && isField(datapoint)) {
        return Optional.of(datapoint);
      }
    }
    return Optional.empty();
  }

  private static boolean isField(Datapoint datapoint) {
    Container parent = datapoint.parent().orElse(null);
    return parent == null || parent instanceof Section;
  }

  static UnknownFieldException unknown(DatapointTree tree, String schemaId) {
    List<Node> others = tree.bySchemaId(schemaId);
    if (!others.isEmpty()) {
      return new UnknownFieldException(
          "'" + schemaId + "' is " + kind(others.get(0)) + ", not a field.");
    }
    List<String> nearest =
        tree.schemaIds().stream()
            .filter(known -> find(tree, known).isPresent())
            .sorted(
                Comparator.comparingInt((String known) -> distance(known, schemaId))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(NEAREST)
            .toList();
    return new UnknownFieldException(
        "The document has no field '"
            + schemaId
            + "'. "
            + (nearest.isEmpty()
                ? "It has no fields at all."
                : "Did you mean " + String.join(", ", nearest) + "?")
            + " Use has(…) or find(…) for a field that a queue may not have.");
  }

  private static String kind(Node node) {
    if (node instanceof Datapoint cell) {
      return "a column of '" + cell.parent().map(FieldLookup::tableOf).orElse("a table") + "'";
    }
    if (node instanceof Multivalue) {
      return "a table";
    }
    return node instanceof Section ? "a section" : "a row";
  }

  private static String tableOf(Container parent) {
    // A cell's parent is its row; an item of a simple multivalue has no row around it.
    return parent instanceof Multivalue
        ? parent.schemaId()
        : parent.parent().map(Node::schemaId).orElse(parent.schemaId());
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
