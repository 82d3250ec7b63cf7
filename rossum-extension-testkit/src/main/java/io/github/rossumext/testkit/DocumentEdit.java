package io.github.rossumext.testkit;

import io.github.rossumext.internal.help.Nearest;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.FieldDefinition;
import io.github.rossumext.testkit.internal.document.FieldText;
import io.github.rossumext.testkit.internal.document.Refused;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An edit of a document by a test. Mistakes throw. Not thread-safe. */
final class DocumentEdit {
  private final Document document;

  DocumentEdit(Document document) {
    this.document = document;
  }

  /** Computes the texts of a field. */
  interface Texts {
    FieldText of(FieldDefinition field) throws Refused;
  }

  Document document() {
    return document;
  }

  DocumentNode field(String path) {
    return document.paths().field(path);
  }

  DocumentNode datapoint(String path) {
    return document.paths().datapoint(path);
  }

  void set(String path, String text) {
    DocumentNode field = field(path);
    set(field, definition -> definition.read(text));
    checkOption(field, path);
  }

  static void set(DocumentNode field, Texts texts) {
    try {
      FieldText text = texts.of(field.definition());
      if (text.isEmpty()) {
        field.clear();
      } else {
        field.setText(text);
      }
    } catch (Refused e) {
      throw e.asMistake();
    }
  }

  static void checkOption(DocumentNode field, String path) {
    String text = field.displayed();
    List<Option> options = field.options().orElse(List.of());
    if (!options.isEmpty() && !DocumentNode.isAmong(options, text)) {
      List<String> values = options.stream().map(Option::value).toList();
      throw new IllegalArgumentException(
          "'"
              + path
              + "' has no option '"
              + text
              + "'. "
              + Nearest.question(text, values, "")
              + " Give it new options first.");
    }
  }

  /**
   * Sets the validation sources that Rossum usually sets, and whether the extraction found the
   * field.
   */
  static void captured(DocumentNode field) {
    validatedBy(
        field,
        field.definition().isNotCaptured()
            ? List.of(ValidationSource.NA)
            : field.text().isEmpty() ? List.of() : List.of(ValidationSource.SCORE));
  }

  static void validatedBy(DocumentNode field, List<ValidationSource> sources) {
    field.setValidationSources(sources);
    if (!field.isButton()) {
      field.setExtracted(sources.contains(ValidationSource.SCORE));
    }
  }

  /** Returns the texts of a number or date, which the field holds unless the schema denies it. */
  static FieldText typed(
      FieldDefinition field, DatapointType type, @Nullable String displayed, String text)
      throws Refused {
    field.requireType(type);
    if (text.isEmpty()) {
      return FieldText.of(displayed == null ? "" : displayed);
    }
    String machineText =
        type.equals(DatapointType.NUMBER)
            ? FieldDefinition.plainNumber(text).orElseThrow().toPlainString()
            : FieldDefinition.isoDate(text).orElseThrow().toString();
    return displayed == null && field.schema().isPresent()
        ? field.write(machineText)
        : new FieldText(displayed == null ? text : displayed, machineText);
  }

  void appendRow(String table, Consumer<RowBuilder> cells) {
    appendRow(document.paths().table(table), cells);
  }

  private void appendRow(DocumentNode table, Consumer<RowBuilder> cells) {
    DocumentNode row = document.appendRow(table);
    try {
      RowBuilder builder = new RowBuilder(document, row);
      cells.accept(builder);
      builder.finish();
    } catch (RuntimeException e) {
      document.remove(row);
      throw e;
    }
  }

  void appendValue(String list, String text) {
    DocumentNode value = document.appendValue(document.paths().list(list));
    set(value, definition -> definition.read(text));
    captured(value);
  }

  /**
   * Removes the node at a path. If the path is a column or the schema id of rows, removes each of
   * them.
   */
  void removeEvery(String path) {
    List<DocumentNode> named = document.nodes(node -> node.schemaId().equals(path));
    (named.isEmpty() ? List.of(document.paths().node(path)) : named).forEach(document::remove);
  }

  void removeAll(String multivalue) {
    List.copyOf(document.paths().multivalue(multivalue).children()).forEach(document::remove);
  }
}
