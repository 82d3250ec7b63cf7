package io.github.rossumext.rules;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows or values that a document has, of which each is paired once at most with one that is
 * wanted. What has the same key is paired in its order. Not thread-safe.
 */
final class Pairing<T> {
  private final List<T> present;
  private final Set<T> taken = Collections.newSetFromMap(new IdentityHashMap<>());
  // By what the keys are made of, and by key: computed once, however many are wanted.
  private final Map<Object, Map<Object, Deque<T>>> indexes = new HashMap<>();

  Pairing(List<T> present) {
    this.present = present;
  }

  /**
   * Takes the first one with this key; null if there is none left.
   *
   * @param kind what the keys are made of
   * @param keyOf returns the key of one that is present
   */
  @Nullable T take(Object kind, Object key, Function<T, Object> keyOf) {
    Deque<T> found =
        indexes.computeIfAbsent(kind, unused -> index(keyOf)).getOrDefault(key, new ArrayDeque<>());
    for (T one = found.poll(); one != null; one = found.poll()) {
      if (taken.add(one)) {
        return one;
      }
    }
    return null;
  }

  private Map<Object, Deque<T>> index(Function<T, Object> keyOf) {
    Map<Object, Deque<T>> index = new HashMap<>();
    for (T one : present) {
      index.computeIfAbsent(keyOf.apply(one), key -> new ArrayDeque<>()).add(one);
    }
    return index;
  }

  /** The ones that were not taken, in their order. */
  List<T> rest() {
    return present.stream().filter(one -> !taken.contains(one)).toList();
  }
}
