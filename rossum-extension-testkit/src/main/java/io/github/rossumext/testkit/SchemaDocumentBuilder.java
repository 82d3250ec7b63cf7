package io.github.rossumext.testkit;

import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaSection;
import io.github.rossumext.testkit.internal.document.Skeleton;
import io.github.rossumext.value.Option;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A builder that fills the empty document of a schema. At first, fields hold their default values
 * and tables have no rows. A path that the schema does not have throws at once and names the
 * nearest. Numbers and dates are displayed in the format of the schema. Not thread-safe; the
 * fixtures are.
 *
 * {@snippet class="io.github.rossumext.snippets.DocumentSnippetsTest" region="schema-document"}
 */
public final class SchemaDocumentBuilder {
  private final Schema schema;
  private final DocumentEdit edit;

  SchemaDocumentBuilder(Schema schema) {
    if (schema.sections().isEmpty()) {
      throw new IllegalArgumentException("The schema has no sections.");
    }
    this.schema = schema;
    Set<String> ids = new HashSet<>();
    for (SchemaSection section : schema.sections()) {
      SectionBuilder.addOnce(ids, section.id());
      section.children().forEach(child -> SectionBuilder.addOnce(ids, child.id()));
    }
    this.edit = new DocumentEdit(Skeleton.of("The schema", schema));
  }

  /**
   * Sets a field, or a cell of an added row, such as {@code line_items[0].item_code}. A number or
   * date also gets its normalized value. A text that cannot be read as one stays without a
   * normalized value, as in Rossum.
   *
   * @throws IllegalArgumentException if the schema does not have the field, if it is a table or a
   *     button, or if the enum does not have the option
   */
  public SchemaDocumentBuilder set(String path, String text) {
    edit.set(path, text);
    DocumentEdit.captured(edit.field(path));
    return this;
  }

  /**
   * Sets the options of an enum in this document.
   *
   * @throws IllegalArgumentException if the schema does not have the field
   */
  public SchemaDocumentBuilder options(String path, Option... options) {
    edit.field(path).setOptions(List.of(options));
    return this;
  }

  /**
   * Hides or shows a field in this document, whatever the schema says.
   *
   * @throws IllegalArgumentException if the schema does not have the field
   */
  public SchemaDocumentBuilder hidden(String path, boolean hidden) {
    edit.datapoint(path).setHidden(hidden);
    return this;
  }

  /**
   * Appends a row. Cells that you do not set are empty.
   *
   * @throws IllegalArgumentException if the schema does not have the table or column
   */
  public SchemaDocumentBuilder row(String table, Consumer<RowBuilder> cells) {
    edit.appendRow(table, cells);
    return this;
  }

  /**
   * Appends a value to a list.
   *
   * @throws IllegalArgumentException if the schema does not have the list
   */
  public SchemaDocumentBuilder value(String list, String text) {
    edit.appendValue(list, text);
    return this;
  }

  /** Builds the document at {@code annotation_content.initialize}, with the schema sideloaded. */
  public Fixture build() {
    return RequestTemplate.of("document", edit.document()).withSchema(schema);
  }
}
