package io.github.rossumext.testkit.simulator;

import io.github.rossumext.content.Category;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.schema.SchemaNode;
import io.github.rossumext.schema.UiType;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.RawJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the schema says of the fields of a document. Where there is no schema, a field is what its
 * first content looks like: an enum if it brought options, a number or date if its normalized value
 * is one, else of no known type.
 */
final class FieldTypes {
  private static final DatapointType UNKNOWN = new DatapointType("");

  private final @Nullable Schema schema;
  private final Map<String, DatapointType> inferred = new HashMap<>();

  FieldTypes(@Nullable Schema schema) {
    this.schema = schema;
  }

  /** Looks at a field as it came, to know its type where there is no schema. */
  void look(DocumentNode field) {
    DatapointType type = looksLike(field);
    if (!type.equals(UNKNOWN)) {
      inferred.putIfAbsent(field.schemaId(), type);
    }
  }

  private static DatapointType looksLike(DocumentNode field) {
    if (!field.hasContent()) {
      return DatapointType.BUTTON;
    }
    if (field.json().path("options").isArray()) {
      return DatapointType.ENUM;
    }
    String normalized = field.normalizedValue();
    if (normalized == null) {
      return UNKNOWN;
    }
    if (DateFormats.iso(normalized).isPresent()) {
      return DatapointType.DATE;
    }
    return NumberFormats.plain(normalized).isPresent() ? DatapointType.NUMBER : UNKNOWN;
  }

  boolean isKnown() {
    return schema != null;
  }

  Optional<SchemaDatapoint> definition(String schemaId) {
    return Optional.ofNullable(schema).flatMap(known -> known.datapoint(schemaId));
  }

  Optional<SchemaMultivalue> multivalue(String schemaId) {
    return Optional.ofNullable(schema).flatMap(known -> known.multivalue(schemaId));
  }

  List<SchemaDatapoint> definitions() {
    List<SchemaDatapoint> all = new ArrayList<>();
    if (schema != null) {
      for (String id : schema.schemaIds()) {
        schema.datapoint(id).ifPresent(all::add);
      }
    }
    return all;
  }

  /** The type of the fields of a schema id; the empty word if it is not known. */
  DatapointType type(String schemaId) {
    return definition(schemaId)
        .map(SchemaDatapoint::type)
        .orElseGet(() -> inferred.getOrDefault(schemaId, UNKNOWN));
  }

  boolean isButton(DocumentNode field) {
    return type(field.schemaId()).equals(DatapointType.BUTTON);
  }

  boolean isFormula(String schemaId) {
    return definition(schemaId).filter(SchemaDatapoint::isFormula).isPresent();
  }

  /** Whether the extraction has no part in it, so that no validation is asked for. */
  boolean isNotCaptured(String schemaId) {
    UiType type = definition(schemaId).flatMap(SchemaDatapoint::uiType).orElse(UiType.CAPTURED);
    return type.isOneOf(UiType.DATA, UiType.MANUAL, UiType.FORMULA) || isFormula(schemaId);
  }

  /** The format of a number or date; empty if it is shown as it is. */
  String format(String schemaId, String byDefault) {
    SchemaDatapoint definition = definition(schemaId).orElse(null);
    if (definition == null) {
      return "";
    }
    RawJson format = definition.find("format").orElse(null);
    return format == null ? byDefault : format.scalar().orElse("");
  }

  /** The choices of an enum: its own, else those of the schema; empty if they are not known. */
  Optional<List<Option>> options(DocumentNode field) {
    if (field.json().path("options").isArray()) {
      List<Option> own = new ArrayList<>();
      field
          .json()
          .path("options")
          .forEach(
              option ->
                  own.add(
                      Option.of(option.path("value").asText(""), option.path("label").asText(""))));
      return Optional.of(own);
    }
    return definition(field.schemaId())
        .filter(known -> known.type().equals(DatapointType.ENUM))
        .map(SchemaDatapoint::options);
  }

  /** Whether a user does not see it: it is hidden itself, or what is around it. */
  boolean isHidden(DocumentNode node) {
    if (node.json().path("hidden").isBoolean()) {
      return node.json().path("hidden").booleanValue()
          || node.parent().filter(this::isHidden).isPresent();
    }
    return Optional.ofNullable(schema)
            .flatMap(known -> known.byId(node.schemaId()))
            .filter(SchemaNode::isHidden)
            .isPresent()
        || node.parent().filter(this::isHidden).isPresent();
  }

  /** The columns of a table, in the order of the schema, else of its rows. */
  List<String> columns(DocumentNode table) {
    List<String> columns = new ArrayList<>();
    multivalue(table.schemaId())
        .ifPresent(known -> known.columns().forEach(column -> columns.add(column.id())));
    if (columns.isEmpty()) {
      for (DocumentNode row : table.children()) {
        for (DocumentNode cell : row.children()) {
          if (!columns.contains(cell.schemaId())) {
            columns.add(cell.schemaId());
          }
        }
      }
    }
    return columns;
  }

  /** The schema id of what a multivalue holds. */
  String childId(DocumentNode multivalue) {
    return multivalue(multivalue.schemaId())
        .flatMap(SchemaMultivalue::child)
        .map(SchemaNode::id)
        .orElseGet(
            () ->
                multivalue.children().isEmpty()
                    ? multivalue.schemaId()
                    : multivalue.children().get(0).schemaId());
  }

  /** Whether a multivalue holds rows; empty if nothing tells. */
  Optional<Boolean> isTable(DocumentNode multivalue) {
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
