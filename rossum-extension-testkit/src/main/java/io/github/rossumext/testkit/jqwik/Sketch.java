package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.SchemaDocumentBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  Fixture fixture() {
    SchemaDocumentBuilder builder = DocumentBuilder.of(schema);
    Map<String, String> outside = new LinkedHashMap<>();
    fields.forEach(
        (id, text) -> {
          if (isOutside(id, text)) {
            outside.put(id, text);
          } else {
            builder.set(id, text);
          }
        });
    rows.forEach((id, all) -> all.forEach(row -> add(builder, id, row)));
    forEachCell(
        (path, id, text) -> {
          if (isOutside(id, text)) {
            outside.put(path, text);
          }
        });
    Fixture fixture = builder.build();
    for (Map.Entry<String, String> value : outside.entrySet()) {
      fixture = fixture.withField(value.getKey(), value.getValue(), "");
    }
    return fixture.withName(name());
  }

  private void add(SchemaDocumentBuilder builder, String multivalue, Map<String, String> row) {
    if (isTable(multivalue)) {
      builder.row(
          multivalue,
          cells ->
              row.forEach(
                  (column, text) -> cells.field(column, isOutside(column, text) ? "" : text)));
    } else {
      row.forEach((id, text) -> builder.value(multivalue, isOutside(id, text) ? "" : text));
    }
  }

  private boolean isTable(String multivalue) {
    return schema.multivalue(multivalue).filter(known -> known.isTable()).isPresent();
  }

  /** Returns whether the text is not an option of the enum, which the builder does not accept. */
  private boolean isOutside(String id, String text) {
    return !text.isEmpty()
        && schema
            .datapoint(id)
            .filter(field -> !field.options().isEmpty())
            .filter(
                field ->
                    field.options().stream()
                        .noneMatch(option -> option.value().equalsIgnoreCase(text)))
            .isPresent();
  }

  private interface CellVisitor {
    void visit(String path, String id, String text);
  }

  private void forEachCell(CellVisitor visitor) {
    rows.forEach(
        (multivalue, all) -> {
          for (int i = 0; i < all.size(); i++) {
            String row = multivalue + "[" + i + "]";
            boolean isTable = isTable(multivalue);
            all.get(i)
                .forEach((id, text) -> visitor.visit(isTable ? row + "." + id : row, id, text));
          }
        });
  }

  ShrinkingDistance size() {
    long[] sizes = new long[3];
    fields.forEach(
        (id, text) -> {
          sizes[1]++;
          sizes[2] += Texts.size(definition(id), text);
        });
    rows.values().forEach(all -> sizes[0] += all.size());
    forEachCell(
        (path, id, text) -> {
          sizes[1]++;
          sizes[2] += Texts.size(definition(id), text);
        });
    return ShrinkingDistance.of(sizes);
  }

  SchemaDatapoint definition(String id) {
    return schema.datapoint(id).orElseThrow();
  }

  /** Returns the code that makes the document. */
  String code() {
    List<String> lines = new ArrayList<>(List.of("DocumentBuilder.of(schema)"));
    List<String> later = new ArrayList<>();
    fields.forEach(
        (id, text) -> {
          String arguments = Code.text(id) + ", " + Code.text(text);
          if (isOutside(id, text)) {
            later.add(".withField(" + arguments + ", \"\")");
          } else {
            lines.add(".set(" + arguments + ")");
          }
        });
    rows.forEach((id, all) -> all.forEach(row -> lines.add(code(id, row))));
    forEachCell(
        (path, id, text) -> {
          if (isOutside(id, text)) {
            later.add(".withField(" + Code.text(path) + ", " + Code.text(text) + ", \"\")");
          }
        });
    lines.add(".build()");
    lines.addAll(later);
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
