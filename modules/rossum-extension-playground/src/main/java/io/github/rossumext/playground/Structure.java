package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaNode;
import io.github.rossumext.schema.SchemaTuple;
import io.github.rossumext.schema.UiType;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.testkit.simulator.SimulatedMultivalue;
import io.github.rossumext.testkit.simulator.SimulatedNode;
import io.github.rossumext.testkit.simulator.SimulatedSection;
import io.github.rossumext.value.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a document that seldom change while it is open: its sections, and what is known of
 * each schema id.
 *
 * @param json the sections and definitions
 * @param options the options in the definitions, by schema id
 */
record Structure(ObjectNode json, Map<String, List<Option>> options) {
  static Structure of(List<SimulatedSection> sections, Keys keys) {
    Structure structure = new Structure(Json.object(), new HashMap<>());
    structure.json.putObject("definitions");
    ArrayNode list = structure.json.putArray("sections");
    for (SimulatedSection section : sections) {
      ObjectNode json = list.addObject();
      json.put("schemaId", section.schemaId());
      json.put("label", section.label());
      ArrayNode children = json.putArray("children");
      for (SimulatedNode child : section.children()) {
        children.addObject().put("key", keys.of(child.id())).put("schemaId", child.schemaId());
        structure.define(child);
      }
    }
    return structure;
  }

  private void define(SimulatedNode node) {
    if (node instanceof SimulatedField field) {
      define(field);
    } else if (node instanceof SimulatedMultivalue multivalue) {
      ObjectNode definition = add(multivalue.schemaId(), multivalue.label());
      multivalue.definition().ifPresent(known -> definition.put("max", known.maxOccurrences()));
      multivalue.definition().stream()
          .flatMap(known -> known.child().stream())
          .forEach(child -> inside(child, definition));
      multivalue.values().stream().findFirst().ifPresent(value -> define(value, definition));
      multivalue.rows().stream().findFirst().ifPresent(row -> row.fields().forEach(this::define));
    }
  }

  private ObjectNode add(String schemaId, String label) {
    ObjectNode definition = json.withObject("/definitions").putObject(schemaId);
    return definition.put("label", label.isEmpty() ? schemaId : label);
  }

  /** What a table or list without rows or values may hold. */
  private void inside(SchemaNode child, ObjectNode around) {
    if (child instanceof SchemaTuple row) {
      row.columns().forEach(this::column);
    } else if (child instanceof SchemaDatapoint value) {
      around.put("valueId", value.id());
      column(value);
    }
  }

  private void column(SchemaDatapoint column) {
    ObjectNode definition = add(column.id(), column.label());
    definition.put("hidden", column.isHidden());
    definition.put("type", column.type().value());
    boolean isButton = column.type().equals(DatapointType.BUTTON);
    definition.put("required", column.isRequired() && !isButton);
    describe(definition, column);
  }

  private void define(SimulatedField value, ObjectNode list) {
    list.put("valueId", value.schemaId());
    define(value);
  }

  private void define(SimulatedField field) {
    ObjectNode definition = add(field.schemaId(), field.label());
    DatapointType type = field.isButton() ? DatapointType.BUTTON : field.type();
    definition.put("type", type.value());
    definition.put("required", field.isRequired());
    definition.put("readOnly", field.isReadOnly());
    field.uiType().map(UiType::value).ifPresent(ui -> definition.put("ui", ui));
    field.definition().ifPresent(known -> describe(definition, known));
  }

  private void describe(ObjectNode definition, SchemaDatapoint known) {
    definition.put("edit", known.edit().value());
    known.description().ifPresent(text -> definition.put("description", text));
    known.width().ifPresent(width -> definition.put("width", width));
    definition.put("stretch", known.isStretched());
    known
        .aggregations()
        .flatMap(all -> all.find("sum"))
        .ifPresent(
            sum ->
                definition.put(
                    "sum",
                    sum.find("label").flatMap(label -> label.scalar()).orElse(known.label())));
    if (!known.options().isEmpty()) {
      options.put(known.id(), known.options());
      ArrayNode list = definition.putArray("options");
      known.options().forEach(option -> list.addArray().add(option.value()).add(option.label()));
    }
  }
}
