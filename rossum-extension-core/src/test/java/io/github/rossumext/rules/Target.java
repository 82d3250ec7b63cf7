package io.github.rossumext.rules;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A field, a cell or a value of a simple multivalue.
 *
 * @param container the table or simple multivalue; empty for a field
 * @param index counted round and round, so that every number means a row
 * @param schemaId the field or column
 */
record Target(String container, int index, String schemaId) {
  static Arbitrary<Target> any() {
    return Arbitraries.oneOf(
        Arbitraries.of(RandomDocument.FIELDS).map(schemaId -> new Target("", 0, schemaId)),
        cells("lines"),
        cells("taxes"),
        Combinators.combine(Arbitraries.of(RandomDocument.LISTS), indexes())
            .as((list, index) -> new Target(list, index, RandomDocument.item(list))));
  }

  private static Arbitrary<Target> cells(String table) {
    List<String> columns = RandomDocument.columns(table);
    return Combinators.combine(Arbitraries.of(columns), indexes())
        .as((column, index) -> new Target(table, index, column));
  }

  static Arbitrary<Integer> indexes() {
    return Arbitraries.integers().between(0, 4);
  }

  RandomDocument.Kind kind() {
    return RandomDocument.kind(schemaId);
  }

  /** The field by now; empty if there is no row, or the row has no such cell. */
  Optional<Field> find(ContentEditor content) {
    if (container.isEmpty()) {
      return Optional.of(content.field(schemaId));
    }
    if (RandomDocument.LISTS.contains(container)) {
      List<Field> values = content.list(container).fields();
      return values.isEmpty() ? Optional.empty() : Optional.of(values.get(index % values.size()));
    }
    List<Row> rows = content.table(container).rows();
    return rows.isEmpty() ? Optional.empty() : rows.get(index % rows.size()).find(schemaId);
  }

  @Override
  public String toString() {
    return container.isEmpty() ? schemaId : container + "[" + index + "]." + schemaId;
  }
}
