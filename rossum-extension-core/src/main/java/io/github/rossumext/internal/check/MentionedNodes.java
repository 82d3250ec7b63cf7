package io.github.rossumext.internal.check;

import io.github.rossumext.content.Container;
import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.content.Node;
import io.github.rossumext.response.AutomationBlocker;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.Operation;
import io.github.rossumext.value.Message;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that a response mentions, found in one walk over the tree: a response mentions few, and
 * an index of all would cost more than everything else that is done with them.
 */
final class MentionedNodes {
  private final long[] ids;
  private final @Nullable Node[] nodes;

  MentionedNodes(ContentResponse response, DatapointTree tree) {
    ids = ids(response);
    nodes = new @Nullable Node[ids.length];
    if (ids.length > 0) {
      collect(tree.roots());
    }
  }

  /** The ids, sorted; loops, because this runs for every response. */
  private static long[] ids(ContentResponse response) {
    long[] found =
        new long
            [response.messages().size()
                + response.operations().size()
                + response.automationBlockers().size()];
    int count = 0;
    for (Message message : response.messages()) {
      if (message.datapointId().isPresent()) {
        found[count++] = message.datapointId().getAsLong();
      }
    }
    for (Operation operation : response.operations()) {
      found[count++] = operation.id();
    }
    for (AutomationBlocker blocker : response.automationBlockers()) {
      if (blocker.datapointId().isPresent()) {
        found[count++] = blocker.datapointId().getAsLong();
      }
    }
    // An id that stands twice is found by one of its places.
    long[] mentioned = Arrays.copyOf(found, count);
    Arrays.sort(mentioned);
    return mentioned;
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

  /** The node with this id, which the response mentions; null if the document does not have it. */
  @Nullable Node byId(long id) {
    return nodes[Arrays.binarySearch(ids, id)];
  }
}
