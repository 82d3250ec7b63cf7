package io.github.rossumext.api.sample;

import java.io.IOException;
import java.util.List;

/** Has a member of each kind that the list shows, and of each that it does not. */
public class Sample<T extends Comparable<T>> extends Hidden implements AutoCloseable {
  /** Shown. */
  public static final int LIMIT = 3;

  private final T name;

  /** Shown, in an order of its own. */
  public enum Kind {
    SECOND,
    FIRST
  }

  /** Shown with its components. */
  public record Pair(String left, List<int[]> right) {
    /** Shown. */
    public static Pair of(String both) {
      return new Pair(both, List.of());
    }
  }

  /** Shown: a subclass needs it. */
  protected Sample(T name) {
    this.name = name;
  }

  /** Shown. */
  @Deprecated
  public static <E extends Enum<E>> Sample<?> of(List<? super E> list, String... more)
      throws IOException {
    if (list.isEmpty()) {
      throw new IOException("nothing");
    }
    return new Sample<>(String.join(" ", more));
  }

  /** Not shown: it says what AutoCloseable says. */
  @Override
  public void close() {}

  /** Not shown: all classes have it. */
  @Override
  public String toString() {
    return "sample " + name;
  }

  int ofThePackage() {
    return 1;
  }
}
