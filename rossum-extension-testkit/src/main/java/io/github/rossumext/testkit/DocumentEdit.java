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
import java.math.BigDecimal;
import java.time.LocalDate;
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

  void set(String path, BigDecimal number) {
    set(field(path), definition -> definition.number(number));
  }

  void set(String path, LocalDate date) {
    set(field(path), definition -> definition.date(date));
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

  /** Returns the texts of a number. Throws if the schema says another type. */
  static FieldText number(FieldDefinition field, @Nullable String displayed, String number)
      throws Refused {
    field.requireType(DatapointType.NUMBER);
    if (number.isEmpty()) {
      return FieldText.of(displayed == null ? "" : displayed);
    }
    BigDecimal known = FieldDefinition.plainNumber(number).orElseThrow();
    if (displayed == null && field.schema().isPresent()) {
      return field.number(known);
    }
    return new FieldText(displayed == null ? number : displayed, known.toPlainString());
  }

  /** Returns the texts of a date. Throws if the schema says another type. */
  static FieldText date(FieldDefinition field, @Nullable String displayed, String date)
      throws Refused {
    field.requireType(DatapointType.DATE);
    if (date.isEmpty()) {
      return FieldText.of(displayed == null ? "" : displayed);
    }
    LocalDate known = FieldDefinition.isoDate(date).orElseThrow();
    if (displayed == null && field.schema().isPresent()) {
      return field.date(known);
    }
    return new FieldText(displayed == null ? date : displayed, known.toString());
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
