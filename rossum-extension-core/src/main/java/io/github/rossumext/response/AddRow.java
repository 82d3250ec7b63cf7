package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.value.ValidationSource;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation that appends a row to a table. Rossum gives it and its cells ids in the next
 * request. Immutable and thread-safe.
 */
public final class AddRow extends Operation {
  private final Map<String, DatapointChange> cells;
  private final List<ValidationSource> validationSources;

  private AddRow(
      long id, Map<String, DatapointChange> cells, List<ValidationSource> validationSources) {
    super(id);
    this.cells = cells;
    this.validationSources = validationSources;
  }

  /**
   * Returns an operation that appends a row.
   *
   * @param id the id of the table, a multivalue
   * @param cells the cells by schema id, in the order in which they are sent
   */
  public static AddRow of(long id, Map<String, DatapointChange> cells) {
    return new AddRow(id, Collections.unmodifiableMap(new LinkedHashMap<>(cells)), List.of());
  }

  /** Returns the cells by schema id. */
  public Map<String, DatapointChange> cells() {
    return cells;
  }

  /** Returns the validation sources of the cells that have none of their own; empty by default. */
  public List<ValidationSource> validationSources() {
    return validationSources;
  }

  /** Returns a copy with these validation sources for the cells that have none of their own. */
  public AddRow withValidationSources(List<ValidationSource> all) {
    return new AddRow(id(), cells, List.copyOf(all));
  }

  @Override
  void write(JsonWriter json) throws IOException {
    json.object().text("op", "add").number("id", id()).list("value");
    for (Map.Entry<String, DatapointChange> cell : cells.entrySet()) {
      json.object().name("schema_id", cell.getKey());
      cell.getValue().write(json);
      json.endObject();
    }
    json.endList();
    if (!validationSources.isEmpty()) {
      DatapointChange.write(json, validationSources);
    }
    json.endObject();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddRow that
        && id() == that.id()
        && List.copyOf(cells.entrySet()).equals(List.copyOf(that.cells.entrySet()))
        && validationSources.equals(that.validationSources);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Long.hashCode(id()) + cells.hashCode()) + validationSources.hashCode();
  }

  /** Returns the id of the table and the columns, and no value. */
  @Override
  public String toString() {
    return "AddRow[" + id() + ", " + cells.keySet() + "]";
  }
}
