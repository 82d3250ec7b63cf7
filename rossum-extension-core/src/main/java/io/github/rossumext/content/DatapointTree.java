package io.github.rossumext.content;

import io.github.rossumext.json.JsonCursor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The content of an annotation: sections, their fields, tables and rows (protocol §3.4). Look-ups
 * take constant time after the first one, which walks the tree once. Immutable and thread-safe.
 */
public final class DatapointTree {
  private final List<Node> roots;
  // Written without a lock: two threads at most build the same index twice.
  private @Nullable Index index;

  private DatapointTree(List<Node> roots) {
    this.roots = Collections.unmodifiableList(roots);
  }

  /** A tree without nodes. */
  public static DatapointTree empty() {
    return new DatapointTree(List.of());
  }

  /** For the library itself: the tree whose list the cursor stands at. */
  @SuppressWarnings("exports") // the parameter's package is not exported: nobody else can call it
  public static DatapointTree read(JsonCursor cursor) {
    return new DatapointTree(new TreeReader(cursor).nodes(0));
  }

  /** The top-level nodes, which Rossum sends as sections, in document order. */
  public List<Node> roots() {
    return roots;
  }

  /** The sections, in document order. */
  public List<Section> sections() {
    return roots.stream().filter(Section.class::isInstance).map(Section.class::cast).toList();
  }

  /** The node with this id; empty if there is none. */
  public Optional<Node> byId(long id) {
    return Optional.ofNullable(index().byId.get(id));
  }

  /** The nodes with this schema id in document order, such as all cells of a column. */
  public List<Node> bySchemaId(String schemaId) {
    return index().bySchemaId.getOrDefault(schemaId, List.of());
  }

  /** All schema ids of the tree. */
  public Set<String> schemaIds() {
    return index().bySchemaId.keySet();
  }

  private Index index() {
    Index known = index;
    if (known == null) {
      known = new Index(roots);
      index = known;
    }
    return known;
  }

  /** Sections, nodes and ids are not counted out: the tree may be large. */
  @Override
  public String toString() {
    return "DatapointTree[" + roots.size() + " top-level nodes]";
  }

  private static final class Index {
    final Map<Long, Node> byId = new HashMap<>();
    final Map<String, List<Node>> bySchemaId = new HashMap<>();

    Index(List<Node> roots) {
      roots.forEach(this::add);
      bySchemaId.replaceAll((schemaId, nodes) -> Collections.unmodifiableList(nodes));
    }

    private void add(Node node) {
      byId.putIfAbsent(node.id(), node);
      bySchemaId.computeIfAbsent(node.schemaId(), key -> new ArrayList<>(1)).add(node);
      if (node instanceof Container container) {
        container.children().forEach(this::add);
      }
    }
  }
}
