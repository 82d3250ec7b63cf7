package io.github.rossumext.testkit;

import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.schema.SchemaNode;
import io.github.rossumext.schema.SchemaSection;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.FieldText;
import io.github.rossumext.testkit.internal.document.Refused;
import io.github.rossumext.value.Option;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Fills the empty document of a schema: its fields hold their default values, its tables have no
 * rows. What the schema does not have throws at once, with the nearest names. Numbers and dates are
 * displayed as the schema says. Not thread-safe; what it gives is.
 *
 * <pre>{@code
 * Fixture order =
 *     DocumentBuilder.of(Path.of("schema.json"))
 *         .set("order_id", "123456")
 *         .row("line_items", r -> r.field("item_code", "A-1").number("item_quantity", "2"))
 *         .build();
 * }</pre>
 */
public final class SchemaDocumentBuilder {
  private final Schema schema;
  private final DocumentEdit edit;

  SchemaDocumentBuilder(Schema schema) {
    if (schema.sections().isEmpty()) {
      throw new IllegalArgumentException("The schema has no sections.");
    }
    this.schema = schema;
    Document document = Document.empty("The schema", schema);
    this.edit = new DocumentEdit(document);
    Set<String> ids = new HashSet<>();
    for (SchemaSection section : schema.sections()) {
      SectionBuilder.addOnce(ids, section.id());
      DocumentNode node = document.appendSection(section.id());
      for (SchemaNode child : section.children()) {
        SectionBuilder.addOnce(ids, child.id());
        if (child instanceof SchemaDatapoint field) {
          byDefault(document.appendCell(node, field.id()), field.defaultValue().orElse(""));
        } else if (child instanceof SchemaMultivalue) {
          document.appendMultivalue(node, child.id());
        }
      }
    }
  }

  private static void byDefault(DocumentNode field, String text) {
    if (!text.isEmpty() && !field.isButton()) {
      try {
        field.setText(field.definition().read(text));
      } catch (Refused e) {
        field.setText(FieldText.of(text));
      }
    }
  }

  /**
   * Sets a field, or the cell of a row that was added before, such as {@code
   * line_items[0].item_code}. A text that shows a number or date gets its machine text too; one
   * that should and does not is kept as Rossum keeps what it cannot read, without.
   *
   * @throws IllegalArgumentException if the schema has no such field, it is a table or a button, or
   *     an enum has no such option
   */
  public SchemaDocumentBuilder set(String path, String text) {
    edit.set(path, text);
    DocumentEdit.captured(edit.field(path));
    return this;
  }

  /**
   * Gives an enum options in this document.
   *
   * @throws IllegalArgumentException if the schema has no such field
   */
  public SchemaDocumentBuilder options(String path, Option... options) {
    edit.field(path).setOptions(List.of(options));
    return this;
  }

  /**
   * Hides or shows a field in this document, whatever the schema says.
   *
   * @throws IllegalArgumentException if the schema has no such field
   */
  public SchemaDocumentBuilder hidden(String path, boolean hidden) {
    edit.datapoint(path).setHidden(hidden);
    return this;
  }

  /**
   * Appends a row; cells that are not named are empty.
   *
   * @throws IllegalArgumentException if the schema has no such table or column
   */
  public SchemaDocumentBuilder row(String table, Consumer<RowBuilder> cells) {
    edit.appendRow(table, cells);
    return this;
  }

  /**
   * Appends a value to a simple multivalue.
   *
   * @throws IllegalArgumentException if the schema has no such simple multivalue
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
