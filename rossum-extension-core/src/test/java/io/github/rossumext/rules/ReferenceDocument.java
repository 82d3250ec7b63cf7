package io.github.rossumext.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rossum's part, written down slowly: the JSON of a request is changed by the JSON of a response,
 * and what Rossum would not take of it is noted (protocol §4.1). It shares no code with the
 * library.
 */
public final class ReferenceDocument {
  /** The value that the responses of the tests allow outside of the options. */
  public static final String ANY = "any";

  /** What is known of a datapoint; the place is empty where the value stands nowhere. */
  record State(
      String text, boolean hidden, List<String> options, List<String> sources, String place) {}

  /** A field, a row or a value of a simple multivalue; the id is 0 for what is new. */
  record Item(long id, Map<String, State> cells) {}

  /** A node and the one around it. */
  private record Found(JsonNode node, JsonNode parent) {}

  private static final Found NOTHING =
      new Found(MissingNode.getInstance(), MissingNode.getInstance());

  private final JsonNode sections;
  private final Map<String, JsonNode> definitions = new HashMap<>();
  // The multivalues before the response: new rows do not make columns known.
  private final Map<Long, JsonNode> received = new HashMap<>();
  private final Set<Long> replaced = new HashSet<>();
  private final List<String> refusals = new ArrayList<>();
  private final List<String> advice = new ArrayList<>();

  private ReferenceDocument(JsonNode request) {
    sections = request.at("/annotation/content");
    for (JsonNode section : sections) {
      section.path("children").forEach(node -> received.put(id(node), node.deepCopy()));
    }
    request.at("/schemas/0/content").forEach(this::define);
  }

  /** The document before any response. */
  public static ReferenceDocument of(RandomDocument document) {
    return new ReferenceDocument(Wire.tree(document.body()));
  }

  private void define(JsonNode node) {
    definitions.put(text(node, "id"), node);
    JsonNode children = node.path("children");
    if (children.isObject()) {
      define(children);
    } else {
      children.forEach(this::define);
    }
  }

  private JsonNode definition(String schemaId) {
    return definitions.getOrDefault(schemaId, MissingNode.getInstance());
  }

  /** What was not taken of the response, and why. */
  public List<String> refusals() {
    return refusals;
  }

  /** What was taken, but does not help the user. */
  public List<String> advice() {
    return advice;
  }

  /** Applies a response. */
  public void apply(byte[] json) {
    JsonNode response = Wire.tree(json);
    Set<Long> removed = new HashSet<>();
    for (JsonNode operation : response.path("operations")) {
      if (text(operation, "op").equals("remove")) {
        JsonNode row = find(id(operation)).node();
        removed.add(id(row));
        row.path("children").forEach(cell -> removed.add(id(cell)));
      }
    }
    for (JsonNode message : response.path("messages")) {
      if (!Set.of("error", "warning", "info").contains(text(message, "type"))) {
        refuse("no type", message);
      } else if (text(message, "content").endsWith(" […]")) {
        advice.add("cut off: a message");
      }
      requireField(message, removed);
    }
    response.path("automation_blockers").forEach(blocker -> requireField(blocker, removed));
    for (JsonNode operation : response.path("operations")) {
      switch (text(operation, "op")) {
        case "replace" -> replace(operation, removed);
        case "remove" -> remove(operation);
        case "add" -> add(operation);
        default -> refuse("no operation", operation);
      }
    }
  }

  private void refuse(String why, JsonNode what) {
    refusals.add(why + ": " + what);
  }

  private void requireField(JsonNode said, Set<Long> removed) {
    if (said.has("id") && (!is("datapoint", find(id(said)).node()) || removed.contains(id(said)))) {
      refuse("not on a field", said);
    }
  }

  private void replace(JsonNode operation, Set<Long> removed) {
    JsonNode target = find(id(operation)).node();
    JsonNode change = operation.path("value");
    if (!is("datapoint", target) || removed.contains(id(target)) || change.isEmpty()) {
      refuse("no field", operation);
    } else if (!replaced.add(id(target))) {
      refuse("twice", operation);
    } else {
      boolean isButton = isButton(target);
      if (isTaken(change, target, isButton, Set.of())) {
        change(target, change);
      }
    }
  }

  private void remove(JsonNode operation) {
    Found row = find(id(operation));
    if (!is("multivalue", row.parent())) {
      refuse("no row", operation);
      return;
    }
    ArrayNode rows = (ArrayNode) row.parent().path("children");
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (id(rows.get(i)) == id(row.node())) {
        rows.remove(i);
      }
    }
  }

  private void add(JsonNode operation) {
    JsonNode target = find(id(operation)).node();
    JsonNode value = operation.path("value");
    String child = is("multivalue", target) ? childCategory(target) : "none";
    if (!child.isEmpty() && !child.equals(value.isArray() ? "tuple" : "datapoint")) {
      refuse("nothing to add to", operation);
    } else if (value.isEmpty()) {
      refuse("nothing to add", operation);
    } else if (value.isArray()) {
      ObjectNode row = JsonNodeFactory.instance.objectNode().put("category", "tuple");
      ArrayNode cells = row.putArray("children");
      for (JsonNode cell : value) {
        boolean isButton = isButtonOf(target, text(cell, "schema_id"));
        if (!isColumnOf(target, text(cell, "schema_id"))
            || isButton
            || isFormula(text(cell, "schema_id"))) {
          refuse("no column to be filled", cell);
        } else if (isTaken(cell, fresh(cell), false, Set.of("schema_id"))) {
          cells.add(fresh(cell));
          if (!cell.has("validation_sources") && operation.has("validation_sources")) {
            ((ObjectNode) cells.get(cells.size() - 1))
                .set("validation_sources", operation.path("validation_sources"));
          }
        }
      }
      // Rossum makes the cells that were not sent.
      for (String column : columnsOf(target)) {
        boolean isSent = false;
        for (JsonNode cell : cells) {
          isSent |= text(cell, "schema_id").equals(column);
        }
        if (!isSent && !isButtonOf(target, column) && !isFormula(column)) {
          cells.add(fresh(JsonNodeFactory.instance.objectNode().put("schema_id", column)));
        }
      }
      ((ArrayNode) target.path("children")).add(row);
    } else if (isTaken(value, item(target, value), false, Set.of())) {
      ((ArrayNode) target.path("children")).add(item(target, value));
    }
  }

  /** What a multivalue holds; empty where nobody can know. */
  private String childCategory(JsonNode multivalue) {
    JsonNode known = definition(text(multivalue, "schema_id")).path("children");
    return text(known.isObject() ? known : rows(multivalue).path(0), "category");
  }

  private JsonNode rows(JsonNode multivalue) {
    return received.getOrDefault(id(multivalue), MissingNode.getInstance()).path("children");
  }

  private boolean isColumnOf(JsonNode table, String schemaId) {
    Set<String> columns = columnsOf(table);
    return columns.isEmpty() || columns.contains(schemaId);
  }

  private Set<String> columnsOf(JsonNode table) {
    Set<String> columns = new LinkedHashSet<>();
    definition(text(table, "schema_id"))
        .at("/children/children")
        .forEach(column -> columns.add(text(column, "id")));
    for (JsonNode row : rows(table)) {
      row.path("children").forEach(cell -> columns.add(text(cell, "schema_id")));
    }
    return columns;
  }

  private boolean isButtonOf(JsonNode table, String schemaId) {
    boolean isButton = text(definition(schemaId), "type").equals("button");
    for (JsonNode row : rows(table)) {
      for (JsonNode cell : row.path("children")) {
        isButton |= text(cell, "schema_id").equals(schemaId) && isButton(cell);
      }
    }
    return isButton;
  }

  private boolean mayHaveOptions(String schemaId) {
    JsonNode definition = definition(schemaId);
    return definition.isMissingNode() || text(definition, "type").equals("enum");
  }

  private boolean isFormula(String schemaId) {
    return text(definition(schemaId).path("ui_configuration"), "type").equals("formula");
  }

  private static boolean isButton(JsonNode datapoint) {
    return !datapoint.path("content").isObject();
  }

  private ObjectNode item(JsonNode list, JsonNode value) {
    String schemaId = text(definition(text(list, "schema_id")).path("children"), "id");
    if (schemaId.isEmpty()) {
      schemaId = text(rows(list).path(0), "schema_id");
    }
    ObjectNode item = fresh(value);
    return item.put("schema_id", schemaId.isEmpty() ? text(list, "schema_id") : schemaId);
  }

  private static ObjectNode fresh(JsonNode cell) {
    ObjectNode datapoint = JsonNodeFactory.instance.objectNode().put("category", "datapoint");
    datapoint.put("schema_id", text(cell, "schema_id")).putObject("content").put("value", "");
    change(datapoint, cell);
    return datapoint;
  }

  /** Whether a change of a datapoint is honoured; notes why it is not. */
  private boolean isTaken(JsonNode change, JsonNode datapoint, boolean isButton, Set<String> more) {
    int before = refusals.size();
    if (change.has("options") && !mayHaveOptions(text(datapoint, "schema_id"))) {
      advice.add("options of a field that is not an enum: " + change);
      ((ObjectNode) change).remove("options");
    }
    Set<String> allowed = new HashSet<>(more);
    allowed.addAll(Set.of("content", "hidden", "options", "validation_sources"));
    JsonNode content = change.path("content");
    if (!allowed.containsAll(keys(change))
        || !Set.of("value", "page", "position").containsAll(keys(content))
        || (change.has("content") && content.isEmpty())) {
      refuse("keys", change);
    }
    if (content.has("page") != content.has("position")
        || content.path("page").isNull() != content.path("position").isNull()) {
      refuse("half a place", change);
    }
    if (content.has("value")) {
      String value = content.path("value").textValue();
      if (value == null || value.codePointCount(0, value.length()) > 1500) {
        refuse("no value", change);
      } else if (isButton) {
        refuse("a button", change);
      } else if (isFormula(text(datapoint, "schema_id"))) {
        refuse("a formula", change);
      } else if (!isAmongOptions(value, change, datapoint)) {
        refuse("outside of the options", change);
      }
    } else if (change.has("options") && !isAmongOptions(text(datapoint), change, datapoint)) {
      advice.add("orphaned: " + change);
    }
    return refusals.size() == before;
  }

  private boolean isAmongOptions(String value, JsonNode change, JsonNode datapoint) {
    JsonNode options = change.has("options") ? change.path("options") : optionsOf(datapoint);
    Set<String> values = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    options.forEach(option -> values.add(text(option, "value")));
    return options.isMissingNode()
        || value.isEmpty()
        || value.equals(ANY)
        || values.contains(value);
  }

  private static void change(JsonNode datapoint, JsonNode change) {
    ObjectNode changed = (ObjectNode) datapoint;
    JsonNode content = change.path("content");
    // A button has no content that could change.
    if (content.isObject() && !isButton(datapoint)) {
      ObjectNode all = (ObjectNode) changed.path("content");
      all.setAll((ObjectNode) content);
      if (content.has("value")) {
        all.remove("normalized_value");
        // What validated the old value does not validate the new one.
        changed.remove("validation_sources");
      }
    }
    for (String key : List.of("hidden", "options", "validation_sources")) {
      if (change.has(key)) {
        changed.set(key, change.path(key));
      }
    }
  }

  private static Set<String> keys(JsonNode object) {
    Set<String> keys = new HashSet<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private Found find(long id) {
    return find(id, sections, MissingNode.getInstance());
  }

  private static Found find(long id, JsonNode nodes, JsonNode parent) {
    for (JsonNode node : nodes) {
      if (node.has("id") && id(node) == id) {
        return new Found(node, parent);
      }
      Found below = find(id, node.path("children"), node);
      if (!below.node().isMissingNode()) {
        return below;
      }
    }
    return NOTHING;
  }

  private static boolean is(String category, JsonNode node) {
    return text(node, "category").equals(category);
  }

  private static long id(JsonNode node) {
    return node.path("id").asLong();
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asText();
  }

  private static String text(JsonNode datapoint) {
    String normalized = text(datapoint.path("content"), "normalized_value");
    return Set.of("", "None", "null").contains(normalized)
        ? text(datapoint.path("content"), "value")
        : normalized;
  }

  private JsonNode optionsOf(JsonNode datapoint) {
    return datapoint.has("options")
        ? datapoint.path("options")
        : definition(text(datapoint, "schema_id")).path("options");
  }

  /** What stands under each field, table and simple multivalue by now. */
  Map<String, List<Item>> items() {
    Map<String, List<Item>> items = new LinkedHashMap<>();
    for (JsonNode section : sections) {
      for (JsonNode node : section.path("children")) {
        List<Item> of = new ArrayList<>();
        if (is("datapoint", node)) {
          of.add(item(node));
        } else {
          node.path("children").forEach(child -> of.add(item(child)));
        }
        items.put(text(node, "schema_id"), of);
      }
    }
    return items;
  }

  private Item item(JsonNode node) {
    Map<String, State> cells = new LinkedHashMap<>();
    if (is("tuple", node)) {
      node.path("children").forEach(cell -> cells.put(text(cell, "schema_id"), state(cell)));
    } else {
      cells.put(text(node, "schema_id"), state(node));
    }
    return new Item(id(node), cells);
  }

  private State state(JsonNode datapoint) {
    JsonNode definition = definition(text(datapoint, "schema_id"));
    List<String> options = new ArrayList<>();
    optionsOf(datapoint)
        .forEach(option -> options.add(text(option, "value") + "=" + text(option, "label")));
    List<String> sources = new ArrayList<>();
    datapoint.path("validation_sources").forEach(source -> sources.add(source.asText()));
    JsonNode content = datapoint.path("content");
    List<Double> edges = new ArrayList<>();
    content.path("position").forEach(edge -> edges.add(edge.asDouble()));
    return new State(
        text(datapoint),
        datapoint.path("hidden").asBoolean(definition.path("hidden").asBoolean()),
        options,
        sources,
        content.path("page").asInt() + " " + edges);
  }
}
