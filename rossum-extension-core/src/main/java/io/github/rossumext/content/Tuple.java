package io.github.rossumext.content;

import java.util.List;
import java.util.Optional;

/** A row of a table. Immutable and thread-safe. */
public final class Tuple extends Container {
  Tuple(byte[] json, int start, long id, String schemaId, Category category, List<Node> children) {
    super(json, start, id, schemaId, category, children);
  }

  /** Returns the cells of the row, in document order. */
  public List<Datapoint> cells() {
    return children(Datapoint.class);
  }

  /** Returns the cell of a column; empty if the row has none. */
  public Optional<Datapoint> cell(String schemaId) {
    for (Node child : children()) {
      if (child instanceof Datapoint cell && cell.schemaId().equals(schemaId)) {
        return Optional.of(cell);
      }
    }
    return Optional.empty();
  }
}
