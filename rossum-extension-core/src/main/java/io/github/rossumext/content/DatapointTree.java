package io.github.rossumext.content;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.help.Misfit;
import io.github.rossumext.internal.json.JsonCursor;
import io.github.rossumext.internal.json.JsonException;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.RawJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The content of an annotation: sections, their fields, tables and rows. The first look-up by an id
 * walks the tree once; all others take constant time. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#the-datapoint-tree">The
 *     protocol: the datapoint tree</a>
 */
public final class DatapointTree {
  static {
    Access.open(
        JsonCursor.class,
        DatapointTree.class,
        cursor -> new DatapointTree(new TreeReader(cursor).nodes(0)));
  }

  private static final Function<RawJson, JsonCursor> CURSOR =
      Access.way(RawJson.class, JsonCursor.class);
  private static final Function<Misfit, BindingException> BINDING =
      Access.way(Misfit.class, BindingException.class);

  private final List<Node> roots;
  // Written without a lock: at worst, two threads build the same index.
  private volatile @Nullable Map<Long, Node> byId;
  private volatile @Nullable Map<String, Object> bySchemaId;

  private DatapointTree(List<Node> roots) {
    this.roots = Collections.unmodifiableList(roots);
  }

  /**
   * Returns the content that this JSON holds: Rossum's response to {@code GET
   * /annotations/{id}/content}, which is an object with the list {@code content}, or that list
   * itself.
   *
   * @throws BindingException if it is neither, or the list is not a tree of nodes
   */
  public static DatapointTree of(RawJson json) {
    RawJson list = json.isList() ? json : json.find("content").orElse(json);
    if (!list.isList()) {
      throw BINDING.apply(new Misfit("content", "expected a list of sections"));
    }
    try {
      JsonCursor cursor = CURSOR.apply(list);
      cursor.next();
      return new DatapointTree(new TreeReader(cursor).nodes(0));
    } catch (JsonException e) {
      BindingException misfit =
          BINDING.apply(new Misfit("content", "expected a tree of nodes, but " + e.getMessage()));
      misfit.initCause(e);
      throw misfit;
    }
  }

  /** Returns a tree without nodes. */
  public static DatapointTree empty() {
    return new DatapointTree(List.of());
  }

  /** Returns the top-level nodes, which Rossum sends as sections, in document order. */
  public List<Node> roots() {
    return roots;
  }

  /** Returns the sections, in document order. */
  public List<Section> sections() {
    return roots.stream().filter(Section.class::isInstance).map(Section.class::cast).toList();
  }

  /** Returns the node with this id; empty if the document does not have it. */
  public Optional<Node> byId(long id) {
    Map<Long, Node> index = byId;
    if (index == null) {
      index = new HashMap<>();
      addById(roots, index);
      byId = index;
    }
    return Optional.ofNullable(index.get(id));
  }

  /** Returns the nodes with this schema id in document order, such as all cells of a column. */
  public List<Node> bySchemaId(String schemaId) {
    Object found = indexBySchemaId().get(schemaId);
    if (found == null) {
      return List.of();
    }
    return found instanceof SameSchemaId all ? all.unmodifiable : List.of((Node) found);
  }

  /** Returns all schema ids of the tree. */
  public Set<String> schemaIds() {
    return Collections.unmodifiableSet(indexBySchemaId().keySet());
  }

  private Map<String, Object> indexBySchemaId() {
    Map<String, Object> index = bySchemaId;
    if (index == null) {
      index = new HashMap<>(256);
      addBySchemaId(roots, index);
      bySchemaId = index;
    }
    return index;
  }

  private static void addById(List<Node> nodes, Map<Long, Node> index) {
    for (Node node : nodes) {
      index.putIfAbsent(node.id(), node);
      if (node instanceof Container container) {
        addById(container.children(), index);
      }
    }
  }

  // Most schema ids have one node: the index holds that node itself, and a list for the others.
  private static void addBySchemaId(List<Node> nodes, Map<String, Object> index) {
    for (Node node : nodes) {
      Object before = index.putIfAbsent(node.schemaId(), node);
      if (before instanceof SameSchemaId all) {
        all.nodes.add(node);
      } else if (before != null) {
        index.put(node.schemaId(), new SameSchemaId((Node) before, node));
      }
      if (node instanceof Container container) {
        addBySchemaId(container.children(), index);
      }
    }
  }

  private static final class SameSchemaId {
    final List<Node> nodes = new ArrayList<>();
    final List<Node> unmodifiable = Collections.unmodifiableList(nodes);

    SameSchemaId(Node first, Node second) {
      nodes.add(first);
      nodes.add(second);
    }
  }

  /** Returns the number of top-level nodes only, because the tree may be large. */
  @Override
  public String toString() {
    return "DatapointTree[" + roots.size() + " top-level nodes]";
  }
}
