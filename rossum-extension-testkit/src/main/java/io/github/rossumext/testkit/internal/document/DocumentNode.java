package io.github.rossumext.testkit.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.content.Category;
import io.github.rossumext.internal.check.ChangeCheck;
import io.github.rossumext.internal.check.FieldFacts;
import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A node of an editable document: its JSON and its place. Each change of a datapoint goes through
 * it, so that the document knows the changes. Not thread-safe.
 */
public final class DocumentNode {
  private static final BigDecimal CERTAIN = new BigDecimal("0.98");

  private final Document document;
  private final ObjectNode json;
  private final @Nullable DocumentNode parent;
  private final Category category;
  private final long id;
  private final String schemaId;
  private final List<DocumentNode> children = new ArrayList<>();
  // What is known until it changes, because every event needs it of every node.
  private @Nullable JsonNode written;
  private @Nullable FieldDefinition checkedBy;
  private String problem = "";
  private boolean isSettled;

  /** Returns the node of this JSON, with everything below it. */
  DocumentNode(Document document, ObjectNode json, @Nullable DocumentNode parent) {
    this.document = document;
    this.json = json;
    this.parent = parent;
    this.category = category(json, parent);
    this.id = Json.lenientId(json.path("id")).orElse(0);
    this.schemaId = json.path("schema_id").asText("");
    for (JsonNode child : json.path("children")) {
      if (child instanceof ObjectNode object) {
        children.add(new DocumentNode(document, object, this));
      }
    }
  }

  // A node without category is a datapoint if it has content, else a container by its place.
  private static Category category(ObjectNode json, @Nullable DocumentNode parent) {
    String named = Json.scalar(json.path("category"));
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

  /** Returns the JSON, to be read only. */
  public ObjectNode json() {
    return json;
  }

  /** Returns the JSON to be written. That of a row or field is written once until it changes. */
  private JsonNode written() {
    if (isDatapoint() || isTuple()) {
      if (written == null) {
        written = Json.written(json);
      }
      return written;
    }
    ObjectNode copy = Json.newObject();
    copy.setAll(json);
    if (json.path("children") instanceof ArrayNode list) {
      copy.set("children", written(list, children));
    }
    return copy;
  }

  /** Returns a list to be written, with the nodes of its objects. */
  static ArrayNode written(ArrayNode list, List<DocumentNode> nodes) {
    Iterator<DocumentNode> next = nodes.iterator();
    return Json.mapped(list, child -> child.isObject() ? next.next().written() : child);
  }

  /** Forgets what its change makes untrue, of the nodes around it too. */
  void forget() {
    written = null;
    checkedBy = null;
    isSettled = false;
    if (parent != null) {
      parent.forget();
    }
  }

  /** Returns the node around it; empty for a section. */
  public Optional<DocumentNode> parent() {
    return Optional.ofNullable(parent);
  }

  /** Returns the nodes directly below it. */
  public List<DocumentNode> children() {
    return Collections.unmodifiableList(children);
  }

  /** Returns its id; 0 if the JSON has none. */
  public long id() {
    return id;
  }

  /** Returns its schema id; {@code ""} if the JSON has none. */
  public String schemaId() {
    return schemaId;
  }

  /** Returns its category: from the JSON, or else by its place. */
  public Category category() {
    return category;
  }

  /** Returns whether it is a field, a cell, a value or a button. */
  public boolean isDatapoint() {
    return category.equals(Category.DATAPOINT);
  }

  /** Returns whether it is a table or a simple multivalue. */
  public boolean isMultivalue() {
    return category.equals(Category.MULTIVALUE);
  }

  /** Returns whether it is a row. */
  public boolean isTuple() {
    return category.equals(Category.TUPLE);
  }

  /** Returns whether it is a row or a value. */
  public boolean isInMultivalue() {
    return parent != null && parent.isMultivalue();
  }

  /** Returns whether it is a button. */
  public boolean isButton() {
    return definition().isButton();
  }

  /** Returns the definition of the field. */
  public FieldDefinition definition() {
    return document.schema().field(schemaId);
  }

  /** Returns the error of Rossum's own checks of type and constraints; {@code ""} for none. */
  public String problem() {
    FieldDefinition definition = definition();
    if (!definition.equals(checkedBy)) {
      problem = definition.isButton() ? "" : definition.problem(text(), options());
      checkedBy = definition;
    }
    return problem;
  }

  /** Returns whether {@link #settled} was called since it changed. */
  public boolean isSettled() {
    return isSettled;
  }

  /** Remembers that its validation sources are complete. */
  public void settled() {
    isSettled = true;
  }

  boolean hasContent() {
    return json.path("content").isObject();
  }

  private JsonNode content(String key) {
    return json.path("content").path(key);
  }

  /** Returns its texts. */
  public FieldText text() {
    String value = displayed();
    return new FieldText(value, Json.scalar(content("normalized_value")));
  }

  /** Returns the text that the user sees; {@code ""} when empty. */
  public String displayed() {
    String value = Json.scalar(content("value"));
    return value == null ? "" : value;
  }

  /** Returns the text as an extension reads it: the normalized value, else the displayed one. */
  public String machineText() {
    FieldText text = text();
    String normalized = text.normalized();
    return normalized == null || normalized.isEmpty() ? text.displayed() : normalized;
  }

  boolean hasOwnOptions() {
    return json.path("options").isArray();
  }

  List<Option> ownOptions() {
    return options(json.path("options"));
  }

  static List<Option> options(JsonNode list) {
    List<Option> options = new ArrayList<>();
    list.forEach(
        option ->
            options.add(
                Option.of(option.path("value").asText(""), option.path("label").asText(""))));
    return options;
  }

  Optional<Boolean> ownHidden() {
    JsonNode hidden = json.path("hidden");
    return hidden.isBoolean() ? Optional.of(hidden.booleanValue()) : Optional.empty();
  }

  /** Returns whether the node is hidden, or anything around it. */
  public boolean isHidden() {
    return document.schema().isHidden(this);
  }

  /** Returns its own options, or else those of the schema; empty if they are unknown. */
  public Optional<List<Option>> options() {
    return document.schema().options(this);
  }

  /** Returns its validation sources. */
  public List<ValidationSource> validationSources() {
    List<ValidationSource> sources = new ArrayList<>();
    json.path("validation_sources")
        .forEach(source -> sources.add(new ValidationSource(source.asText())));
    return sources;
  }

  /** Returns whether it has a validation source. */
  public boolean isValidated() {
    return !json.path("validation_sources").isEmpty();
  }

  /** Returns how certain the extraction is, from 0 to 1. */
  public Optional<BigDecimal> confidence() {
    JsonNode confidence = content("rir_confidence");
    return confidence.isNumber() ? Optional.of(confidence.decimalValue()) : Optional.empty();
  }

  /** Returns the page, from 1. */
  public OptionalInt page() {
    JsonNode page = content("page");
    return page.isInt() ? OptionalInt.of(page.intValue()) : OptionalInt.empty();
  }

  /** Returns the place on the page. */
  public Optional<Position> position() {
    JsonNode edges = content("position");
    if (edges.size() != 4) {
      return Optional.empty();
    }
    for (JsonNode edge : edges) {
      if (!edge.isNumber() || !Double.isFinite(edge.asDouble())) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Position(
            edges.path(0).asDouble(),
            edges.path(1).asDouble(),
            edges.path(2).asDouble(),
            edges.path(3).asDouble()));
  }

  /** Sets its texts. */
  public void setText(FieldText text) {
    setInContent("value", json.textNode(text.displayed()));
    setInContent(
        "normalized_value",
        text.normalized() == null ? json.nullNode() : json.textNode(text.normalized()));
    document.schema().look(this);
  }

  /** Keeps a text that a user entered from being computed again, if a formula computes it. */
  public void override() {
    if (definition().isFormula()) {
      set("no_recalculation", json.booleanNode(true));
    }
  }

  /** Empties it, and removes its position on the page and its validation sources. */
  public void clear() {
    setText(FieldText.EMPTY);
    setInContent("page", json.nullNode());
    setInContent("position", json.nullNode());
    setValidationSources(List.of());
  }

  /** Sets its validation sources. */
  public void setValidationSources(Collection<ValidationSource> sources) {
    ArrayNode list = json.arrayNode();
    sources.forEach(source -> list.add(source.value()));
    set("validation_sources", list);
  }

  /** Adds a validation source, unless it has it already. */
  public void addValidationSource(ValidationSource source) {
    List<ValidationSource> sources = validationSources();
    if (!sources.contains(source)) {
      sources.add(source);
      setValidationSources(sources);
    }
  }

  /** Gives it options of its own. */
  public void setOptions(Collection<Option> options) {
    ArrayNode list = json.arrayNode();
    options.forEach(
        option -> list.addObject().put("value", option.value()).put("label", option.label()));
    set("options", list);
    document.schema().look(this);
  }

  /** Removes its own options, so that those of the schema count. */
  public void removeOptions() {
    document.changing(this);
    json.remove("options");
  }

  /** Hides or shows it, whatever the schema says. */
  public void setHidden(boolean hidden) {
    set("hidden", json.booleanNode(hidden));
  }

  /** Sets whether the extraction saw its text. */
  public void setExtracted(boolean isExtracted) {
    JsonNode text = isExtracted ? json.textNode(displayed()) : json.nullNode();
    setInContent("rir_text", text);
    setInContent("rir_raw_text", text);
    setInContent("rir_confidence", isExtracted ? json.numberNode(CERTAIN) : json.nullNode());
  }

  /** Sets a key of the node. */
  void set(String key, JsonNode value) {
    document.changing(this);
    json.set(key, value);
  }

  /** Sets a key of the content. */
  void setInContent(String key, JsonNode value) {
    document.changing(this);
    ObjectNode content =
        json.path("content") instanceof ObjectNode known ? known : json.putObject("content");
    content.set(key, value);
  }

  void append(DocumentNode child) {
    forget();
    json.withArray("children").add(child.json);
    children.add(child);
  }

  /** Removes a child. A row is also removed from the grid. */
  @SuppressWarnings("ReferenceEquality") // by identity, because another node may be equal
  void remove(DocumentNode child) {
    forget();
    children.removeIf(known -> known == child);
    removeFrom(json.withArray("children"), child.json);
    for (JsonNode part : json.path("grid").path("parts")) {
      for (JsonNode row : part.path("rows")) {
        if (row.path("tuple_id").equals(child.json.path("id"))) {
          removeFrom((ArrayNode) part.path("rows"), row);
          break;
        }
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // by identity, because another node may be equal
  static void removeFrom(ArrayNode list, JsonNode node) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) == node) {
        list.remove(i);
        return;
      }
    }
  }

  /** Refuses a text that the field cannot hold, from a user. */
  public void checkTyped(String text) throws Refused {
    check(named(), text, options(), definition().factsForUser());
  }

  /**
   * Refuses a text that the field cannot hold, from an extension.
   *
   * @param what the field, as the reason names it
   * @param options the options to choose from; empty if they are unknown
   */
  void check(String what, String text, Optional<List<Option>> options) throws Refused {
    check(what, text, options, definition().facts());
  }

  private static void check(
      String what, String text, Optional<List<Option>> options, FieldFacts facts) throws Refused {
    String unstorable = Storable.problem(text);
    if (!unstorable.isEmpty()) {
      throw new Refused(what + " gets " + unstorable + ", which Rossum cannot store.");
    }
    Optional<String> refusal = ChangeCheck.refusal(facts, Storable.length(text));
    if (refusal.isPresent()) {
      throw new Refused(what + " " + refusal.get() + ".");
    }
    if (options.isPresent() && !isAmong(options.get(), text)) {
      throw new Refused(what + " has no option '" + text + "'.");
    }
  }

  /**
   * Returns whether a text is an option, ignoring case. An empty text means that nothing is chosen.
   */
  public static boolean isAmong(List<Option> options, String text) {
    return text.isEmpty()
        || options.stream().anyMatch(option -> option.value().equalsIgnoreCase(text));
  }

  /**
   * Returns its path, such as {@code line_items[0].item_code}. A removed row has a question mark
   * instead of its index.
   */
  public String path() {
    if (parent == null || parent.category.equals(Category.SECTION)) {
      return schemaId;
    }
    if (!isInMultivalue()) {
      return parent.path() + "." + schemaId;
    }
    int index = parent.children.indexOf(this);
    return parent.path() + "[" + (index < 0 ? "?" : String.valueOf(index)) + "]";
  }

  /** Returns its kind and path, such as {@code the field 'line_items[0].item_code'}. */
  public String named() {
    if (isDatapoint()) {
      return (hasContent() ? "the field '" : "the button '") + path() + "'";
    }
    return "the " + category + " '" + path() + "'";
  }

  @Override
  public String toString() {
    return named();
  }
}
