package io.github.rossumext.content;

import io.github.rossumext.value.OpenEnum;
import java.util.Objects;
import java.util.Set;

/**
 * The kind of a node of the tree. Immutable and thread-safe.
 *
 * @param value the word as Rossum writes it
 */
public record Category(String value) implements OpenEnum<Category> {
  /** A section: the top level. */
  public static final Category SECTION = new Category("section");

  /** A table or a simple multivalue. */
  public static final Category MULTIVALUE = new Category("multivalue");

  /** A row of a table. */
  public static final Category TUPLE = new Category("tuple");

  /** A field, a cell or a button. */
  public static final Category DATAPOINT = new Category("datapoint");

  private static final Set<Category> KNOWN = Set.of(SECTION, MULTIVALUE, TUPLE, DATAPOINT);

  /** Creates the word that Rossum writes, known or not. */
  public Category {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  /** Returns the word itself. */
  @Override
  public String toString() {
    return value;
  }
}
