package io.github.rossumext.testkit.internal.document;

import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.schema.SchemaNode;
import io.github.rossumext.schema.SchemaSection;

/** A document as the schema has it, before anything was captured. */
public final class Skeleton {
  private Skeleton() {}

  /** Returns the document: every field with its default value, every table and list empty. */
  public static Document of(String name, Schema schema) {
    Document document = Document.empty(name, schema);
    for (SchemaSection section : schema.sections()) {
      DocumentNode node = document.appendSection(section.id());
      for (SchemaNode child : section.children()) {
        if (child instanceof SchemaDatapoint field) {
          byDefault(document.appendCell(node, field.id()), field.defaultValue().orElse(""));
        } else if (child instanceof SchemaMultivalue) {
          document.appendMultivalue(node, child.id());
        }
      }
    }
    return document;
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
}
