package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.schema.DatapointType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The document on Rossum's side: its tree, found by id and schema id, and its rows to be. */
final class Document {
  private final ObjectNode annotation;
  private final FieldTypes types;
  private final List<DocumentNode> sections = new ArrayList<>();
  private final Map<Long, DocumentNode> byId = new LinkedHashMap<>();
  private long lastId;

  Document(ObjectNode annotation, FieldTypes types) {
    this.annotation = annotation;
    this.types = types;
    for (JsonNode section : annotation.path("content")) {
      if (section instanceof ObjectNode object) {
        DocumentNode node = DocumentNode.of(object, null);
        sections.add(node);
        index(node);
      }
    }
    datapoints().forEach(types::look);
  }

  /** A document without anything, for messages that belong to no field. */
  static Document none() {
    return new Document(JsonNodeFactory.instance.objectNode(), new FieldTypes(null));
  }

  private void index(DocumentNode node) {
    byId.put(node.id(), node);
    lastId = Math.max(lastId, node.id());
    node.children().forEach(this::index);
  }

  FieldTypes types() {
    return types;
  }

  List<DocumentNode> sections() {
    return List.copyOf(sections);
  }

  Optional<DocumentNode> byId(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All nodes, those of a container after it. */
  List<DocumentNode> nodes() {
    List<DocumentNode> nodes = new ArrayList<>();
    sections.forEach(section -> collect(section, nodes));
    return nodes;
  }

  private static void collect(DocumentNode node, List<DocumentNode> nodes) {
    nodes.add(node);
    node.children().forEach(child -> collect(child, nodes));
  }

  List<DocumentNode> datapoints() {
    return nodes().stream().filter(DocumentNode::isDatapoint).toList();
  }

  /** Appends a row; the cells that are not given are empty. */
  DocumentNode appendRow(DocumentNode table) {
    ObjectNode row = node(types.childId(table), "tuple");
    row.putArray("children");
    DocumentNode tuple = DocumentNode.of(row, table);
    for (String column : types.columns(table)) {
      tuple.append(DocumentNode.of(datapoint(column), tuple));
    }
    table.append(tuple);
    index(tuple);
    return tuple;
  }

  /** Appends a cell of a column of which neither schema nor other rows know. */
  DocumentNode appendCell(DocumentNode tuple, String column) {
    DocumentNode cell = DocumentNode.of(datapoint(column), tuple);
    tuple.append(cell);
    index(cell);
    return cell;
  }

  /** Appends a value to a simple multivalue. */
  DocumentNode appendValue(DocumentNode list) {
    DocumentNode value = DocumentNode.of(datapoint(types.childId(list)), list);
    list.append(value);
    index(value);
    return value;
  }

  void remove(DocumentNode child) {
    child.parent().ifPresent(parent -> parent.remove(child));
    forget(child);
  }

  private void forget(DocumentNode node) {
    byId.remove(node.id());
    node.children().forEach(this::forget);
  }

  private ObjectNode node(String schemaId, String category) {
    long id = ++lastId;
    ObjectNode node = annotation.objectNode();
    node.put("id", id);
    String url = JsonTree.scalar(annotation.path("url"));
    if (url != null) {
      node.put("url", url + "/content/" + id);
    }
    node.put("schema_id", schemaId);
    node.put("category", category);
    return node;
  }

  private ObjectNode datapoint(String schemaId) {
    ObjectNode node = node(schemaId, "datapoint");
    if (types.type(schemaId).equals(DatapointType.BUTTON)) {
      node.putNull("content");
    } else {
      ObjectNode content = node.putObject("content");
      content.put("value", "");
      content.putNull("normalized_value");
      content.putNull("page");
      content.putNull("position");
    }
    ArrayNode sources = node.putArray("validation_sources");
    if (types.isNotCaptured(schemaId) || !node.path("content").isObject()) {
      sources.add("NA");
    }
    node.put("time_spent", 0);
    node.put("time_spent_overall", 0);
    return node;
  }
}
