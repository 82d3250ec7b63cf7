package io.github.rossumext.rules;

import io.github.rossumext.content.Multivalue;
import io.github.rossumext.value.ValidationSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row that was appended to a table, or a value to a simple multivalue; known by its identity. */
final class Addition {
  private final Multivalue multivalue;
  private final boolean isRow;

  private Addition(Multivalue multivalue, boolean isRow) {
    this.multivalue = multivalue;
    this.isRow = isRow;
  }

  static Addition row(Multivalue table) {
    return new Addition(table, true);
  }

  static Addition value(Multivalue list) {
    return new Addition(list, false);
  }

  Multivalue multivalue() {
    return multivalue;
  }

  boolean isRow() {
    return isRow;
  }

  /**
   * What it holds so far. Immutable, so that a checkpoint can keep it.
   *
   * @param cells what was written, by schema id
   * @param validationSources what validates the cells that do not say it themselves
   */
  record Content(Map<String, FieldEdit> cells, List<ValidationSource> validationSources)
      implements Edits.Edit {
    static final Content EMPTY = new Content(Map.of(), List.of());

    FieldEdit cell(String schemaId) {
      return cells.getOrDefault(schemaId, FieldEdit.NONE);
    }

    /** The schema ids of the cells that have something to send. */
    List<String> written() {
      return cells.keySet().stream().filter(column -> !cell(column).isEmpty()).toList();
    }

    Content with(String schemaId, FieldEdit edit) {
      Map<String, FieldEdit> changed = new LinkedHashMap<>(cells);
      changed.put(schemaId, edit);
      return new Content(Collections.unmodifiableMap(changed), validationSources);
    }

    /** With all cells validated by these, those included that said something else. */
    Content validatedBy(List<ValidationSource> sources) {
      Map<String, FieldEdit> unmarked = new LinkedHashMap<>();
      cells.forEach((column, cell) -> unmarked.put(column, cell.unmarked()));
      return new Content(Collections.unmodifiableMap(unmarked), sources);
    }
  }
}
