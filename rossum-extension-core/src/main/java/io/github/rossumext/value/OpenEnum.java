package io.github.rossumext.value;

import java.util.Arrays;

/**
 * A word from a list that Rossum may extend at any time. A word that this version of the library
 * does not know keeps its text. Two words are equal if their texts are. Implementations are
 * immutable and thread-safe.
 *
 * @param <E> the type itself
 */
public interface OpenEnum<E extends OpenEnum<E>> {
  /** Returns the word as Rossum writes it. */
  String value();

  /** Returns whether this version of the library knows the word. */
  boolean isKnown();

  /** Returns whether it is one of these. */
  @SuppressWarnings("unchecked")
  default boolean isOneOf(E... others) {
    return Arrays.asList(others).contains(this);
  }
}
