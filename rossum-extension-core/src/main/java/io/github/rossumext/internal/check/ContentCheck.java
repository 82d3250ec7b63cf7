package io.github.rossumext.internal.check;

import io.github.rossumext.content.Container;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.response.AddRow;
import io.github.rossumext.response.AddValue;
import io.github.rossumext.response.AutomationBlocker;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.DatapointChange;
import io.github.rossumext.response.DatapointChange.Part;
import io.github.rossumext.response.Operation;
import io.github.rossumext.response.Remove;
import io.github.rossumext.response.Replace;
import io.github.rossumext.value.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the parts that Rossum would lose of a response to {@code annotation_content}. */
final class ContentCheck {
  /** The logger that users know: it has the name of a public class. */
  private static final Logger LOG = LoggerFactory.getLogger("io.github.rossumext.HookEndpoint");

  private final boolean areBlockersKept;
  private final String requestId;
  private final MentionedNodes nodes;
  private final DocumentFacts document;
  private final List<String> losses = new ArrayList<>();
  private final ChangeCheck changes = new ChangeCheck(this::lost);
  private final Set<Node> removed = new HashSet<>();
  private final Set<Long> removable = new HashSet<>();
  // The operations that are kept. A second replace of a datapoint changes the first one in its
  // place.
  private final List<Operation> operations = new ArrayList<>();
  private final Map<Long, Integer> replaced = new HashMap<>();

  ContentCheck(
      ContentResponse response,
      DatapointTree content,
      DocumentFacts document,
      boolean areBlockersKept,
      String requestId) {
    this.areBlockersKept = areBlockersKept;
    this.requestId = requestId;
    this.nodes = new MentionedNodes(response, content);
    this.document = document;
  }

  ResponseCheck<ContentResponse> check(ContentResponse response) {
    for (Operation operation : response.operations()) {
      if (operation instanceof Remove remove) {
        remove(remove);
      }
    }
    for (Operation operation : response.operations()) {
      check(operation);
    }
    ContentResponse.Builder kept = ContentResponse.builder();
    operations.forEach(kept::operation);
    response.messages().stream()
        .filter(this::isShown)
        .map(message -> MessageCheck.kept("A message", message, this::lost))
        .forEach(kept::message);
    response.automationBlockers().stream()
        .filter(this::isHonoured)
        .forEach(kept::automationBlocker);
    return new ResponseCheck<>(kept.build(), losses);
  }

  private void check(Operation operation) {
    if (operation instanceof Replace replace) {
      replace(replace);
    } else if (operation instanceof AddRow add) {
      addRow(add);
    } else if (operation instanceof AddValue add) {
      addValue(add);
    } else if (operation instanceof Remove remove && removable.remove(remove.id())) {
      operations.add(remove);
    }
  }

  private void remove(Remove remove) {
    Node node = nodes.byId(remove.id());
    if (node == null) {
      lost("The document has no row or value with the id " + remove.id() + " to be removed");
    } else if (!(node.parent().orElse(null) instanceof Multivalue)) {
      lost(named(node) + " cannot be removed: only rows of tables and values of multivalues can");
    } else if (removed.add(node)) {
      removable.add(node.id());
    } else {
      lost(named(node) + " is removed twice");
    }
  }

  private void replace(Replace replace) {
    Node node = nodes.byId(replace.id());
    if (node == null) {
      lost("The document has no field with the id " + replace.id() + " to be replaced");
    } else if (!(node instanceof Datapoint datapoint)) {
      lost(named(node) + " cannot be replaced: only fields can");
    } else if (isRemoved(datapoint)) {
      lost(named(node) + " is replaced, but its row is removed");
    } else {
      Integer earlier = replaced.get(replace.id());
      DatapointChange before = DatapointChange.empty();
      if (earlier != null) {
        lost(named(node) + " is replaced twice");
        before = ((Replace) operations.get(earlier)).change();
      }
      DatapointChange kept = kept(datapoint, before.with(replace.change()));
      if (isValueLost(replace.change(), kept) && before.value().isPresent()) {
        // The datapoint keeps its earlier value without validation sources, as in the editor.
        kept =
            kept(
                datapoint,
                before
                    .without(Part.VALIDATION_SOURCES)
                    .with(ChangeCheck.withoutValue(replace.change())));
      }
      if (!kept.isEmpty()) {
        Replace operation = Replace.of(replace.id(), kept);
        if (earlier == null) {
          replaced.put(replace.id(), operations.size());
          operations.add(operation);
        } else {
          operations.set(earlier, operation);
        }
      }
    }
  }

  private DatapointChange kept(Datapoint datapoint, DatapointChange change) {
    return changes.kept(named(datapoint), document.field(datapoint), datapoint.text(), change);
  }

  private void addRow(AddRow add) {
    DocumentFacts.MultivalueFacts table = multivalue(add, "rows");
    if (table == null) {
      return;
    }
    if (table.isList()) {
      lost(named(table.node()) + " is a simple multivalue, which takes single values and no rows");
      return;
    }
    Map<String, DatapointChange> cells = new LinkedHashMap<>();
    add.cells()
        .forEach(
            (column, change) -> {
              String cell = "The column '" + column + "' of a new row";
              FieldFacts known = document.newCell(table.node(), column);
              if (!table.mayHave(column)) {
                lost(cell + " is not a column of '" + table.node().schemaId() + "'");
              } else if (known.isButton()) {
                lost(cell + " is a button");
              } else if (known.isFormula()) {
                lost(cell + " is computed by a formula");
              } else {
                DatapointChange kept = changes.kept(cell, known, "", change);
                cells.put(column, isValueLost(change, kept) ? emptied(kept, add) : kept);
              }
            });
    if (cells.isEmpty()) {
      lost("A new row of '" + table.node().schemaId() + "' has no cells");
    } else {
      operations.add(AddRow.of(add.id(), cells).withValidationSources(add.validationSources()));
    }
  }

  /**
   * Returns a cell that is sent empty because its value is lost. The validation sources of the row
   * do not apply to it.
   */
  private static DatapointChange emptied(DatapointChange cell, AddRow row) {
    DatapointChange empty = cell.withValue("");
    return row.validationSources().isEmpty() ? empty : empty.withValidationSources(List.of());
  }

  private void addValue(AddValue add) {
    DocumentFacts.MultivalueFacts list = multivalue(add, "values");
    if (list == null) {
      return;
    }
    if (list.isTable()) {
      lost(named(list.node()) + " is a table, which takes rows and no single values");
      return;
    }
    String item = "A new value of '" + list.node().schemaId() + "'";
    if (add.value().isEmpty()) {
      lost(item + " has no content");
      return;
    }
    FieldFacts known = FieldFacts.ofDefinition(item, list.item().orElse(null));
    DatapointChange kept = changes.kept(item, known, "", add.value());
    if (!isValueLost(add.value(), kept) && !kept.isEmpty()) {
      operations.add(AddValue.of(add.id(), kept));
    }
  }

  private static boolean isValueLost(DatapointChange change, DatapointChange kept) {
    return change.value().isPresent() && kept.value().isEmpty();
  }

  private DocumentFacts.@Nullable MultivalueFacts multivalue(Operation add, String what) {
    Node node = nodes.byId(add.id());
    if (node instanceof Multivalue multivalue) {
      return document.multivalue(multivalue);
    }
    lost(
        node == null
            ? "The document has no multivalue with the id " + add.id() + " to be added to"
            : named(node) + " takes no " + what + ": only a multivalue does");
    return null;
  }

  private boolean isShown(Message message) {
    if (!message.type().isKnown()) {
      lost("A message has a type other than error, warning and info");
      return false;
    }
    boolean isShown = isOnField("A message", message.datapointId());
    if (isShown) {
      warnIfHidden(message);
    }
    return isShown;
  }

  private boolean isHonoured(AutomationBlocker blocker) {
    if (!areBlockersKept) {
      // This is not a loss, because one rule may serve initialize, started and updated.
      return false;
    }
    if (Storable.repaired(blocker.content()).isBlank()) {
      lost("An automation blocker has no text");
    }
    return isOnField("An automation blocker", blocker.datapointId());
  }

  /**
   * Warns of a message that Rossum leaves out. It is sent: the next response may show the field.
   */
  private void warnIfHidden(Message message) {
    OptionalLong id = message.datapointId();
    if (id.isPresent()
        && nodes.byId(id.getAsLong()) instanceof Datapoint field
        && isHidden(field)) {
      LOG.warn(
          "message on a hidden field, which Rossum does not show request={} id={} schema_id={}",
          requestId,
          id.getAsLong(),
          Printable.quoted(field.schemaId()));
    }
  }

  /** Returns whether the field is hidden after the response. */
  private boolean isHidden(Datapoint field) {
    return Optional.ofNullable(replaced.get(field.id()))
            .flatMap(index -> ((Replace) operations.get(index)).change().hidden())
            .or(() -> document.field(field).hidden())
            .orElse(false)
        || document.isHiddenAround(field);
  }

  private boolean isOnField(String what, OptionalLong id) {
    if (id.isEmpty()) {
      return true;
    }
    Node node = nodes.byId(id.getAsLong());
    if (node == null) {
      lost(what + " is for the field with the id " + id.getAsLong() + ", which does not exist");
    } else if (!(node instanceof Datapoint datapoint)) {
      lost(what + " is for " + named(node) + ", which is not a field");
    } else if (isRemoved(datapoint)) {
      lost(what + " is for " + named(node) + ", whose row is removed");
    } else {
      return true;
    }
    return false;
  }

  private boolean isRemoved(Datapoint datapoint) {
    return !removed.isEmpty()
        && (removed.contains(datapoint)
            || datapoint.parent().filter(removed::contains).isPresent());
  }

  private static String named(Node node) {
    return (node instanceof Datapoint ? "the field '" : "the " + node.category() + " '")
        + node.schemaId()
        + "'";
  }

  private void lost(String sentence) {
    losses.add(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".");
  }

  /**
   * The nodes that a response mentions, found in one walk over the tree. A response mentions few
   * nodes, so an index of all nodes would cost more than the rest of the check.
   */
  private static final class MentionedNodes {
    private final long[] ids;
    private final @Nullable Node[] nodes;
    private int last;

    MentionedNodes(ContentResponse response, DatapointTree tree) {
      ids = ids(response);
      nodes = new @Nullable Node[ids.length];
      if (ids.length > 0) {
        collect(tree.roots());
      }
    }

    /** Returns the ids, sorted. It uses loops, because it runs for every response. */
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
      return Arrays.stream(found, 0, count).sorted().distinct().toArray();
    }

    private void collect(List<Node> siblings) {
      for (Node node : siblings) {
        int at = place(node.id());
        if (at < ids.length && ids[at] == node.id() && nodes[at] == null) {
          nodes[at] = node;
        }
        if (node instanceof Container container) {
          collect(container.children());
        }
      }
    }

    /** Returns the place of the first id that is not smaller. */
    private int place(long id) {
      // Most ids follow that of the node before, so that they belong to its place or to the next.
      int next = last + (last < ids.length && ids[last] < id ? 1 : 0);
      if ((next > 0 && ids[next - 1] >= id) || (next < ids.length && ids[next] < id)) {
        int found = Arrays.binarySearch(ids, id);
        next = found < 0 ? -found - 1 : found;
      }
      last = next;
      return next;
    }

    /**
     * Returns the node with this id, which the response mentions; null if the document does not
     * have it.
     */
    @Nullable Node byId(long id) {
      return nodes[Arrays.binarySearch(ids, id)];
    }
  }
}
