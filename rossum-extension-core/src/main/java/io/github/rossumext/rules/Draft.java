package io.github.rossumext.rules;

import io.github.rossumext.internal.check.DocumentFacts;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.response.AutomationBlocker;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.value.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the response to one request comes to so far: edits, messages and automation blockers. A rule
 * that fails takes its own back. Not thread-safe.
 */
final class Draft {
  private static final Logger LOG = LoggerFactory.getLogger(ContentEditor.class);

  private final Edits edits = new Edits();
  private final List<Message> messages = new ArrayList<>();
  private final List<AutomationBlocker> blockers = new ArrayList<>();

  /** The state before a rule, to return to if it fails. */
  record Checkpoint(int edits, int messages, int blockers) {}

  Edits edits() {
    return edits;
  }

  void say(Message message) {
    messages.add(message);
  }

  void block(AutomationBlocker blocker) {
    blockers.add(blocker);
  }

  Checkpoint checkpoint() {
    return new Checkpoint(edits.checkpoint(), messages.size(), blockers.size());
  }

  void rollback(Checkpoint before) {
    edits.rollback(before.edits());
    messages.subList(before.messages(), messages.size()).clear();
    blockers.subList(before.blockers(), blockers.size()).clear();
  }

  /**
   * The response, without what was said on rows and values that were removed.
   *
   * @param lost gets what was left out because Rossum would lose it, a sentence each
   */
  ContentResponse response(DocumentFacts facts, String requestId, Consumer<String> lost) {
    warnOfRowsBeyondTheMost(facts, requestId);
    ContentResponse.Builder response = ContentResponse.builder();
    Set<Long> removed = edits.removedDatapoints();
    messages.stream()
        .filter(message -> !isIn(removed, message.datapointId()))
        .forEach(response::message);
    edits.operations(facts, lost).forEach(response::operation);
    blockers.stream()
        .filter(blocker -> !isIn(removed, blocker.datapointId()))
        .forEach(response::automationBlocker);
    return response.build();
  }

  private static boolean isIn(Set<Long> removed, OptionalLong id) {
    return id.isPresent() && !removed.isEmpty() && removed.contains(id.getAsLong());
  }

  // What Rossum does with more rows than the schema allows is unknown: no reason to refuse them.
  private void warnOfRowsBeyondTheMost(DocumentFacts facts, String requestId) {
    edits
        .sizesOfExtended()
        .forEach(
            (multivalue, size) ->
                facts
                    .multivalue(multivalue)
                    .definition()
                    .filter(known -> size > known.maxOccurrences())
                    .ifPresent(
                        known ->
                            LOG.warn(
                                "too many rows request={} schema_id={} rows={} max={}",
                                requestId,
                                Printable.quoted(multivalue.schemaId()),
                                size,
                                known.maxOccurrences())));
  }
}
