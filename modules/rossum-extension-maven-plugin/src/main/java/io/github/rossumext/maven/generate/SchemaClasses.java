package io.github.rossumext.maven.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.maven.project.Report;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.schema.SchemaNode;
import io.github.rossumext.schema.SchemaSection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the classes of a schema. The same schema gives the same text. */
final class SchemaClasses {
  private static final String DOCUMENT = "InvoiceDocument";
  private static final String TABLE = "TABLE";

  /** A class file has room for about 21 000 constants. */
  private static final int MOST_OPTIONS = 20_000;

  private final String packageName;
  private final Report report;
  private final List<SchemaSection> sections;
  private final List<SchemaNode> header = new ArrayList<>(); // fields, lists and tables
  private final List<SchemaMultivalue> tables = new ArrayList<>();
  private final List<SchemaDatapoint> buttons = new ArrayList<>();
  private final List<SchemaDatapoint> enums = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  SchemaClasses(String packageName, Schema schema, Report report) {
    this.packageName = packageName;
    this.report = report;
    this.sections = schema.sections();
    for (SchemaSection section : sections) {
      requireOwnId(section);
      section.children().forEach(this::sort);
    }
  }

  private void sort(SchemaNode node) {
    requireOwnId(node);
    if (node instanceof SchemaMultivalue multivalue) {
      header.add(node);
      if (multivalue.isTable()) {
        tables.add(multivalue);
        multivalue.columns().forEach(this::sortLeaf);
      } else {
        multivalue.child().ifPresent(this::sortLeaf);
      }
    } else if (node instanceof SchemaDatapoint datapoint) {
      sortLeaf(datapoint);
      if (!isButton(datapoint)) {
        header.add(node);
      }
    }
  }

  private void sortLeaf(SchemaNode node) {
    if (!(node instanceof SchemaDatapoint datapoint)) {
      return;
    }
    if (!(datapoint.parent().orElse(null) instanceof SchemaSection)) {
      requireOwnId(datapoint);
    }
    if (isButton(datapoint)) {
      buttons.add(datapoint);
    }
    if (datapoint.type().equals(DatapointType.ENUM) && !datapoint.options().isEmpty()) {
      addEnum(datapoint);
    }
  }

  private void addEnum(SchemaDatapoint datapoint) {
    if (datapoint.options().size() <= MOST_OPTIONS) {
      enums.add(datapoint);
      return;
    }
    report.warning(
        "The options of "
            + datapoint.id()
            + " get no constants: it has "
            + datapoint.options().size()
            + ", and a class has room for "
            + MOST_OPTIONS
            + ".");
  }

  private void requireOwnId(SchemaNode node) {
    if (node.id().isEmpty()) {
      throw new GoalException(
          "The schema has a " + node.category() + " without an id. Rossum refuses such a schema.");
    }
    if (!seen.add(node.id())) {
      throw new GoalException(
          "The schema has the id '" + node.id() + "' twice. Rossum refuses such a schema.");
    }
  }

  private static boolean isButton(SchemaDatapoint datapoint) {
    return datapoint.type().equals(DatapointType.BUTTON);
  }

  /** Returns the classes with anything in them, by the names of their files. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    put(files, Constants.ofNodes("Sections", "The ids of the sections.", sections), sections);
    put(
        files,
        Constants.ofNodes(
            "Fields", "The ids of the fields, lists and tables outside of tables.", fields()),
        fields());
    put(files, Constants.ofNodes("Buttons", "The ids of the buttons.", buttons), buttons);
    put(files, Constants.ofOptions("Options", enums), enums);
    Map<String, ClassName> rowTypes = rowTypes();
    Records records = new Records(report);
    for (SchemaMultivalue table : tables) {
      put(files, row(records, rowTypes, table), List.of(table));
    }
    List<? extends SchemaNode> held = records.held(DOCUMENT, header);
    put(
        files,
        Records.record(
            DOCUMENT,
            "The document, for {@code content.as(" + DOCUMENT + ".class)}. It has no buttons.",
            held,
            rowTypes),
        held);
    return files;
  }

  /** The header, and the values of lists, which have ids of their own. */
  private List<SchemaNode> fields() {
    List<SchemaNode> fields = new ArrayList<>();
    for (SchemaNode node : header) {
      fields.add(node);
      if (node instanceof SchemaMultivalue multivalue && !multivalue.isTable()) {
        multivalue.child().filter(child -> !child.id().isEmpty()).ifPresent(fields::add);
      }
    }
    return fields;
  }

  private Map<String, ClassName> rowTypes() {
    Set<String> reserved = new HashSet<>(Names.USED_TYPES);
    reserved.addAll(List.of("Sections", "Fields", "Buttons", "Options", DOCUMENT));
    Map<String, ClassName> types = new HashMap<>();
    Names.of(tables.stream().map(SchemaNode::id).toList(), Names::rowType, reserved)
        .forEach((id, name) -> types.put(id, ClassName.get(packageName, name)));
    return types;
  }

  private TypeSpec.Builder row(
      Records records, Map<String, ClassName> rowTypes, SchemaMultivalue table) {
    List<SchemaDatapoint> columns =
        table.columns().stream().filter(column -> !isButton(column)).toList();
    ClassName type = rowTypes.getOrDefault(table.id(), ClassName.get(packageName, "Row"));
    List<? extends SchemaNode> held = records.held(type.simpleName(), columns);
    TypeSpec.Builder row =
        Records.record(
            type.simpleName(),
            "A row of the table "
                + JavaText.sentence(table.label().isBlank() ? table.id() : table.label())
                + " Its constants are the ids of the columns.",
            held,
            rowTypes);
    row.addField(Constants.constant(TABLE, table.id(), "The id of the table."));
    Set<String> reserved = new HashSet<>(Records.componentNames(held));
    reserved.removeIf(name -> !name.equals(name.toUpperCase(Locale.ROOT)));
    reserved.add(TABLE);
    Constants.add(row, columns, reserved);
    return row;
  }

  private void put(Map<String, String> files, TypeSpec.Builder type, List<?> contents) {
    if (!contents.isEmpty()) {
      TypeSpec built = type.build();
      files.put(
          built.name() + ".java",
          JavaFile.builder(packageName, built)
              .addFileComment(Generate.MARKER)
              .skipJavaLangImports(true)
              .indent("  ")
              .build()
              .toString());
    }
  }
}
