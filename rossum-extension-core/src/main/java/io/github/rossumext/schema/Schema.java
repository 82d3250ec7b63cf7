package io.github.rossumext.schema;

import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The schema of a queue: sections, their fields and tables. A look-up by an id takes constant time.
 * If a key is missing or has another type, its accessor returns an empty value or the default of
 * the protocol. If an object has a key twice, its accessors throw {@code BindingException}.
 * Immutable and thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#sideloads-and-the-schema">The
 *     protocol: sideloads and the schema</a>
 */
public final class Schema extends JsonView {
  private final List<SchemaNode> roots;
  private final Map<String, SchemaNode> byId = new LinkedHashMap<>();

  private Schema(RawJson json) {
    super(json);
    this.roots = SchemaReader.read(json);
    index(roots);
  }

  /**
   * Returns the schema of this JSON: a schema object of Rossum's API, or a list of sections as in a
   * file {@code schema.json}. Any other JSON gives a schema without sections.
   */
  public static Schema of(RawJson json) {
    return new Schema(json);
  }

  private void index(List<SchemaNode> nodes) {
    for (SchemaNode node : nodes) {
      if (!node.id().isEmpty()) {
        byId.putIfAbsent(node.id(), node);
      }
      index(node.children());
    }
  }

  /** Returns the id of the schema object. */
  public OptionalLong id() {
    return id("id");
  }

  /** Returns its name. */
  public Optional<String> name() {
    return text("name");
  }

  /** Returns the queues that use it. */
  public List<ResourceUrl> queues() {
    return urls("queues");
  }

  /** Returns its URL. */
  public Optional<ResourceUrl> url() {
    return url("url");
  }

  /** Returns the metadata that API clients keep with it. */
  public Optional<RawJson> metadata() {
    return json("metadata");
  }

  /** Returns the business rules of the schema, as they came. */
  public Optional<RawJson> rules() {
    return json("rules");
  }

  /** Returns the user who modified it last. */
  public Optional<ResourceUrl> modifiedBy() {
    return url("modified_by");
  }

  /** Returns when it was modified last. */
  public Optional<Instant> modifiedAt() {
    return instant("modified_at");
  }

  /** Returns the sections, in the order of the schema. */
  public List<SchemaSection> sections() {
    return SchemaNode.only(SchemaSection.class, roots);
  }

  /**
   * Returns the node with this id; empty if the schema does not have it. If several nodes have the
   * id, returns the first.
   */
  public Optional<SchemaNode> bySchemaId(String schemaId) {
    return Optional.ofNullable(byId.get(schemaId));
  }

  /** Returns the field, column or button with this id; empty if the schema does not have it. */
  public Optional<SchemaDatapoint> datapoint(String schemaId) {
    return byId(schemaId, SchemaDatapoint.class);
  }

  /** Returns the table or simple multivalue with this id; empty if the schema does not have it. */
  public Optional<SchemaMultivalue> multivalue(String schemaId) {
    return byId(schemaId, SchemaMultivalue.class);
  }

  private <N extends SchemaNode> Optional<N> byId(String schemaId, Class<N> type) {
    return bySchemaId(schemaId).filter(type::isInstance).map(type::cast);
  }

  /** Returns the ids of all nodes, in the order of the schema. */
  public Set<String> schemaIds() {
    return Collections.unmodifiableSet(byId.keySet());
  }
}
