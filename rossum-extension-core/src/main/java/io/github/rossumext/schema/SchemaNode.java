package io.github.rossumext.schema;

import io.github.rossumext.content.Category;
import io.github.rossumext.internal.text.Numbers;
import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One node of a schema. Keys that have no accessor are reached by {@link #find(String)}. Immutable
 * and thread-safe.
 */
public abstract sealed class SchemaNode extends JsonView
    permits SchemaSection, SchemaMultivalue, SchemaTuple, SchemaDatapoint {
  private final String id;
  private final Category category;
  private final boolean isHidden;
  private final List<SchemaNode> children;
  // Set once, while the schema is read: children are read before the node around them is known.
  // Plain, because the schema publishes its nodes by its final field, as a tree does (see Node).
  private @Nullable SchemaNode parent;

  SchemaNode(SchemaReader.Common common, List<SchemaNode> children) {
    super(common.raw());
    this.id = common.id();
    this.category = common.category();
    this.isHidden = common.isHidden();
    this.children = Collections.unmodifiableList(children);
    for (SchemaNode child : children) {
      child.parent = this;
    }
  }

  /**
   * Returns its id, such as {@code invoice_id}, unique in the schema; {@code ""} if it came
   * without.
   */
  public final String id() {
    return id;
  }

  /** Returns the kind that Rossum named, or the kind that its place and keys tell. */
  public final Category category() {
    return category;
  }

  /** Returns the label that the user reads; {@code ""} if it came without. */
  public final String label() {
    return text("label").orElse("");
  }

  /** Returns whether it is hidden, unless a document overrides it. */
  public final boolean isHidden() {
    return isHidden;
  }

  /** Returns whether the extraction leaves it out ({@code disable_prediction}). */
  public final boolean isPredictionDisabled() {
    return flag("disable_prediction");
  }

  /** Returns the node around it; empty for a section. */
  public final Optional<SchemaNode> parent() {
    return Optional.ofNullable(parent);
  }

  /** Returns the nodes directly below it, in the order of the schema; none for a datapoint. */
  public final List<SchemaNode> children() {
    return children;
  }

  static <N extends SchemaNode> List<N> only(Class<N> type, List<SchemaNode> nodes) {
    return nodes.stream().filter(type::isInstance).map(type::cast).toList();
  }

  final Optional<RawJson> jsonAt(String... path) {
    Optional<RawJson> found = Optional.of(raw());
    for (String key : path) {
      found = found.flatMap(around -> around.find(key));
    }
    return found.filter(value -> !value.isNull());
  }

  /** Returns a scalar's text; the word {@code None} of old samples stands for null. */
  final Optional<String> textAt(String... path) {
    return jsonAt(path).flatMap(RawJson::scalar).filter(text -> !text.equals("None"));
  }

  final OptionalInt intAt(String... path) {
    BigDecimal number = textAt(path).map(Numbers::number).orElse(null);
    try {
      return number == null ? OptionalInt.empty() : OptionalInt.of(number.intValueExact());
    } catch (ArithmeticException e) {
      return OptionalInt.empty();
    }
  }

  /** Returns the texts of a list. */
  final List<String> textsAt(String key) {
    return jsonAt(key).map(RawJson::elements).orElse(List.of()).stream()
        .flatMap(element -> element.scalar().stream())
        .toList();
  }

  /** Returns an object as it came. */
  final Optional<RawJson> objectAt(String key) {
    return jsonAt(key).filter(RawJson::isObject);
  }

  /** Returns whether the key holds anything but false; a missing key does, too. */
  final boolean isNotFalse(String... path) {
    return textAt(path).filter("false"::equalsIgnoreCase).isEmpty();
  }

  /** Returns the kind of node with its id; nothing else of it. */
  @Override
  public final String toString() {
    return category + " " + id;
  }
}
