package io.github.rossumext.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.schema.SchemaNode;
import io.github.rossumext.schema.SchemaSection;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.Option;
import java.util.List;
import java.util.Optional;
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
  private final ArrayNode sections = Json.newObject().putArray("content");
  private final TreeEdit tree;
  private final RowEdit rows;

  SchemaDocumentBuilder(Schema schema) {
    if (schema.sections().isEmpty()) {
      throw new IllegalArgumentException("The schema has no sections.");
    }
    this.schema = schema;
    this.tree = new TreeEdit(new TreePlaces("The schema", sections), Optional.of(schema));
    this.rows = new RowEdit(tree, Optional.of(schema));
    SchemaIds ids = new SchemaIds();
    for (SchemaSection section : schema.sections()) {
      ids.add(section.id());
      ObjectNode node = NodeJson.container("section", section.id());
      for (SchemaNode child : section.children()) {
        ids.add(child.id());
        if (child instanceof SchemaDatapoint field) {
          TreePlaces.children(node).add(tree.newField(field));
        } else if (child instanceof SchemaMultivalue table) {
          TreePlaces.children(node).add(NodeJson.container("multivalue", table.id()));
        }
      }
      sections.add(node);
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
    tree.set(path, text);
    tree.captured(path);
    return this;
  }

  /**
   * Gives an enum options in this document.
   *
   * @throws IllegalArgumentException if the schema has no such field
   */
  public SchemaDocumentBuilder options(String path, Option... options) {
    tree.options(path, List.of(options));
    return this;
  }

  /**
   * Hides or shows a field in this document, whatever the schema says.
   *
   * @throws IllegalArgumentException if the schema has no such field
   */
  public SchemaDocumentBuilder hidden(String path, boolean hidden) {
    tree.hidden(path, hidden);
    return this;
  }

  /**
   * Appends a row; cells that are not named are empty.
   *
   * @throws IllegalArgumentException if the schema has no such table or column
   */
  public SchemaDocumentBuilder row(String table, Consumer<RowBuilder> cells) {
    rows.add(table, cells);
    return this;
  }

  /**
   * Appends a value to a simple multivalue.
   *
   * @throws IllegalArgumentException if the schema has no such simple multivalue
   */
  public SchemaDocumentBuilder value(String list, String text) {
    rows.addValue(list, text);
    return this;
  }

  /** Builds the document at {@code annotation_content.initialize}, with the schema sideloaded. */
  public Fixture build() {
    return RequestTemplate.of("document", sections).withSchema(schema);
  }
}
