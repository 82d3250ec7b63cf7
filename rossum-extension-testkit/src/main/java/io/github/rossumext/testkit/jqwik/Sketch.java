package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.SchemaDocumentBuilder;
import io.github.rossumext.value.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ShrinkingDistance;

/**
 * A document as the list of its texts. Immutable.
 *
 * @param schema the schema of the document
 * @param fields the texts of its fields by schema id; those that are left out are as the schema has
 *     them
 * @param rows the rows of its multivalues by schema id: the texts of the cells that are not empty,
 *     or of the value
 */
record Sketch(
    Schema schema, Map<String, String> fields, Map<String, List<Map<String, String>>> rows) {
  private static final int NAMED = 120;

  /** Returns the document with these rows in one of its multivalues. */
  Sketch with(String multivalue, List<Map<String, String>> other) {
    Map<String, List<Map<String, String>>> changed = new LinkedHashMap<>(rows);
    if (other.isEmpty()) {
      changed.remove(multivalue);
    } else {
      changed.put(multivalue, other);
    }
    return new Sketch(schema, fields, changed);
  }

  Sketch with(Map<String, String> other) {
    return new Sketch(schema, other, rows);
  }

  /** Returns the document with this text at a place that it has. */
  Sketch with(Place place, String text) {
    if (!place.isInMultivalue()) {
      return with(changed(fields, place, text));
    }
    List<Map<String, String>> all =
        new ArrayList<>(rows.getOrDefault(place.multivalue(), List.of()));
    all.set(place.index(), changed(all.get(place.index()), place, text));
    return with(place.multivalue(), List.copyOf(all));
  }

  private static Map<String, String> changed(Map<String, String> texts, Place place, String text) {
    Map<String, String> changed = new LinkedHashMap<>(texts);
    changed.put(place.definition().id(), text);
    return changed;
  }

  /** Returns the number of rows or values of a multivalue. */
  int count(String multivalue) {
    return rows.getOrDefault(multivalue, List.of()).size();
  }

  /** Returns the text at a place; empty if it is left out. */
  Optional<String> text(Place place) {
    Map<String, String> texts =
        place.isInMultivalue()
            ? rows.getOrDefault(place.multivalue(), List.of()).get(place.index())
            : fields;
    return Optional.ofNullable(texts.get(place.definition().id()));
  }

  Fixture fixture() {
    SchemaDocumentBuilder builder = DocumentBuilder.of(schema);
    fields.forEach(
        (id, text) -> {
          if (hasOwnOptions(id, text)) {
            builder.options(id, ownOptions(text));
          }
          if (!isOutside(id, text)) {
            builder.set(id, text);
          }
        });
    rows.forEach((id, all) -> all.forEach(row -> add(builder, id, row)));
    Fixture fixture = builder.build();
    for (Value value : outside()) {
      fixture = fixture.withField(value.path(), value.text(), "");
    }
    return fixture.withName(name());
  }

  private void add(SchemaDocumentBuilder builder, String multivalue, Map<String, String> row) {
    if (isTable(multivalue)) {
      builder.row(
          multivalue,
          cells ->
              row.forEach(
                  (column, text) -> {
                    cells.field(column, isOutside(column, text) ? "" : text);
                    if (hasOwnOptions(column, text)) {
                      cells.options(ownOptions(text));
                    }
                  }));
    } else {
      row.forEach((id, text) -> builder.value(multivalue, isOutside(id, text) ? "" : text));
    }
  }

  private boolean isTable(String multivalue) {
    return schema.multivalue(multivalue).filter(known -> known.isTable()).isPresent();
  }

  /** Returns whether the document brings the text as an option, because the schema has none. */
  private boolean hasOwnOptions(String id, String text) {
    return !text.isEmpty() && schema.datapoint(id).filter(Places::getsOptions).isPresent();
  }

  private static Option[] ownOptions(String text) {
    return new Option[] {Option.of(text), Option.of("", "---")};
  }

  private static String ownOptionsCode(String text) {
    return "Option.of(" + Code.text(text) + "), Option.of(\"\", \"---\")";
  }

  /** Returns whether the text is not an option of the enum, which the builder does not accept. */
  private boolean isOutside(String id, String text) {
    return !text.isEmpty()
        && !hasOwnOptions(id, text)
        && schema
            .datapoint(id)
            .filter(field -> !field.options().isEmpty())
            .filter(
                field ->
                    field.options().stream()
                        .noneMatch(option -> option.value().equalsIgnoreCase(text)))
            .isPresent();
  }

  /** The text of a field or cell. */
  private record Value(String path, String id, String text) {}

  /** Returns the texts of the fields, then those of the cells. */
  private List<Value> values() {
    List<Value> values = new ArrayList<>();
    fields.forEach((id, text) -> values.add(new Value(id, id, text)));
    rows.forEach(
        (multivalue, all) -> {
          boolean isTable = isTable(multivalue);
          for (int i = 0; i < all.size(); i++) {
            String row = multivalue + "[" + i + "]";
            all.get(i)
                .forEach(
                    (id, text) -> values.add(new Value(isTable ? row + "." + id : row, id, text)));
          }
        });
    return values;
  }

  private List<Value> outside() {
    return values().stream().filter(value -> isOutside(value.id(), value.text())).toList();
  }

  ShrinkingDistance size() {
    List<Value> values = values();
    return ShrinkingDistance.of(
        rows.values().stream().mapToLong(List::size).sum(),
        values.size(),
        values.stream().mapToLong(one -> Texts.size(definition(one.id()), one.text())).sum());
  }

  SchemaDatapoint definition(String id) {
    return schema.datapoint(id).orElseThrow();
  }

  /** Returns the code that makes the document. */
  String code() {
    List<String> lines = new ArrayList<>(List.of("DocumentBuilder.of(schema)"));
    fields.forEach(
        (id, text) -> {
          if (hasOwnOptions(id, text)) {
            lines.add(".options(" + Code.text(id) + ", " + ownOptionsCode(text) + ")");
          }
          if (!isOutside(id, text)) {
            lines.add(".set(" + Code.text(id) + ", " + Code.text(text) + ")");
          }
        });
    rows.forEach((id, all) -> all.forEach(row -> lines.add(code(id, row))));
    lines.add(".build()");
    for (Value value : outside()) {
      lines.add(
          ".withField(" + Code.text(value.path()) + ", " + Code.text(value.text()) + ", \"\")");
    }
    return String.join("\n    ", lines);
  }

  private String code(String multivalue, Map<String, String> row) {
    if (!isTable(multivalue)) {
      String value = row.values().stream().findFirst().orElse("");
      return ".value(" + Code.text(multivalue) + ", " + Code.text(value) + ")";
    }
    StringBuilder cells = new StringBuilder();
    row.forEach(
        (id, text) -> {
          if (!isOutside(id, text)) {
            cells.append(".field(").append(Code.text(id)).append(", ").append(Code.text(text));
            cells.append(')');
            if (hasOwnOptions(id, text)) {
              cells.append(".options(").append(ownOptionsCode(text)).append(')');
            }
          }
        });
    return ".row("
        + Code.text(multivalue)
        + ", row -> "
        + (cells.isEmpty() ? "{}" : "row" + cells)
        + ")";
  }

  /** Returns the texts in one line. */
  private String name() {
    Map<String, Object> all = new LinkedHashMap<>(fields);
    all.putAll(rows);
    String name = all.toString();
    return name.length() <= NAMED ? name : name.substring(0, NAMED) + "…";
  }
}
