package io.github.rossumext.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.content.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A node as a slow reader sees it, which builds the whole tree with Jackson first. */
record ReferenceSchemaNode(
    Class<?> kind,
    String id,
    String category,
    boolean isHidden,
    String type,
    boolean isFormula,
    List<ReferenceSchemaNode> children) {

  static List<ReferenceSchemaNode> readAll(JsonNode schema) {
    JsonNode list = schema.isObject() ? schema.path("content") : schema;
    return list.isArray() ? nodes(list, 0) : List.of();
  }

  private static List<ReferenceSchemaNode> nodes(JsonNode children, int depth) {
    List<JsonNode> objects = new ArrayList<>();
    if (children.isObject()) {
      objects.add(children);
    } else {
      StreamSupport.stream(children.spliterator(), false)
          .filter(JsonNode::isObject)
          .forEach(objects::add);
    }
    return objects.stream().map(object -> read(object, depth)).toList();
  }

  private static ReferenceSchemaNode read(JsonNode node, int depth) {
    String category = word(node.path("category"));
    JsonNode children = node.path("children");
    String type = word(node.path("type"));
    String kind = new Category(category).isKnown() ? category : byPlace(type, children, depth);
    boolean isDatapoint = kind.equals("datapoint");
    return new ReferenceSchemaNode(
        switch (kind) {
          case "datapoint" -> SchemaDatapoint.class;
          case "section" -> SchemaSection.class;
          case "multivalue" -> SchemaMultivalue.class;
          default -> SchemaTuple.class;
        },
        word(node.path("id")),
        category.isEmpty() ? kind : category,
        word(node.path("hidden")).equals("true"),
        isDatapoint ? type : "",
        isDatapoint && word(node.path("ui_configuration").path("type")).equals("formula"),
        isDatapoint || !children.isContainerNode() ? List.of() : nodes(children, depth + 1));
  }

  private static String byPlace(String type, JsonNode children, int depth) {
    if (children.isContainerNode()) {
      return depth == 0 ? "section" : depth == 1 ? "multivalue" : "tuple";
    }
    return depth == 0 && type.isEmpty() ? "section" : "datapoint";
  }

  private static String word(JsonNode value) {
    if (value.isTextual()) {
      return value.textValue();
    }
    return value.isNumber() || value.isBoolean() ? value.toString() : "";
  }

  static ReferenceSchemaNode of(SchemaNode node) {
    SchemaDatapoint datapoint = node instanceof SchemaDatapoint field ? field : null;
    return new ReferenceSchemaNode(
        node.getClass(),
        node.id(),
        node.category().value(),
        node.isHidden(),
        datapoint == null ? "" : datapoint.type().value(),
        datapoint != null && datapoint.isFormula(),
        node.children().stream().map(ReferenceSchemaNode::of).toList());
  }

  /** This node and all below it, in the order of the schema. */
  Stream<ReferenceSchemaNode> walk() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(ReferenceSchemaNode::walk));
  }
}
