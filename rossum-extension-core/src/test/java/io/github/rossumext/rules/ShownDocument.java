package io.github.rossumext.rules;

import io.github.rossumext.rules.RandomDocument.Kind;
import io.github.rossumext.rules.ReferenceDocument.Item;
import io.github.rossumext.rules.ReferenceDocument.State;
import io.github.rossumext.value.ValidationSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The document as an editor shows it, to be compared with what Rossum makes of the response. */
final class ShownDocument {
  private ShownDocument() {}

  /** What stands under each field, table and simple multivalue by now. */
  static Map<String, List<Item>> of(ContentEditor content) {
    Map<String, List<Item>> items = new LinkedHashMap<>();
    for (String schemaId : RandomDocument.FIELDS) {
      Field field = content.field(schemaId);
      items.put(schemaId, List.of(new Item(field.id(), Map.of(schemaId, state(field)))));
    }
    for (String schemaId : RandomDocument.TABLES) {
      items.put(schemaId, content.table(schemaId).stream().map(ShownDocument::row).toList());
    }
    for (String schemaId : RandomDocument.LISTS) {
      List<Item> values = new ArrayList<>();
      for (Field value : content.list(schemaId)) {
        values.add(
            new Item(value.isNew() ? 0 : value.id(), Map.of(value.schemaId(), state(value))));
      }
      items.put(schemaId, values);
    }
    return items;
  }

  static Item row(Row row) {
    Map<String, State> cells = new LinkedHashMap<>();
    for (Field cell : row.fields()) {
      if (!row.isNew() || isSent(cell)) {
        cells.put(cell.schemaId(), state(cell));
      }
    }
    return new Item(row.isNew() ? 0 : row.id(), cells);
  }

  /** Whether a cell of a new row is sent: Rossum itself makes those of buttons and formulas. */
  static boolean isSent(Field cell) {
    Kind kind = RandomDocument.kind(cell.schemaId());
    return kind != Kind.BUTTON && (kind != Kind.FORMULA || cell.definition().isEmpty());
  }

  static State state(Field field) {
    List<Double> edges = new ArrayList<>();
    field
        .position()
        .ifPresent(at -> edges.addAll(List.of(at.left(), at.top(), at.right(), at.bottom())));
    return new State(
        field.text(),
        field.isHidden(),
        field.options().stream().map(option -> option.value() + "=" + option.label()).toList(),
        field.validationSources().stream().map(ValidationSource::value).toList(),
        field.page().orElse(0) + " " + edges);
  }
}
