package io.github.rossumext.internal.help;

import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Gives the library's own packages access to non-public parts of public types. A public type opens
 * a way when it is loaded, and another package gets the way by the two types. So a public type
 * needs no public member that mentions an internal type. Thread-safe.
 */
public final class Access {
  private record Key(Class<?> from, Class<?> to) {}

  private static final Map<Key, Function<?, ?>> WAYS = new ConcurrentHashMap<>();

  private Access() {}

  /** Opens the way from one type to another. Call it from the static initializer of either type. */
  public static <A, B> void open(Class<A> from, Class<B> to, Function<A, B> way) {
    WAYS.put(new Key(from, to), way);
  }

  /**
   * Returns the way from one type to another.
   *
   * @throws IllegalStateException if neither type opens it
   */
  @SuppressWarnings("unchecked") // open() takes a way of these types only
  public static <A, B> Function<A, B> way(Class<A> from, Class<B> to) {
    initialize(from);
    initialize(to);
    Function<?, ?> way = WAYS.get(new Key(from, to));
    if (way == null) {
      throw new IllegalStateException(
          "Expected a way from " + from.getName() + " to " + to.getName() + ", found none.");
    }
    return (Function<A, B>) way;
  }

  /** Goes the way from an object to another type, if the class of the object opens it. */
  @SuppressWarnings("unchecked") // open() takes a way of these types only
  public static <B> Optional<B> find(Object from, Class<B> to) {
    Function<?, ?> way = WAYS.get(new Key(from.getClass(), to));
    return Optional.ofNullable(way).map(known -> ((Function<Object, B>) known).apply(from));
  }

  private static void initialize(Class<?> type) {
    try {
      MethodHandles.lookup().ensureInitialized(type);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(type.getName() + " must be public.", e);
    }
  }
}
