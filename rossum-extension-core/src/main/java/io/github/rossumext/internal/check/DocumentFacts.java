package io.github.rossumext.internal.check;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the fields and tables of one document: what the document says itself, else what
 * its schema says. Not thread-safe.
 */
public final class DocumentFacts {
  private final Supplier<Optional<Schema>> schema;
  private final IdentityHashMap<Multivalue, MultivalueFacts> multivalues = new IdentityHashMap<>();

  private DocumentFacts(Supplier<Optional<Schema>> schema) {
    this.schema = schema;
  }

  /**
   * Returns the facts of a document.
   *
   * @param schema the schema; empty if it is unknown. It is asked for when it is needed.
   */
  public static DocumentFacts of(Supplier<Optional<Schema>> schema) {
    return new DocumentFacts(schema);
  }

  /** Returns the schema; empty if it is unknown. */
  public Optional<Schema> schema() {
    return schema.get();
  }

  /** Returns what the schema says of a field or column; null if it is unknown. */
  public @Nullable SchemaDatapoint definition(String schemaId) {
    return schema.get().flatMap(known -> known.datapoint(schemaId)).orElse(null);
  }

  /** Returns what is known of a field that Rossum sent. */
  public FieldFacts field(Datapoint datapoint) {
    return FieldFacts.of(datapoint, definition(datapoint.schemaId()));
  }

  /** Returns what the schema tells of a field or column. */
  public FieldFacts field(String schemaId) {
    return FieldFacts.ofDefinition(schemaId, definition(schemaId));
  }

  /** Returns what is known of a cell of a new row. */
  public FieldFacts newCell(Multivalue table, String column) {
    return field(column).withButton(multivalue(table).isButton(column));
  }

  /** Returns what is known of a table or simple multivalue. */
  public MultivalueFacts multivalue(Multivalue node) {
    return multivalues.computeIfAbsent(
        node, key -> new MultivalueFacts(key, schema.get().orElse(null)));
  }
}
