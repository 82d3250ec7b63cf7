package io.github.rossumext.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The headers of a request. Upper and lower case of their names do not matter. Immutable and
 * thread-safe. It prints the names only, because values hold signatures.
 */
public final class Headers {
  private static final Headers EMPTY = new Headers(Map.of());

  private final Map<String, List<String>> values;

  private Headers(Map<String, List<String>> values) {
    this.values = values;
  }

  /** Returns no headers. */
  public static Headers empty() {
    return EMPTY;
  }

  /**
   * Returns the headers of a map, as HTTP servers have them. Null names and null values are left
   * out: some servers use a null name for the status line.
   */
  public static Headers of(Map<String, ? extends Iterable<String>> headers) {
    Map<String, List<String>> values = new TreeMap<>();
    headers.forEach(
        (name, all) -> {
          if (name != null && all != null) {
            List<String> known = values.computeIfAbsent(lower(name), key -> new ArrayList<>(1));
            for (String value : all) {
              if (value != null) {
                known.add(value);
              }
            }
          }
        });
    values.replaceAll((name, all) -> List.copyOf(all));
    return new Headers(values);
  }

  /** Returns headers with one header. */
  public static Headers of(String name, String value) {
    return new Headers(Map.of(lower(name), List.of(value)));
  }

  /** Returns a copy with this header. A header of the same name is replaced. */
  public Headers with(String name, String value) {
    Map<String, List<String>> changed = new TreeMap<>(values);
    changed.put(lower(name), List.of(value));
    return new Headers(changed);
  }

  /** Returns all values of a header in their order; none if it was not sent. */
  public List<String> all(String name) {
    return values.getOrDefault(lower(name), List.of());
  }

  /** Returns the first value of a header; empty if it was not sent. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** Returns the names in lower case. */
  public Set<String> names() {
    return Set.copyOf(values.keySet());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Headers that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Returns the names only. */
  @Override
  public String toString() {
    return "Headers" + values.keySet();
  }
}
