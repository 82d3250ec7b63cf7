package io.github.rossumext.rules;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Elements in a fixed order, and which of them are left. Its size costs nothing, and going over
 * what is left costs as much as is left.
 */
final class Remaining<E> {
  private final List<E> all;
  private final Set<E> removed = Collections.newSetFromMap(new IdentityHashMap<>());
  // What is left, if something was removed; null when it must be worked out again.
  private @Nullable Set<E> left;
  // The same by place; null when it must be worked out again.
  private @Nullable List<E> indexed;

  Remaining(List<E> all) {
    this.all = all;
  }

  int size() {
    return all.size() - removed.size();
  }

  Collection<E> present() {
    if (removed.isEmpty()) {
      return all;
    }
    Set<E> known = left;
    if (known == null) {
      known = new LinkedHashSet<>(all);
      known.removeAll(removed);
      left = known;
    }
    return known;
  }

  /** What is at this place of what is left; costs nothing until something is removed. */
  E at(int index) {
    if (removed.isEmpty()) {
      return all.get(index);
    }
    List<E> known = indexed;
    if (known == null) {
      known = List.copyOf(present());
      indexed = known;
    }
    return known.get(index);
  }

  Set<E> removed() {
    return removed;
  }

  boolean isRemoved(E element) {
    return removed.contains(element);
  }

  void append(E element) {
    indexed = null;
    all.add(element);
    if (left != null) {
      left.add(element);
    }
  }

  /** Takes back that the last element was appended. */
  void takeBack() {
    indexed = null;
    E last = all.remove(all.size() - 1);
    if (left != null) {
      left.remove(last);
    }
  }

  void remove(E element) {
    present();
    indexed = null;
    removed.add(element);
    if (left != null) {
      left.remove(element);
    }
  }

  /** Takes back that an element was removed. */
  void restore(E element) {
    removed.remove(element);
    left = null;
    indexed = null;
  }
}
