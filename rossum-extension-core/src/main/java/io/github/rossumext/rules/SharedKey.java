package io.github.rossumext.rules;

/**
 * A key for data that several rules of one request need: see {@link ContentEditor#shared}. Keep the
 * key in a constant, because two keys with the same name are different. Immutable and thread-safe.
 *
 * @param <T> the type of the data
 */
@SuppressWarnings("UnusedTypeParameter") // it gives the shared data its type
public final class SharedKey<T> {
  private final String name;

  private SharedKey(String name) {
    this.name = name;
  }

  /**
   * Returns a new key.
   *
   * @param name a name for {@code toString()}
   */
  public static <T> SharedKey<T> of(String name) {
    return new SharedKey<>(name);
  }

  /**
   * Loads the data.
   *
   * @param <T> the type of the data
   * @param <E> what it may throw
   */
  @FunctionalInterface
  public interface Loader<T, E extends Exception> {
    /** Returns the data. */
    T load() throws E;
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return "SharedKey[" + name + "]";
  }
}
