package io.github.rossumext.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds nodes by the paths that authors write: {@code order_id}, {@code line_items[0]}, {@code
 * line_items[0].item_code}, {@code delivery_notes[1]}.
 */
final class TreePlaces {
  private static final Pattern PATH = Pattern.compile("([^\\[\\]]+)\\[(\\d{1,9})](?:\\.(.+))?");

  /** A node and the list that it is in. */
  record Place(ObjectNode node, ArrayNode siblings) {}

  private final String owner;
  private final ArrayNode sections;

  /**
   * @param owner what the document is called in messages
   * @param sections the sections of the document
   */
  TreePlaces(String owner, ArrayNode sections) {
    this.owner = owner;
    this.sections = sections;
  }

  ArrayNode sections() {
    return sections;
  }

  static String schemaId(JsonNode node) {
    return node.path("schema_id").asText();
  }

  /** All nodes, in the order of the document. */
  List<Place> all() {
    List<Place> all = new ArrayList<>();
    collect(sections, all);
    return all;
  }

  private static void collect(ArrayNode nodes, List<Place> into) {
    for (JsonNode node : nodes) {
      if (node instanceof ObjectNode object) {
        into.add(new Place(object, nodes));
        if (object.get("children") instanceof ArrayNode children) {
          collect(children, into);
        }
      }
    }
  }

  long lastId() {
    return all().stream().mapToLong(place -> place.node().path("id").asLong()).max().orElse(0);
  }

  Place place(String path) {
    List<Place> named = bySchemaId(path);
    if (named.size() == 1) {
      return named.get(0);
    }
    if (named.size() > 1) {
      throw several(path, named.size());
    }
    Matcher inside = PATH.matcher(path);
    if (!inside.matches()) {
      throw unknown(path);
    }
    ObjectNode list = multivalue(inside.group(1));
    ArrayNode children = children(list);
    int index = Integer.parseInt(inside.group(2));
    if (index >= children.size() || !(children.get(index) instanceof ObjectNode child)) {
      throw new IllegalArgumentException(
          "'"
              + inside.group(1)
              + "' has "
              + children.size()
              + (isTable(list) ? " rows" : " values")
              + ", counted from 0: there is no ["
              + index
              + "].");
    }
    return inside.group(3) == null
        ? new Place(child, children)
        : cell(child, inside.group(1), inside.group(3));
  }

  private static Place cell(ObjectNode row, String table, String column) {
    ArrayNode cells = children(row);
    List<String> columns = new ArrayList<>();
    for (JsonNode cell : cells) {
      if (schemaId(cell).equals(column) && cell instanceof ObjectNode object) {
        return new Place(object, cells);
      }
      columns.add(schemaId(cell));
    }
    throw unknownColumn(table, column, columns);
  }

  static IllegalArgumentException unknownColumn(String table, String column, List<String> known) {
    return new IllegalArgumentException(
        "The table '"
            + table
            + "' has no column '"
            + column
            + "'. "
            + Nearest.question(column, known, "It has no columns at all."));
  }

  List<Place> bySchemaId(String schemaId) {
    return all().stream().filter(place -> schemaId(place.node()).equals(schemaId)).toList();
  }

  private IllegalArgumentException unknown(String path) {
    List<String> known = all().stream().map(place -> schemaId(place.node())).toList();
    return new IllegalArgumentException(
        owner
            + " has no '"
            + path
            + "'. "
            + Nearest.question(path, known, "It has no fields at all."));
  }

  private IllegalArgumentException several(String schemaId, int count) {
    String example = schemaId;
    for (Place place : all()) {
      if (place.node().path("category").asText().equals("multivalue")) {
        List<Place> below = new ArrayList<>();
        collect(children(place.node()), below);
        if (below.stream().anyMatch(node -> schemaId(node.node()).equals(schemaId))) {
          String row = schemaId(place.node()) + "[0]";
          example =
              isTable(place.node()) && !isRow(place.node(), schemaId) ? row + "." + schemaId : row;
          break;
        }
      }
    }
    return new IllegalArgumentException(
        owner + " has " + count + " of '" + schemaId + "': say which, such as " + example + ".");
  }

  private static boolean isRow(ObjectNode table, String schemaId) {
    return schemaId(children(table).path(0)).equals(schemaId);
  }

  /** The table or simple multivalue of this name. */
  ObjectNode multivalue(String schemaId) {
    ObjectNode node = bySchemaId(schemaId).isEmpty() ? null : place(schemaId).node();
    if (node == null) {
      throw unknown(schemaId);
    }
    if (!(node.get("children") instanceof ArrayNode)
        || !node.path("category").asText("multivalue").equals("multivalue")) {
      throw new IllegalArgumentException("'" + schemaId + "' has no rows or values.");
    }
    return node;
  }

  static boolean isTable(ObjectNode multivalue) {
    return children(multivalue).path(0).has("children");
  }

  static ArrayNode children(ObjectNode container) {
    return container.get("children") instanceof ArrayNode children
        ? children
        : container.putArray("children");
  }

  /** The field, cell or button at this path. */
  ObjectNode datapoint(String path) {
    ObjectNode node = place(path).node();
    if (node.has("children")) {
      throw new IllegalArgumentException(
          "'" + path + "' is a " + node.path("category").asText("container") + ", not a field.");
    }
    return node;
  }

  /** The field or cell at this path. */
  ObjectNode field(String path) {
    ObjectNode node = datapoint(path);
    if (node.path("content").isNull()) {
      throw new IllegalArgumentException("'" + path + "' is a button, which holds nothing.");
    }
    return node;
  }
}
