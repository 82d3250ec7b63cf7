package io.github.rossumext.playground;

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

  /** Returns the id of a node; empty if no node has the key. */
  Optional<Long> id(int key) {
    return Optional.ofNullable(ids.get(key));
  }
}
