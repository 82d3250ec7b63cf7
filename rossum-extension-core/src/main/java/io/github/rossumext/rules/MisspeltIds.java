package io.github.rossumext.rules;

import io.github.rossumext.HookContext;
import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.internal.check.DocumentFacts;
import io.github.rossumext.internal.check.ResponseCheck.LossReporter;
import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.Nearest;
import io.github.rossumext.internal.help.OncePerHook;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.schema.Schema;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports a schema id that a rule asks for, if neither the document nor its schema has it, and one
 * of theirs is near. An id without a near one is a field that this queue does not have: to ask for
 * it is how a rule finds out. Not thread-safe.
 */
final class MisspeltIds {
  private static final Logger LOG = LoggerFactory.getLogger(ContentEditor.class);
  private static final Function<HookContext, OncePerHook.OfHook> ONCE =
      Access.way(HookContext.class, OncePerHook.OfHook.class);

  private final DatapointTree tree;
  private final DocumentFacts facts;
  private final LossReporter losses;
  private final OncePerHook.OfHook once;
  private final String requestId;
  // A rule may ask for each of thousands of rows.
  private final Set<String> seen = new HashSet<>();
  private @Nullable Set<String> known;

  MisspeltIds(DatapointTree tree, DocumentFacts facts, HookContext context, LossReporter losses) {
    this.tree = tree;
    this.facts = facts;
    this.losses = losses;
    this.once = ONCE.apply(context);
    this.requestId = context.requestId();
  }

  /**
   * Reports the id if it is misspelt.
   *
   * @throws UnknownFieldException if it is, and losses are refused
   */
  void report(String schemaId) {
    if (isKnown(schemaId) || !seen.add(schemaId)) {
      return;
    }
    if (!losses.isRefusing() && !once.isFirst(kindAmongKnown(), schemaId)) {
      return;
    }
    String near = Nearest.near(schemaId, known()).orElse(null);
    if (near == null) {
      return;
    }
    if (losses.isRefusing()) {
      seen.remove(schemaId);
      throw losses.refused(
          new UnknownFieldException(
              HelpTopic.UNKNOWN_FIELD,
              "Neither the document nor its schema has '"
                  + schemaId
                  + "'. Did you mean "
                  + near
                  + "?"));
    }
    if (once.isFirst("schema id", schemaId)) {
      LOG.warn(
          "unknown schema id request={} schema_id={} nearest={}",
          requestId,
          Printable.quoted(schemaId),
          Printable.quoted(near));
    }
  }

  private boolean isKnown(String schemaId) {
    return !tree.bySchemaId(schemaId).isEmpty()
        || facts.schema().flatMap(schema -> schema.bySchemaId(schemaId)).isPresent();
  }

  /**
   * Identifies the known ids. A rule that asks for a field that a queue does not have does so in
   * each request, and the search for a near id costs more than the rest of the rule.
   */
  private String kindAmongKnown() {
    return "schema id among "
        + tree.schemaIds().hashCode()
        + facts.schema().map(schema -> " " + schema.schemaIds().hashCode()).orElse("");
  }

  private Set<String> known() {
    if (known == null) {
      Set<String> ids = new LinkedHashSet<>(tree.schemaIds());
      facts.schema().map(Schema::schemaIds).ifPresent(ids::addAll);
      known = ids;
    }
    return known;
  }
}
