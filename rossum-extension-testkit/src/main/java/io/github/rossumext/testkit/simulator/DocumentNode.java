package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.content.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One node of the simulated document: its JSON, which changes, and its place (protocol §3.4). */
final class DocumentNode {
  private final ObjectNode json;
  private final @Nullable DocumentNode parent;
  private final Category category;
  private final long id;
  private final List<DocumentNode> children = new ArrayList<>();

  private DocumentNode(ObjectNode json, @Nullable DocumentNode parent, Category category) {
    this.json = json;
    this.parent = parent;
    this.category = category;
    this.id = JsonTree.lenientId(json.path("id")).orElse(0);
  }

  /** The node of this JSON with everything below it. */
  static DocumentNode of(ObjectNode json, @Nullable DocumentNode parent) {
    DocumentNode node = new DocumentNode(json, parent, category(json, parent));
    for (JsonNode child : json.path("children")) {
      if (child instanceof ObjectNode object) {
        node.children.add(of(object, node));
      }
    }
    return node;
  }

  // A node without category is a datapoint if it has content, else a container by its place (§3.5).
  private static Category category(ObjectNode json, @Nullable DocumentNode parent) {
    String named = JsonTree.scalar(json.path("category"));
    if (named != null) {
      return new Category(named);
    }
    if (json.has("content")) {
      return Category.DATAPOINT;
    }
    if (parent == null) {
      return Category.SECTION;
    }
    return parent.category.equals(Category.SECTION) ? Category.MULTIVALUE : Category.TUPLE;
  }

  ObjectNode json() {
    return json;
  }

  Optional<DocumentNode> parent() {
    return Optional.ofNullable(parent);
  }

  List<DocumentNode> children() {
    return List.copyOf(children);
  }

  long id() {
    return id;
  }

  String schemaId() {
    return json.path("schema_id").asText("");
  }

  Category category() {
    return category;
  }

  boolean isDatapoint() {
    return category.equals(Category.DATAPOINT);
  }

  boolean isMultivalue() {
    return category.equals(Category.MULTIVALUE);
  }

  boolean isTuple() {
    return category.equals(Category.TUPLE);
  }

  boolean isChildOfMultivalue() {
    return parent != null && parent.isMultivalue();
  }

  boolean hasContent() {
    return json.path("content").isObject();
  }

  /** The value as it is displayed. */
  String value() {
    String value = JsonTree.scalar(json.path("content").path("value"));
    return value == null ? "" : value;
  }

  @Nullable String normalizedValue() {
    return JsonTree.scalar(json.path("content").path("normalized_value"));
  }

  /** The machine text, as an extension reads it. */
  String text() {
    String normalized = normalizedValue();
    return normalized == null || normalized.isEmpty() ? value() : normalized;
  }

  void value(String displayed, @Nullable String normalized) {
    ObjectNode content = content();
    content.put("value", displayed);
    content.put("normalized_value", normalized);
  }

  ObjectNode content() {
    return json.path("content") instanceof ObjectNode known ? known : json.putObject("content");
  }

  List<String> validationSources() {
    List<String> sources = new ArrayList<>();
    json.path("validation_sources").forEach(source -> sources.add(source.asText()));
    return sources;
  }

  void validationSources(Iterable<String> sources) {
    ArrayNode list = json.putArray("validation_sources");
    sources.forEach(list::add);
  }

  void append(DocumentNode child) {
    ArrayNode list =
        json.path("children") instanceof ArrayNode known ? known : json.putArray("children");
    list.add(child.json);
    children.add(child);
  }

  void remove(DocumentNode child) {
    children.remove(child);
    // By place and not by equality: two rows may hold the same.
    ArrayNode left = json.putArray("children");
    children.forEach(kept -> left.add(kept.json));
  }

  /** What and which it is, such as {@code the field 'order_id'}. */
  String named() {
    if (isDatapoint()) {
      return (hasContent() ? "the field '" : "the button '") + schemaId() + "'";
    }
    return "the " + category + " '" + schemaId() + "'";
  }
}
