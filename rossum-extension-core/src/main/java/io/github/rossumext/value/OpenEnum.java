package io.github.rossumext.value;

import java.util.Arrays;

/**
 * One of a list of words that Rossum may lengthen at any time (protocol, evolution rule). A word
 * that this version of the library does not know keeps its text and equals itself. Implementations
 * are immutable and thread-safe.
 *
 * @param <E> the type itself
 */
public interface OpenEnum<E extends OpenEnum<E>> {
  /** The word as Rossum writes it. */
  String value();

  /** Whether this version of the library knows the word. */
  boolean isKnown();

  /** Whether it is one of these. */
  @SuppressWarnings("unchecked")
  default boolean isOneOf(E... others) {
    return Arrays.asList(others).contains(this);
  }
}
