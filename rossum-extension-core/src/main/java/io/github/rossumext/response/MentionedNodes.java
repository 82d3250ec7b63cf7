package io.github.rossumext.response;

import io.github.rossumext.content.Container;
import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.content.Node;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that an answer mentions, found in one walk over the tree: an answer mentions few, and
 * an index of all would cost more than everything else that is done with them.
 */
final class MentionedNodes {
  private final long[] ids;
  private final @Nullable Node[] nodes;

  MentionedNodes(ContentResponse response, DatapointTree tree) {
    ids =
        LongStream.concat(
                LongStream.concat(
                    response.messages().stream()
                        .flatMapToLong(message -> message.datapointId().stream()),
                    response.automationBlockers().stream()
                        .flatMapToLong(blocker -> blocker.datapointId().stream())),
                response.operations().stream().mapToLong(Operation::id))
            .sorted()
            .distinct()
            .toArray();
    nodes = new @Nullable Node[ids.length];
    if (ids.length > 0) {
      collect(tree.roots());
    }
  }

  private void collect(List<Node> siblings) {
    for (Node node : siblings) {
      int at = Arrays.binarySearch(ids, node.id());
      if (at >= 0 && nodes[at] == null) {
        nodes[at] = node;
      }
      if (node instanceof Container container) {
        collect(container.children());
      }
    }
  }

  /** The node with this id, which the answer mentions; null if the document has none. */
  @Nullable Node byId(long id) {
    return nodes[Arrays.binarySearch(ids, id)];
  }
}
