package io.github.rossumext.rules;

import io.github.rossumext.content.Container;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.content.Tuple;
import io.github.rossumext.internal.check.DocumentFacts;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.schema.SchemaNode;
import java.util.List;
import java.util.function.LongPredicate;

/** Why a rule runs: the action, and what was changed since the last request. Immutable. */
final class Trigger {
  private final HookAction action;
  private final LongPredicate updated;
  private final boolean isFetched;
  private final DatapointTree tree;
  private final DocumentFacts facts;

  private Trigger(
      HookAction action,
      LongPredicate updated,
      boolean isFetched,
      DatapointTree tree,
      DocumentFacts facts) {
    this.action = action;
    this.updated = updated;
    this.isFetched = isFetched;
    this.tree = tree;
    this.facts = facts;
  }

  /** The trigger of a request that brought the content. */
  static Trigger of(
      HookAction action, LongPredicate updated, DatapointTree tree, DocumentFacts facts) {
    return new Trigger(action, updated, false, tree, facts);
  }

  /** The trigger of rules on content that was fetched: nobody knows what was changed. */
  static Trigger ofFetched(HookAction action, DatapointTree tree, DocumentFacts facts) {
    return new Trigger(action, id -> false, true, tree, facts);
  }

  boolean at(HookAction other) {
    return action.equals(other);
  }

  /** Whether there is a reason to run a rule, whatever was changed. */
  boolean concernsAll() {
    return isFetched || at(HookAction.INITIALIZE);
  }

  boolean isUpdated(long id) {
    return updated.test(id);
  }

  boolean changed(String schemaId) {
    List<Node> nodes = tree.bySchemaId(schemaId);
    for (Node node : nodes) {
      if (isUpdated(node.id()) || isMultivalueAroundUpdated(node)) {
        return true;
      }
    }
    // The user may have deleted the last row.
    return nodes.isEmpty()
        && facts
            .schema()
            .flatMap(known -> known.bySchemaId(schemaId))
            .filter(this::isAround)
            .isPresent();
  }

  /** A row that was added or deleted changes every column, and Rossum names the table only. */
  private boolean isMultivalueAroundUpdated(Node node) {
    Container parent = node.parent().orElse(null);
    Container around = parent instanceof Tuple row ? row.parent().orElse(null) : parent;
    return around instanceof Multivalue && isUpdated(around.id());
  }

  private boolean isAround(SchemaNode node) {
    for (SchemaNode around = node; around != null; around = around.parent().orElse(null)) {
      if (around instanceof SchemaMultivalue
          && tree.bySchemaId(around.id()).stream().anyMatch(found -> isUpdated(found.id()))) {
        return true;
      }
    }
    return false;
  }

  boolean clicked(String schemaId) {
    for (Node node : tree.bySchemaId(schemaId)) {
      if (node instanceof Datapoint button && button.isButton() && isUpdated(button.id())) {
        return true;
      }
    }
    return false;
  }
}
