package io.github.rossumext.testkit.internal.document;

import io.github.rossumext.content.Category;
import io.github.rossumext.internal.check.FieldFacts;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.schema.SchemaNode;
import io.github.rossumext.value.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The knowledge about a document's nodes: from the document itself, or else from the schema.
 * Without a schema, the first content of a field shows its type: a field with options is an enum,
 * and a field whose normalized value is a number or date has that type. Not thread-safe.
 */
public final class DocumentSchema {
  private static final DatapointType UNKNOWN = new DatapointType("");

  private final @Nullable Schema schema;
  private final Map<String, DatapointType> seen = new HashMap<>();
  private final Map<String, FieldDefinition> fields = new HashMap<>();

  DocumentSchema(@Nullable Schema schema) {
    this.schema = schema;
  }

  /**
   * Returns whether Rossum documents a format, so that the simulator displays it.
   *
   * @param type the type of the field, such as {@code number}
   * @param format the format in the schema
   */
  public static boolean isDocumentedFormat(String type, String format) {
    return FieldFormat.of(new DatapointType(type), format).isKnown();
  }

  /** Returns whether there is a schema. */
  public boolean isKnown() {
    return schema != null;
  }

  /** Returns the definition of the fields of a schema id. */
  public FieldDefinition field(String schemaId) {
    FieldDefinition known = fields.get(schemaId);
    if (known == null) {
      SchemaDatapoint found = schema == null ? null : schema.datapoint(schemaId).orElse(null);
      known = new FieldDefinition(schemaId, found, seen.getOrDefault(schemaId, UNKNOWN));
      fields.put(schemaId, known);
    }
    return known;
  }

  /** Returns the definitions of all fields of the schema; empty without a schema. */
  public List<SchemaDatapoint> fields() {
    List<SchemaDatapoint> all = new ArrayList<>();
    if (schema != null) {
      schema.schemaIds().forEach(id -> schema.datapoint(id).ifPresent(all::add));
    }
    return all;
  }

  /** Reads a field, to find out its type if the schema does not have it. */
  void look(DocumentNode field) {
    String schemaId = field.schemaId();
    if (!seen.containsKey(schemaId) && field(schemaId).schema().isEmpty()) {
      DatapointType type = looksLike(field);
      if (!type.equals(UNKNOWN)) {
        seen.put(schemaId, type);
        fields.remove(schemaId);
      }
    }
  }

  private static DatapointType looksLike(DocumentNode field) {
    if (!field.hasContent()) {
      return DatapointType.BUTTON;
    }
    if (field.hasOwnOptions()) {
      return DatapointType.ENUM;
    }
    String normalized = field.text().normalized();
    if (normalized == null) {
      return UNKNOWN;
    }
    if (DateFormat.iso(normalized).isPresent()) {
      return DatapointType.DATE;
    }
    return NumberFormat.plain(normalized).isPresent() ? DatapointType.NUMBER : UNKNOWN;
  }

  /** Returns the table or simple multivalue in the schema. */
  public Optional<SchemaMultivalue> multivalue(String schemaId) {
    return schema == null ? Optional.empty() : schema.multivalue(schemaId);
  }

  /** Returns the label of a node; {@code ""} if the schema has none. */
  public String label(String schemaId) {
    return schema == null ? "" : schema.bySchemaId(schemaId).map(SchemaNode::label).orElse("");
  }

  /** Returns the options of an enum: its own, or else the schema's; empty if they are unknown. */
  public Optional<List<Option>> options(DocumentNode field) {
    FieldFacts facts = field(field.schemaId()).facts();
    return (field.hasOwnOptions() ? facts.withOptions(field.ownOptions()) : facts).options();
  }

  /** Returns whether the node is hidden, or anything around it. */
  public boolean isHidden(DocumentNode node) {
    Optional<Boolean> own = node.ownHidden();
    boolean isHidden =
        own.isPresent()
            ? own.get()
            : schema != null
                && schema.bySchemaId(node.schemaId()).filter(SchemaNode::isHidden).isPresent();
    return isHidden || node.parent().filter(this::isHidden).isPresent();
  }

  /** Returns the columns of a table, in the order of the schema, else of its rows. */
  public List<String> columns(DocumentNode table) {
    List<SchemaDatapoint> known =
        multivalue(table.schemaId()).map(SchemaMultivalue::columns).orElse(List.of());
    if (!known.isEmpty()) {
      return known.stream().map(SchemaDatapoint::id).toList();
    }
    Set<String> columns = new LinkedHashSet<>();
    for (DocumentNode row : table.children()) {
      row.children().forEach(cell -> columns.add(cell.schemaId()));
    }
    return List.copyOf(columns);
  }

  /** Returns the sum of the numbers in a column, in the format of the column. */
  public String sum(DocumentNode table, String column) {
    BigDecimal sum = BigDecimal.ZERO;
    for (DocumentNode row : table.children()) {
      for (DocumentNode cell : row.children()) {
        if (cell.schemaId().equals(column)) {
          sum = sum.add(NumberFormat.plain(cell.machineText()).orElse(BigDecimal.ZERO));
        }
      }
    }
    try {
      return field(column).write(sum.toPlainString()).displayed();
    } catch (Refused e) {
      return sum.toPlainString(); // the format has no decimals
    }
  }

  /** Returns the schema id of the rows or values of a multivalue. */
  String childId(DocumentNode multivalue) {
    return multivalue(multivalue.schemaId())
        .flatMap(SchemaMultivalue::child)
        .map(SchemaNode::id)
        .orElseGet(
            () ->
                multivalue.children().isEmpty()
                    ? one(multivalue.schemaId())
                    : multivalue.children().get(0).schemaId());
  }

  /** Returns a name for one of these: {@code line_item} for {@code line_items}. */
  public static String one(String plural) {
    return plural.endsWith("s") && plural.length() > 1
        ? plural.substring(0, plural.length() - 1)
        : plural + "_item";
  }

  /** Returns whether a multivalue holds rows; empty if this is unknown. */
  public Optional<Boolean> isTable(DocumentNode multivalue) {
    return multivalue(multivalue.schemaId())
        .filter(known -> known.child().isPresent())
        .map(SchemaMultivalue::isTable)
        .or(
            () ->
                multivalue.children().stream()
                    .findFirst()
                    .map(child -> !child.category().equals(Category.DATAPOINT)));
  }
}
