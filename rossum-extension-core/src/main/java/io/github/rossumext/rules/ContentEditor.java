package io.github.rossumext.rules;

import io.github.rossumext.HookContext;
import io.github.rossumext.LossyWriteException;
import io.github.rossumext.SettingsException;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.AutomationBlocker;
import io.github.rossumext.response.CheckedResponse;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live document of one call: rules read and edit it, and reads reflect the edits. The answer is
 * derived from them: one minimal operation for each datapoint, none for a value that did not
 * change, in the order of first writes (protocol §4.1).
 *
 * <p>Mutable and not thread-safe: use it in the thread that was called with it.
 */
public final class ContentEditor {
  private static final Logger LOG = LoggerFactory.getLogger(ContentEditor.class);

  private final ContentPayload payload;
  private final HookContext context;
  private final FieldLookup lookup;
  private final TableColumns columns;
  private final Losses losses;
  private Edits edits = new Edits();
  private final List<Message> messages = new ArrayList<>();
  private final List<AutomationBlocker> blockers = new ArrayList<>();

  private ContentEditor(ContentPayload payload, HookContext context) {
    this.payload = payload;
    this.context = context;
    this.lookup = new FieldLookup(payload.content(), payload::schema);
    this.columns = new TableColumns(payload::schema);
    this.losses = new Losses(context);
  }

  /** An editor without edits; {@link ContentRules} makes it for its rules. */
  public static ContentEditor of(ContentPayload payload, HookContext context) {
    return new ContentEditor(payload, context);
  }

  /** What Rossum sent, without the edits. */
  public ContentPayload payload() {
    return payload;
  }

  /** Settings, secrets and the time that is left. */
  public HookContext context() {
    return context;
  }

  /**
   * The settings of the hook laid over these defaults.
   *
   * @throws SettingsException if they do not fit
   */
  public <T> T settings(T defaults) {
    return context.settings(defaults);
  }

  /**
   * The settings of the hook as a record of the author's, each component of which must be there.
   *
   * @throws SettingsException if they do not fit
   */
  public <T> T settings(Class<T> type) {
    return context.settings(type);
  }

  /** The schema of the document; empty if it was not sideloaded. */
  public Optional<Schema> schema() {
    return payload.schema();
  }

  @Nullable SchemaDatapoint definition(String schemaId) {
    return payload.schema().flatMap(known -> known.datapoint(schemaId)).orElse(null);
  }

  /**
   * A field, whatever its type.
   *
   * @throws UnknownFieldException if the document has no such field; the message names the nearest
   */
  public Field field(String schemaId) {
    return new Field(this, slot(schemaId));
  }

  /**
   * A field that holds a number.
   *
   * @throws UnknownFieldException if the document has no such field, or it is a date or button by
   *     the schema; the message names the nearest
   */
  public NumberField number(String schemaId) {
    return new NumberField(this, typed(slot(schemaId), ValueType.NUMBER));
  }

  /**
   * A field that holds a date.
   *
   * @throws UnknownFieldException if the document has no such field, or it is a number or button by
   *     the schema; the message names the nearest
   */
  public DateField date(String schemaId) {
    return new DateField(this, typed(slot(schemaId), ValueType.DATE));
  }

  private Slot slot(String schemaId) {
    return lookup.field(schemaId).map(Slot::of).orElseThrow(() -> lookup.unknownField(schemaId));
  }

  /** The same, unless the schema says that it holds something else. */
  Slot typed(Slot slot, ValueType type) {
    requireType(slot.schemaId(), type);
    return slot;
  }

  /** Refuses a field or column of which the schema says that it holds something else. */
  void requireType(String schemaId, ValueType type) {
    SchemaDatapoint definition = definition(schemaId);
    if (definition != null) {
      DatapointType known = definition.type();
      ValueType declared = ValueType.of(known);
      if (known.equals(DatapointType.BUTTON) || (declared != ValueType.TEXT && declared != type)) {
        throw new UnknownFieldException(
            HelpTopic.FIELD_OF_ANOTHER_KIND,
            "'"
                + schemaId
                + "' is "
                + (known.equals(DatapointType.BUTTON) ? "a button" : declared.named())
                + " by the schema, not "
                + type.named()
                + ".");
      }
    }
  }

  /** A field that a queue may not have. */
  public Optional<Field> find(String schemaId) {
    return lookup.field(schemaId).map(found -> new Field(this, Slot.of(found)));
  }

  /**
   * A table.
   *
   * @throws UnknownFieldException if the document has no such table; the message names the nearest
   */
  public Table table(String schemaId) {
    return lookup
        .multivalue(schemaId)
        .filter(lookup::mayBeTable)
        .map(found -> new Table(this, found))
        .orElseThrow(() -> lookup.unknownTable(schemaId));
  }

  /**
   * A simple multivalue: a list of single values.
   *
   * @throws UnknownFieldException if the document has none of that name; the message names the
   *     nearest
   */
  public ValueList list(String schemaId) {
    return lookup
        .multivalue(schemaId)
        .filter(lookup::mayBeList)
        .map(found -> new ValueList(this, found))
        .orElseThrow(() -> lookup.unknownList(schemaId));
  }

  /** Whether the document has all of these, each a field, a table or a simple multivalue. */
  public boolean has(String... schemaIds) {
    for (String schemaId : schemaIds) {
      if (lookup.field(schemaId).isEmpty() && lookup.multivalue(schemaId).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  List<String> columns(Multivalue table) {
    return columns.all(table);
  }

  boolean isButton(Multivalue table, String column) {
    return columns.isButton(table, column);
  }

  /**
   * The document as a record of the author's: each component is the field, table or simple
   * multivalue of its name in snake_case, or of its {@link SchemaId}. A component is a {@code
   * String}, {@code BigDecimal}, {@code LocalDate}, {@code long}, {@code int} or {@code boolean},
   * an {@code Optional} of one, a {@code List} of one for a simple multivalue, or a {@code List} of
   * records for a table. An empty text is {@code ""}, or an empty {@code Optional}. On the module
   * path, the record's package must be open to {@code io.github.rossumext}.
   *
   * @throws UnknownFieldException if a component names nothing in the document; the message names
   *     the nearest
   * @throws BindingException if a field does not fit its component, such as an empty one for a bare
   *     number; the message names it
   * @throws IllegalArgumentException if a component has a type that no field can be bound to
   */
  public <T extends Record> T as(Class<T> type) {
    return RecordBinder.of(type).bind(new RecordBinder.OfDocument(this));
  }

  /**
   * Whether the user, or an extension before this one, changed one of these: a field, or a cell,
   * row or table of this schema id.
   */
  public boolean changed(String... schemaIds) {
    for (String schemaId : schemaIds) {
      for (Node node : payload.content().bySchemaId(schemaId)) {
        if (payload.isUpdated(node.id())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the user clicked this button. */
  public boolean clicked(String schemaId) {
    for (Node node : payload.content().bySchemaId(schemaId)) {
      if (node instanceof Datapoint button && button.isButton() && payload.isUpdated(button.id())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the call is for this action. */
  public boolean at(HookAction action) {
    return payload.action().equals(action);
  }

  /**
   * Whether there is a reason to work something out again: the extraction has just finished, or one
   * of these was changed.
   */
  public boolean concerns(String... schemaIds) {
    return at(HookAction.INITIALIZE) || changed(schemaIds);
  }

  /** An error for the whole document: it blocks confirming and automation. */
  public void error(String text) {
    error(Html.escape(text));
  }

  /** An error for the whole document: it blocks confirming and automation. */
  public void error(Html text) {
    say(Message.of(MessageType.ERROR, text));
  }

  /** A warning for the whole document. */
  public void warning(String text) {
    warning(Html.escape(text));
  }

  /** A warning for the whole document. */
  public void warning(Html text) {
    say(Message.of(MessageType.WARNING, text));
  }

  /** A piece of information for the whole document. */
  public void info(String text) {
    info(Html.escape(text));
  }

  /** A piece of information for the whole document. */
  public void info(Html text) {
    say(Message.of(MessageType.INFO, text));
  }

  void say(Message message) {
    messages.add(message);
  }

  /**
   * A reason why a user must see the document. Rossum honours it at {@code initialize}; at other
   * actions it is left out of the answer, so that one rule can serve them all.
   */
  public void automationBlocker(String text) {
    block(AutomationBlocker.of(text));
  }

  void block(AutomationBlocker blocker) {
    if (at(HookAction.INITIALIZE)) {
      blockers.add(blocker);
    } else {
      LOG.debug(
          "An automation blocker is left out, since this is not initialize (request {}).",
          context.requestId());
    }
  }

  Edits edits() {
    return edits;
  }

  Losses losses() {
    return losses;
  }

  /**
   * The answer that the edits come to so far, without what Rossum would lose.
   *
   * @throws LossyWriteException if Rossum would lose something and the endpoint refuses that
   */
  public ContentResponse response() {
    reportRowsBeyondTheMost();
    ContentResponse.Builder response = ContentResponse.builder();
    Set<Long> removed = edits.removedDatapoints();
    messages.stream()
        .filter(message -> !isIn(removed, message.datapointId()))
        .forEach(response::message);
    edits.operations(columns::sent).forEach(response::operation);
    blockers.stream()
        .filter(blocker -> !isIn(removed, blocker.datapointId()))
        .forEach(response::automationBlocker);
    CheckedResponse<ContentResponse> checked = response.build().checkedFor(payload);
    checked.losses().forEach(context::reportLoss);
    return checked.kept();
  }

  private static boolean isIn(Set<Long> removed, OptionalLong id) {
    return id.isPresent() && !removed.isEmpty() && removed.contains(id.getAsLong());
  }

  // What Rossum does with more rows than the schema allows is not known: no reason to refuse them.
  private void reportRowsBeyondTheMost() {
    for (Multivalue multivalue : edits.extended()) {
      payload
          .schema()
          .flatMap(known -> known.multivalue(multivalue.schemaId()))
          .ifPresent(known -> reportBeyond(known.maxOccurrences(), multivalue));
    }
  }

  private void reportBeyond(int most, Multivalue multivalue) {
    int size = edits.sizeOf(multivalue);
    if (size > most) {
      LOG.warn(
          "The multivalue of the schema allows {} rows or values and gets {} (request {}).",
          most,
          size,
          context.requestId());
    }
  }

  /** The state before a rule, to return to if it fails. */
  record Checkpoint(Edits edits, int messages, int blockers) {}

  Checkpoint checkpoint() {
    return new Checkpoint(edits.copy(), messages.size(), blockers.size());
  }

  void rollback(Checkpoint before) {
    edits = before.edits();
    messages.subList(before.messages(), messages.size()).clear();
    blockers.subList(before.blockers(), blockers.size()).clear();
  }

  /** Event and size; nothing of the content. */
  @Override
  public String toString() {
    return "ContentEditor[" + payload + "]";
  }
}
