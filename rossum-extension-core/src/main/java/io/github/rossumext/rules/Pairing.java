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
 * Pairs the rows or values of a document with those that are wanted. Each is paired at most once.
 * Those with the same key are paired in their order. Not thread-safe.
 */
final class Pairing<T> {
  private final List<T> present;
  private final Set<T> taken = Collections.newSetFromMap(new IdentityHashMap<>());
  // The rows or values by kind of key, and then by key. Each index is computed once.
  private final Map<Object, Map<Object, Deque<T>>> indexes = new HashMap<>();

  Pairing(List<T> present) {
    this.present = present;
  }

  /**
   * Takes the first row or value with this key that is not taken yet. Returns null if all are
   * taken.
   *
   * @param kind what the keys are made of
   * @param keyOf returns the key of a row or value of the document
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

  /** Returns the rows or values that were not taken, in their order. */
  List<T> rest() {
    return present.stream().filter(one -> !taken.contains(one)).toList();
  }
}
