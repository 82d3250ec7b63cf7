package io.github.rossumext.schema;

import java.util.List;
import java.util.Optional;

/**
 * A section of a schema, whose children are fields, tables and simple multivalues. Immutable and
 * thread-safe.
 */
public final class SchemaSection extends SchemaNode {
  SchemaSection(SchemaReader.Common common, List<SchemaNode> children) {
    super(common, children);
  }

  /** Returns the icon that the user sees next to it. */
  public Optional<String> icon() {
    return textAt("icon");
  }
}
