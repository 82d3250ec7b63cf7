package io.github.rossumext.testkit.jqwik;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Simpler lists. */
final class Lists {
  private Lists() {}

  /** Returns the list without all, half, a quarter … of its elements. */
  static <T> Stream<List<T>> shorter(List<T> list) {
    List<List<T>> shorter = new ArrayList<>();
    for (int size = list.size(); size > 0; size /= 2) {
      for (int from = 0; from < list.size(); from += size) {
        List<T> rest = new ArrayList<>(list.subList(0, from));
        rest.addAll(list.subList(Math.min(list.size(), from + size), list.size()));
        shorter.add(List.copyOf(rest));
      }
    }
    return shorter.stream();
  }

  /** Returns the lists with one changed element, for every change. */
  static <T> Stream<List<T>> withOneChanged(List<T> list, Function<T, Stream<T>> change) {
    return IntStream.range(0, list.size())
        .boxed()
        .flatMap(
            i ->
                change
                    .apply(list.get(i))
                    .map(
                        changed -> {
                          List<T> other = new ArrayList<>(list);
                          other.set(i, changed);
                          return List.copyOf(other);
                        }));
  }
}
