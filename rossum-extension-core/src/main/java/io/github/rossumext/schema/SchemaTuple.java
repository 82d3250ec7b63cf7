package io.github.rossumext.schema;

import java.util.List;

/** The row of a table in a schema. Immutable and thread-safe. */
public final class SchemaTuple extends SchemaNode {
  SchemaTuple(SchemaReader.Common common, List<SchemaNode> children) {
    super(common, children);
  }

  /** Returns the columns, in the order of the schema. */
  public List<SchemaDatapoint> columns() {
    return only(SchemaDatapoint.class, children());
  }

  /** Returns the names by which the extraction knows it; the first that is found wins. */
  public List<String> rirFieldNames() {
    return textsAt("rir_field_names");
  }
}
