package io.github.rossumext.rules;

/**
 * The name and type of data that several rules of one request need: see {@link
 * ContentEditor#shared}. Keep it in a constant: two keys are different even if their names are the
 * same. Immutable and thread-safe.
 *
 * @param <T> the type of the data
 */
@SuppressWarnings("UnusedTypeParameter") // it gives the shared data its type
public final class Key<T> {
  private final String name;

  private Key(String name) {
    this.name = name;
  }

  /** Returns a new key. People read its name. */
  public static <T> Key<T> of(String name) {
    return new Key<>(name);
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
    return "Key[" + name + "]";
  }
}
