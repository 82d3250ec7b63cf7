package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.maven.project.GoalException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A section, field, table, row or column of a schema.
 *
 * @param parent the path of its parent; {@code ""} for a section
 * @param isInTable whether a document may have several of it
 * @param attributes its keys without those of its children
 */
record SchemaElement(String id, String parent, boolean isInTable, ObjectNode attributes) {
  String path() {
    return parent.isEmpty() ? id : parent + "/" + id;
  }

  String category() {
    return attributes.path("category").asText("");
  }

  /** Returns the type of a field; {@code ""} for anything else. */
  String type() {
    return attributes.path("type").asText("");
  }

  /** Returns category and type for a text. */
  String kind() {
    return type().isEmpty() ? category() : category() + " of type " + type();
  }

  /**
   * Returns the elements of a schema by their ids, parents first.
   *
   * @param content the sections
   * @throws GoalException if an id is missing or there twice
   */
  static Map<String, SchemaElement> all(JsonNode content) {
    Map<String, SchemaElement> all = new LinkedHashMap<>();
    collect(content, "", false, all);
    return all;
  }

  private static void collect(
      JsonNode nodes, String parent, boolean isInTable, Map<String, SchemaElement> all) {
    Iterable<JsonNode> each = nodes.isObject() ? List.of(nodes) : nodes;
    for (JsonNode node : each) {
      String id = node.path("id").asText("");
      if (!(node instanceof ObjectNode object) || id.isEmpty()) {
        throw new GoalException(
            "An element of the schema"
                + (parent.isEmpty() ? "" : " in " + parent)
                + " has no id. Give each element an id.");
      }
      ObjectNode attributes = object.deepCopy();
      attributes.remove("children");
      SchemaElement element = new SchemaElement(id, parent, isInTable, attributes);
      SchemaElement other = all.put(id, element);
      if (other != null) {
        throw new GoalException(
            "The schema has the id '"
                + id
                + "' twice, in "
                + other.path()
                + " and "
                + element.path()
                + ". Ids are unique in a schema.");
      }
      collect(
          node.path("children"),
          element.path(),
          isInTable || element.category().equals("multivalue"),
          all);
    }
  }
}
