package io.github.rossumext.playground;

import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.testkit.simulator.SimulatedMultivalue;
import io.github.rossumext.testkit.simulator.SimulatedRow;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of the nodes of a document on the page: small numbers from 1. The ids of nodes have 64
 * bits, which a number of JavaScript does not hold. Not thread-safe.
 */
final class Keys {
  private final Map<Long, Integer> keys = new HashMap<>();
  private final Map<Integer, Long> ids = new HashMap<>();

  /** Returns the key of a node; a new one if it has none yet. */
  int of(long id) {
    Integer known = keys.get(id);
    if (known != null) {
      return known;
    }
    int key = keys.size() + 1;
    keys.put(id, key);
    ids.put(key, id);
    return key;
  }

  /**
   * Returns the path of a field, row, table or list, such as {@code line_items[0].item_code}; empty
   * if the document does not have it any more.
   */
  Optional<String> path(int key, RossumSimulator rossum) {
    Long id = ids.get(key);
    return id == null
        ? Optional.empty()
        : rossum
            .findField(id)
            .map(SimulatedField::path)
            .or(() -> rossum.findRow(id).map(SimulatedRow::path))
            .or(() -> rossum.findMultivalue(id).map(SimulatedMultivalue::schemaId));
  }
}
