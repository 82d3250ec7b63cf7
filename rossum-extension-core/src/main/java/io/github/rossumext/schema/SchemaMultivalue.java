package io.github.rossumext.schema;

import io.github.rossumext.value.RawJson;
import java.util.List;
import java.util.Optional;

/**
 * A table, whose child is a tuple, or a simple multivalue, whose child is a datapoint. Immutable
 * and thread-safe.
 */
public final class SchemaMultivalue extends SchemaNode {
  private static final int DEFAULT_MAX_OCCURRENCES = 1000;

  SchemaMultivalue(SchemaReader.Common common, List<SchemaNode> children) {
    super(common, children);
  }

  /**
   * Returns the tuple or datapoint that defines every row or value; empty only in a broken schema.
   */
  public Optional<SchemaNode> child() {
    return children().stream().findFirst();
  }

  /** Returns whether it is a table. */
  public boolean isTable() {
    return child().filter(SchemaTuple.class::isInstance).isPresent();
  }

  /** Returns the columns of a table, in the order of the schema; none for a simple multivalue. */
  public List<SchemaDatapoint> columns() {
    return child().orElse(null) instanceof SchemaTuple row ? row.columns() : List.of();
  }

  /** Returns the minimum number of rows or values; 0 if the schema does not say. */
  public int minOccurrences() {
    return intAt("min_occurrences").orElse(0);
  }

  /** Returns the maximum number of rows or values; 1000 if the schema does not say. */
  public int maxOccurrences() {
    return intAt("max_occurrences").orElse(DEFAULT_MAX_OCCURRENCES);
  }

  /** Returns how the grid of the table works, as it came. */
  public Optional<RawJson> grid() {
    return objectAt("grid");
  }

  /**
   * Returns whether the grid is shown as soon as the table is opened ({@code
   * show_grid_by_default}).
   */
  public boolean isGridShownByDefault() {
    return flag("show_grid_by_default");
  }

  /** Returns the value that it begins with; Rossum sends null. */
  public Optional<String> defaultValue() {
    return text("default_value");
  }

  /** Returns the names by which the extraction knows it; the first that is found wins. */
  public List<String> rirFieldNames() {
    return textsAt("rir_field_names");
  }
}
