package io.github.rossumext.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.UiType;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Changes the fields of a document in place, by the schema where it is known. */
final class TreeEdit {
  private final TreePlaces places;
  private final Optional<Schema> schema;

  TreeEdit(TreePlaces places, Optional<Schema> schema) {
    this.places = places;
    this.schema = schema;
  }

  TreePlaces places() {
    return places;
  }

  Optional<SchemaDatapoint> definition(String schemaId) {
    return schema.flatMap(known -> known.datapoint(schemaId));
  }

  void set(String path, String text) {
    ObjectNode field = places.field(path);
    String schemaId = TreePlaces.schemaId(field);
    FieldText held =
        definition(schemaId)
            .map(definition -> FieldText.of(definition, text))
            .orElseGet(() -> FieldText.like(normalized(field), text));
    checkOption(path, field, text);
    put(field, held);
  }

  void set(String path, BigDecimal number) {
    ObjectNode field = places.field(path);
    Optional<SchemaDatapoint> definition =
        definitionOf(path, TreePlaces.schemaId(field), DatapointType.NUMBER);
    String plain = number.toPlainString();
    put(
        field,
        definition.map(known -> FieldText.of(known, number)).orElse(new FieldText(plain, plain)));
  }

  void set(String path, LocalDate date) {
    ObjectNode field = places.field(path);
    Optional<SchemaDatapoint> definition =
        definitionOf(path, TreePlaces.schemaId(field), DatapointType.DATE);
    String iso = date.toString();
    put(field, definition.map(known -> FieldText.of(known, date)).orElse(new FieldText(iso, iso)));
  }

  void set(String path, FieldText text) {
    put(places.field(path), text);
  }

  private Optional<SchemaDatapoint> definitionOf(
      String path, String schemaId, DatapointType wanted) {
    Optional<SchemaDatapoint> definition = definition(schemaId);
    if (definition.filter(known -> !known.type().equals(wanted)).isPresent()) {
      throw new IllegalArgumentException(
          "'"
              + path
              + "' is of type "
              + definition.orElseThrow().type()
              + " in the schema, not "
              + wanted
              + ".");
    }
    return definition;
  }

  private static Optional<String> normalized(ObjectNode field) {
    JsonNode normalized = field.path("content").path("normalized_value");
    return normalized.isTextual() ? Optional.of(normalized.asText()) : Optional.empty();
  }

  private void put(ObjectNode field, FieldText text) {
    ObjectNode content =
        field.get("content") instanceof ObjectNode known ? known : field.putObject("content");
    content.put("value", text.value()).put("normalized_value", text.normalized());
    if (text.value().isEmpty()) {
      content.putNull("page").putNull("position");
      NodeJson.sources(field, List.of());
    }
  }

  private void checkOption(String path, ObjectNode field, String text) {
    List<String> values =
        field.get("options") instanceof ArrayNode options
            ? values(options)
            : definition(TreePlaces.schemaId(field)).map(SchemaDatapoint::options).stream()
                .flatMap(List::stream)
                .map(Option::value)
                .toList();
    if (!text.isEmpty()
        && !values.isEmpty()
        && values.stream().noneMatch(value -> value.equalsIgnoreCase(text))) {
      throw new IllegalArgumentException(
          "'"
              + path
              + "' has no option '"
              + text
              + "'. "
              + Nearest.question(text, values, "")
              + " Give it new options first.");
    }
  }

  private static List<String> values(ArrayNode options) {
    return options.findValuesAsText("value");
  }

  /** Marks a field as what the extraction has found, unless it comes from elsewhere. */
  void captured(String path) {
    ObjectNode field = places.field(path);
    String value = field.path("content").path("value").asText();
    List<ValidationSource> sources =
        usualSources(definition(TreePlaces.schemaId(field)), new FieldText(value, null));
    NodeJson.sources(field, sources);
    NodeJson.seen((ObjectNode) field.get("content"), value, sources);
  }

  void hidden(String path, boolean hidden) {
    places.datapoint(path).put("hidden", hidden);
  }

  void options(String path, List<Option> options) {
    NodeJson.options(places.field(path), options);
  }

  void schemaOptions(String path) {
    places.field(path).remove("options");
  }

  void sources(String path, List<ValidationSource> sources) {
    NodeJson.sources(places.datapoint(path), sources);
  }

  /** The node of a field that an author described. */
  ObjectNode newField(FieldSpec spec) {
    Optional<SchemaDatapoint> definition = definition(spec.schemaId);
    FieldText text = definition.map(spec::held).orElseGet(spec::held);
    if (spec.kind == FieldSpec.Kind.BUTTON) {
      return finished(NodeJson.button(spec.schemaId), spec);
    }
    List<ValidationSource> sources = spec.sources;
    if (sources == null) {
      sources = usualSources(definition, text);
    }
    ObjectNode node = finished(NodeJson.datapoint(spec.schemaId, text, sources), spec);
    checkOption(spec.schemaId, node, text.value());
    return node;
  }

  /** An empty field of the schema, or the button that it is, with the default value if any. */
  ObjectNode newField(SchemaDatapoint definition) {
    if (definition.type().equals(DatapointType.BUTTON)) {
      return NodeJson.button(definition.id());
    }
    FieldText text = FieldText.of(definition, definition.defaultValue().orElse(""));
    return NodeJson.datapoint(
        definition.id(), text, isCaptured(definition) ? List.of() : List.of(ValidationSource.NA));
  }

  private static ObjectNode finished(ObjectNode node, FieldSpec spec) {
    if (spec.options != null) {
      NodeJson.options(node, spec.options);
    }
    if (spec.hidden != null) {
      node.put("hidden", spec.hidden);
    }
    return node;
  }

  static List<ValidationSource> usualSources(Optional<SchemaDatapoint> definition, FieldText text) {
    if (definition.filter(known -> !isCaptured(known)).isPresent()) {
      return List.of(ValidationSource.NA);
    }
    return text.value().isEmpty() ? List.of() : List.of(ValidationSource.SCORE);
  }

  private static boolean isCaptured(SchemaDatapoint definition) {
    return definition.uiType().filter(type -> !type.equals(UiType.CAPTURED)).isEmpty();
  }
}
