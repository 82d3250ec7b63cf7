package io.github.rossumext.content;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.internal.json.JsonSlice;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One node of the datapoint tree. Keys that have no accessor are reached by {@link #find(String)}.
 * Immutable and thread-safe.
 */
public abstract sealed class Node permits Container, Datapoint {
  /** Makes the JSON that a node shows. */
  static final Function<JsonSlice, RawJson> RAW = Access.way(JsonSlice.class, RawJson.class);

  private final byte[] json;
  private final int start;
  private final long id;
  private final String schemaId;
  private final Category category;
  // Set once, while the tree is read: children are read before the node around them is known.
  // Plain,
  // because no other thread can have the node yet: the tree publishes its nodes by its final field,
  // and a volatile write for each node would cost every request.
  private @Nullable Container parent;

  Node(byte[] json, int start, long id, String schemaId, Category category) {
    this.json = json;
    this.start = start;
    this.id = id;
    this.schemaId = schemaId;
    this.category = category;
  }

  /** Returns its id, a 64-bit number. */
  public final long id() {
    return id;
  }

  /** Returns the id that the schema gives to it, such as {@code invoice_id}. */
  public final String schemaId() {
    return schemaId;
  }

  /** Returns the kind that Rossum named, or the kind that its place and content tell. */
  public final Category category() {
    return category;
  }

  /** Returns the node around it; empty for a top-level one. */
  public final Optional<Container> parent() {
    return Optional.ofNullable(parent);
  }

  final void setParent(Container parent) {
    this.parent = parent;
  }

  /** Returns the URL of the node, if Rossum sent it. */
  public final Optional<ResourceUrl> url() {
    return text("url").map(ResourceUrl::new);
  }

  /** Returns the node's JSON as it came, children included. */
  public final RawJson raw() {
    return RAW.apply(JsonSlice.startingAt(json, start));
  }

  /**
   * Returns the value of any key of the node as it came; empty if there is no such key. If a key
   * that this library does not know occurs twice, it is the first.
   */
  public final Optional<RawJson> find(String key) {
    return Optional.ofNullable(member(key)).map(RAW);
  }

  final byte[] json() {
    return json;
  }

  final @Nullable JsonSlice member(String... path) {
    return JsonSlice.member(json, start, path);
  }

  final Optional<String> text(String key) {
    return Optional.ofNullable(member(key)).flatMap(Node::textOf);
  }

  /** Returns a scalar's text; the word {@code None} of old samples stands for null. */
  static Optional<String> textOf(JsonSlice value) {
    return Optional.ofNullable(value.scalar()).filter(text -> !text.equals("None"));
  }

  /** Returns the kind of node with its ids; nothing of its content. */
  @Override
  public String toString() {
    return category + " " + Printable.word(schemaId) + " (" + id + ")";
  }
}
