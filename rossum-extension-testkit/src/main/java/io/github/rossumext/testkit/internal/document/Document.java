package io.github.rossumext.testkit.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.content.Category;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.testkit.internal.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An editable document, whose nodes have ids and paths. It changes the JSON in place. Fixtures,
 * builders and the simulator use it. Not thread-safe.
 *
 * @see Paths
 */
public final class Document {
  private final String name;
  private final ArrayNode json;
  private final String url;
  private final DocumentSchema schema;
  private final List<DocumentNode> sections = new ArrayList<>();
  private final Map<Long, DocumentNode> byId = new HashMap<>();
  // The nodes outside of tables and lists: the first with each schema id.
  private final Map<String, DocumentNode> header = new LinkedHashMap<>();
  private final Paths paths = new Paths(this);
  private @Nullable List<DocumentNode> datapoints;
  private @Nullable Journal journal;
  private long lastId;

  /**
   * Makes the list of sections editable.
   *
   * @param name the document's name in messages, such as {@code The document}
   * @param json the sections, which change with the document
   * @param url the URL of the annotation; {@code ""} for none
   * @param schema the schema; null if it is unknown
   */
  public Document(String name, ArrayNode json, String url, @Nullable Schema schema) {
    this.name = name;
    this.json = json;
    this.url = url;
    this.schema = new DocumentSchema(schema);
    for (JsonNode section : json) {
      if (section instanceof ObjectNode object) {
        add(new DocumentNode(this, object, null));
      }
    }
  }

  private DocumentNode add(DocumentNode section) {
    sections.add(section);
    index(section);
    return section;
  }

  private void index(DocumentNode node) {
    datapoints = null;
    byId.put(node.id(), node);
    lastId = Math.max(lastId, node.id());
    if (!node.isTuple() && !node.isInMultivalue() && isOutside(node)) {
      header.putIfAbsent(node.schemaId(), node);
    }
    if (node.isDatapoint()) {
      schema.look(node);
    }
    node.children().forEach(this::index);
  }

  private static boolean isOutside(DocumentNode node) {
    return node.parent().filter(DocumentNode::isTuple).isEmpty();
  }

  String name() {
    return name;
  }

  /** Returns the sections as JSON, to be read only. */
  public ArrayNode json() {
    return json;
  }

  /**
   * Returns the sections to be written into a request. What did not change since the last request
   * is written already, so it cannot be read.
   */
  public ArrayNode written() {
    return DocumentNode.written(json, sections);
  }

  /** Returns the knowledge about the nodes. */
  public DocumentSchema schema() {
    return schema;
  }

  /** Returns the sections. */
  public List<DocumentNode> sections() {
    return Collections.unmodifiableList(sections);
  }

  /** Returns the nodes outside of tables and lists by schema id, in the document's order. */
  Map<String, DocumentNode> header() {
    return header;
  }

  /** Finds the node with this id. */
  public Optional<DocumentNode> byId(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Returns all nodes in the document's order, those of a container after it. */
  public List<DocumentNode> nodes(Predicate<DocumentNode> wanted) {
    List<DocumentNode> nodes = new ArrayList<>();
    sections.forEach(section -> collect(section, wanted, nodes));
    return nodes;
  }

  private static void collect(
      DocumentNode node, Predicate<DocumentNode> wanted, List<DocumentNode> nodes) {
    if (wanted.test(node)) {
      nodes.add(node);
    }
    node.children().forEach(child -> collect(child, wanted, nodes));
  }

  /** Returns all fields, cells, values and buttons, in the document's order. */
  public List<DocumentNode> datapoints() {
    if (datapoints == null) {
      datapoints = Collections.unmodifiableList(nodes(DocumentNode::isDatapoint));
    }
    return datapoints;
  }

  /** Returns the nodes by their paths. */
  public Paths paths() {
    return paths;
  }

  /** Appends a section. */
  public DocumentNode appendSection(String schemaId) {
    DocumentNode section = node(container(Category.SECTION, schemaId), null);
    json.add(section.json());
    return add(section);
  }

  /** Appends a table or a simple multivalue without rows or values. */
  public DocumentNode appendMultivalue(DocumentNode section, String schemaId) {
    return append(section, container(Category.MULTIVALUE, schemaId));
  }

  /** Appends an empty field or a button, to a section or as a cell to a row. */
  public DocumentNode appendDatapoint(DocumentNode container, String schemaId, boolean isButton) {
    return append(container, datapoint(schemaId, isButton));
  }

  /** Appends a row; its cells are empty. */
  public DocumentNode appendRow(DocumentNode table) {
    return appendRow(table, schema.childId(table));
  }

  /** Appends a row of this schema id; its cells are empty. */
  public DocumentNode appendRow(DocumentNode table, String rowId) {
    List<String> columns = schema.columns(table);
    DocumentNode row = append(table, container(Category.TUPLE, rowId));
    columns.forEach(column -> appendCell(row, column));
    return row;
  }

  /** Appends an empty cell, or the button that the column holds. */
  public DocumentNode appendCell(DocumentNode row, String column) {
    return appendDatapoint(row, column, schema.field(column).isButton());
  }

  /** Appends an empty value to a simple multivalue. */
  public DocumentNode appendValue(DocumentNode list) {
    return appendDatapoint(list, schema.childId(list), false);
  }

  private DocumentNode append(DocumentNode parent, ObjectNode child) {
    DocumentNode node = node(child, parent);
    parent.append(node);
    index(node);
    if (journal != null && node.isDatapoint()) {
      journal.added(node);
    }
    return node;
  }

  private DocumentNode node(ObjectNode child, @Nullable DocumentNode parent) {
    return new DocumentNode(this, child, parent);
  }

  private ObjectNode container(Category category, String schemaId) {
    long id = ++lastId;
    return NodeJson.container(category, id, urlOf(id), schemaId);
  }

  private ObjectNode datapoint(String schemaId, boolean isButton) {
    long id = ++lastId;
    boolean needsValidation = !isButton && !schema.field(schemaId).isNotCaptured();
    return NodeJson.datapoint(id, urlOf(id), schemaId, isButton, needsValidation);
  }

  private String urlOf(long id) {
    return url.isEmpty() ? "" : url + "/content/" + id;
  }

  /** Removes a node with everything below it. */
  public void remove(DocumentNode node) {
    forget(node); // before the removal, because the place is needed
    DocumentNode parent = node.parent().orElse(null);
    if (parent == null) {
      sections.remove(node);
      DocumentNode.removeFrom(json, node.json());
    } else {
      parent.remove(node);
    }
    datapoints = null;
  }

  private void forget(DocumentNode node) {
    if (journal != null && node.isDatapoint()) {
      journal.removed(node);
    }
    byId.remove(node.id());
    header.remove(node.schemaId(), node);
    node.children().forEach(this::forget);
  }

  /** Returns whether this very node is in the document. */
  @SuppressWarnings("ReferenceEquality") // by identity: a removed node may equal its successor
  public boolean contains(DocumentNode node) {
    return byId.get(node.id()) == node;
  }

  /**
   * Gives every node a new id and URL, in the document's order. Call it before anybody has seen the
   * ids.
   */
  public static ArrayNode numbered(ArrayNode sections, long firstId, String annotationUrl) {
    ArrayNode copy = sections.deepCopy();
    number(copy, firstId, annotationUrl);
    return copy;
  }

  private static long number(JsonNode nodes, long nextId, String annotationUrl) {
    long next = nextId;
    for (JsonNode node : nodes) {
      ((ObjectNode) node).put("id", next).put("url", annotationUrl + "/content/" + next);
      next = number(node.path("children"), next + 1, annotationUrl);
    }
    return next;
  }

  /** Returns an empty document, to be built. */
  public static Document empty(String name, @Nullable Schema schema) {
    return new Document(name, Json.newList(), "built", schema);
  }

  /** Starts to record changes. */
  public void startJournal() {
    journal = new Journal();
  }

  /** Returns the changes since the journal was started. */
  public <C> List<C> endJournal(Journal.ToChange<C> toChange) {
    Journal ended = journal;
    journal = null;
    return ended == null ? List.of() : ended.changes(toChange);
  }

  void changing(DocumentNode node) {
    node.forget();
    if (journal != null) {
      journal.changing(node);
    }
  }
}
