package io.github.rossumext.content;

import io.github.rossumext.value.RawJson;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table, whose children are tuples, or a simple multivalue, whose children are datapoints.
 * Immutable and thread-safe.
 */
public final class Multivalue extends Container {
  Multivalue(
      byte[] json, int start, long id, String schemaId, Category category, List<Node> children) {
    super(json, start, id, schemaId, category, children);
  }

  /** Returns the rows of a table, in document order; none for a simple multivalue. */
  public List<Tuple> rows() {
    return children(Tuple.class);
  }

  /** Returns the values of a simple multivalue, in document order; none for a table. */
  public List<Datapoint> values() {
    return children(Datapoint.class);
  }

  /** Returns the schema ids of the cells in the rows, in the order in which they first appear. */
  public List<String> columnIds() {
    Set<String> columns = new LinkedHashSet<>();
    for (Node row : children()) {
      if (row instanceof Tuple tuple) {
        for (Node cell : tuple.children()) {
          columns.add(cell.schemaId());
        }
      }
    }
    return List.copyOf(columns);
  }

  /** Returns the grid that the table was captured with, as it came; empty if the table has none. */
  public Optional<RawJson> grid() {
    return find("grid").filter(RawJson::isObject);
  }
}
