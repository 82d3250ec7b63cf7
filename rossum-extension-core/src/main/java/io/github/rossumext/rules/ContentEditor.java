package io.github.rossumext.rules;

import io.github.rossumext.HookContext;
import io.github.rossumext.LossyWriteException;
import io.github.rossumext.SettingsException;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Node;
import io.github.rossumext.content.Tuple;
import io.github.rossumext.internal.check.DocumentFacts;
import io.github.rossumext.internal.check.ResponseCheck;
import io.github.rossumext.internal.check.ResponseCheck.LossReporter;
import io.github.rossumext.internal.check.ValueType;
import io.github.rossumext.internal.help.OncePerHook;
import io.github.rossumext.internal.json.Access;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.AutomationBlocker;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.Key;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The live document of one request. Rules read and edit it. A read sees the edits that were made
 * before.
 *
 * {@snippet class="io.github.rossumext.snippets.RuleSnippetsTest" region="editor"}
 *
 * <p>The edits become the response: one operation for each changed field, in the order of the first
 * writes. A field that holds the same as before is not sent.
 *
 * <p>Mutable and not thread-safe: use it only in the call, and in the thread, that got it.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#responses-to-content-events">The
 *     protocol: responses to content events</a>
 */
public final class ContentEditor {
  private static final Function<HookContext, LossReporter> LOSSES =
      Access.way(HookContext.class, LossReporter.class);
  private static final Function<HookContext, OncePerHook.OfHook> REPORTED =
      Access.way(HookContext.class, OncePerHook.OfHook.class);

  private final ContentPayload payload;
  private final HookContext context;
  private final LossReporter losses;
  private final DocumentFacts facts;
  private final FieldLookup lookup;
  private final Draft draft = new Draft();
  private final Map<SharedKey<?>, Object> shared = new HashMap<>();

  private ContentEditor(ContentPayload payload, HookContext context) {
    this.payload = payload;
    this.context = context;
    this.losses = LOSSES.apply(context);
    this.facts = DocumentFacts.of(payload::schema);
    this.lookup = new FieldLookup(payload.content(), facts);
  }

  /**
   * Returns an editor without edits. {@link ContentRules} does this for you: call it in tests and
   * in handlers of your own.
   */
  public static ContentEditor of(ContentPayload payload, HookContext context) {
    return new ContentEditor(payload, context);
  }

  /** Returns what Rossum sent, without the edits. */
  public ContentPayload payload() {
    return payload;
  }

  /** Returns the context: settings, secrets and the time that is left. */
  public HookContext context() {
    return context;
  }

  /**
   * Returns the settings of the hook, with these defaults for what is missing.
   *
   * @throws SettingsException if they do not fit
   */
  public <T> T settings(T defaults) {
    return context.settings(defaults);
  }

  /**
   * Returns the settings of the hook as your record. The settings must have each component.
   *
   * @throws SettingsException if they do not fit
   */
  public <T> T settings(Class<T> type) {
    return context.settings(type);
  }

  /**
   * Returns data that several rules of one request need. The first rule that calls this loads the
   * data, and the others get the same object. If loading fails, the next rule tries again.
   *
   * @throws E if the data cannot be loaded
   */
  @SuppressWarnings("unchecked") // a key has one type, and only its loader's data is put under it
  public <T, E extends Exception> T shared(SharedKey<T> key, SharedKey.Loader<T, E> loader)
      throws E {
    Object known = shared.get(key);
    if (known == null) {
      known = loader.load();
      shared.put(key, known);
    }
    return (T) known;
  }

  /** Returns the schema of the document; empty if it was not sideloaded. */
  public Optional<Schema> schema() {
    return payload.schema();
  }

  DocumentFacts facts() {
    return facts;
  }

  /**
   * Returns a field as a text.
   *
   * @throws UnknownFieldException if the document does not have the field; the message names the
   *     nearest
   */
  public Field field(String schemaId) {
    return new Field(this, slot(schemaId));
  }

  /**
   * Returns a field that holds a number.
   *
   * @throws UnknownFieldException if the document does not have the field, or the schema says that
   *     it holds something else; the message names the nearest
   */
  public NumberField number(String schemaId) {
    return new NumberField(this, typed(slot(schemaId), ValueType.NUMBER));
  }

  /**
   * Returns a field that holds a date.
   *
   * @throws UnknownFieldException if the document does not have the field, or the schema says that
   *     it holds something else; the message names the nearest
   */
  public DateField date(String schemaId) {
    return new DateField(this, typed(slot(schemaId), ValueType.DATE));
  }

  /**
   * Returns a field that holds {@code True} or {@code False}.
   *
   * @throws UnknownFieldException if the document does not have the field, or the schema says that
   *     it holds something else; the message names the nearest
   */
  public BooleanField bool(String schemaId) {
    return new BooleanField(this, typed(slot(schemaId), ValueType.BOOLEAN));
  }

  private Slot slot(String schemaId) {
    return lookup
        .field(schemaId)
        .map(Slot.Received::new)
        .orElseThrow(() -> lookup.unknownField(schemaId));
  }

  /** The same, unless the schema says that it holds something else. */
  Slot typed(Slot slot, ValueType type) {
    requireType(slot.schemaId(), type);
    return slot;
  }

  /** Refuses a field or column if the schema says that it holds something else. */
  void requireType(String schemaId, ValueType type) {
    lookup.requireType(schemaId, type);
  }

  /** Returns a field that a queue may not have. */
  public Optional<Field> find(String schemaId) {
    return lookup.field(schemaId).map(found -> field(schemaId));
  }

  /**
   * Returns a field that a queue may not have, as a number.
   *
   * @throws UnknownFieldException if the schema says that it holds something else
   */
  public Optional<NumberField> findNumber(String schemaId) {
    return lookup.field(schemaId).map(found -> number(schemaId));
  }

  /**
   * Returns a field that a queue may not have, as a date.
   *
   * @throws UnknownFieldException if the schema says that it holds something else
   */
  public Optional<DateField> findDate(String schemaId) {
    return lookup.field(schemaId).map(found -> date(schemaId));
  }

  /**
   * Returns a field that a queue may not have, as a boolean.
   *
   * @throws UnknownFieldException if the schema says that it holds something else
   */
  public Optional<BooleanField> findBool(String schemaId) {
    return lookup.field(schemaId).map(found -> bool(schemaId));
  }

  /**
   * Returns every field with a schema id: one field, the cells of a column in the order of the
   * rows, or the values of a list. Removed rows and values are left out, and appended ones come
   * last.
   *
   * @throws UnknownFieldException if neither the document nor its sideloaded schema knows the id;
   *     the message names the nearest
   */
  public List<Field> fields(String schemaId) {
    List<Field> fields = new ArrayList<>();
    for (Node node : payload.content().bySchemaId(schemaId)) {
      if (node instanceof Datapoint datapoint && !isRemoved(datapoint)) {
        fields.add(new Field(this, new Slot.Received(datapoint)));
      }
    }
    for (Addition addition : edits().appended()) {
      if (hasCell(addition, schemaId)) {
        fields.add(new Field(this, new Slot.Fresh(addition, schemaId)));
      }
    }
    if (fields.isEmpty()
        && facts.schema().isPresent()
        && facts.definition(schemaId) == null
        && payload.content().bySchemaId(schemaId).isEmpty()) {
      throw lookup.unknownField(schemaId);
    }
    return Collections.unmodifiableList(fields);
  }

  private boolean isRemoved(Datapoint datapoint) {
    return edits().isRemoved(datapoint)
        || (datapoint.parent().orElse(null) instanceof Tuple row && edits().isRemoved(row));
  }

  private boolean hasCell(Addition addition, String schemaId) {
    return addition.isRow()
        ? new Table(this, addition.multivalue()).columnsOf(addition).contains(schemaId)
        : new ValueList(this, addition.multivalue()).itemSchemaId().equals(schemaId);
  }

  /**
   * Returns a table.
   *
   * @throws UnknownFieldException if the document does not have the table; the message names the
   *     nearest
   */
  public Table table(String schemaId) {
    return findTable(schemaId).orElseThrow(() -> lookup.unknownTable(schemaId));
  }

  /** Returns a table that a queue may not have. */
  public Optional<Table> findTable(String schemaId) {
    return lookup
        .multivalue(schemaId)
        .filter(found -> facts.multivalue(found).mayBeTable())
        .map(found -> new Table(this, found));
  }

  /**
   * Returns a list of values.
   *
   * @throws UnknownFieldException if the document does not have the list; the message names the
   *     nearest
   */
  public ValueList list(String schemaId) {
    return findList(schemaId).orElseThrow(() -> lookup.unknownList(schemaId));
  }

  /** Returns a list that a queue may not have. */
  public Optional<ValueList> findList(String schemaId) {
    return lookup
        .multivalue(schemaId)
        .filter(found -> facts.multivalue(found).mayBeList())
        .map(found -> new ValueList(this, found));
  }

  /** Returns whether the document has all of these fields, tables and lists. */
  public boolean has(String... schemaIds) {
    for (String schemaId : schemaIds) {
      if (lookup.field(schemaId).isEmpty() && lookup.multivalue(schemaId).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the document as your record. Each component reads the field, table or list with its
   * name, or with the name in its {@link Key}; case, {@code _} and {@code -} do not count. The
   * types of components are:
   *
   * <ul>
   *   <li>for a field: {@code String}, {@code BigDecimal}, {@code LocalDate}, {@code long}, {@code
   *       int} or {@code boolean}, or an {@code Optional} of one of them
   *   <li>for a list: a {@code List} of one of them
   *   <li>for a table: a {@code List} of records
   * </ul>
   *
   * <p>An empty field is the text {@code ""}, or an empty {@code Optional}. On the module path,
   * open the record's package to {@code io.github.rossumext}.
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
   * Returns whether the user, or an extension before this one, changed one of these: a field, or a
   * cell, row or table of this schema id.
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

  /** Returns whether the user clicked this button. */
  public boolean clicked(String schemaId) {
    for (Node node : payload.content().bySchemaId(schemaId)) {
      if (node instanceof Datapoint button && button.isButton() && payload.isUpdated(button.id())) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the request has this action. */
  public boolean at(HookAction action) {
    return payload.action().equals(action);
  }

  /**
   * Returns whether a rule about these fields has a reason to run: the extraction has just
   * finished, or one of them was {@linkplain #changed changed}.
   */
  public boolean concerns(String... schemaIds) {
    return at(HookAction.INITIALIZE) || changed(schemaIds);
  }

  /** Adds an error for the whole document: it blocks confirming and automation. */
  public void error(String text) {
    say(MessageType.ERROR, text);
  }

  /** Adds an error for the whole document: it blocks confirming and automation. */
  public void error(Html text) {
    say(MessageType.ERROR, text);
  }

  /** Adds a warning for the whole document. */
  public void warning(String text) {
    say(MessageType.WARNING, text);
  }

  /** Adds a warning for the whole document. */
  public void warning(Html text) {
    say(MessageType.WARNING, text);
  }

  /** Adds an info message for the whole document. */
  public void info(String text) {
    say(MessageType.INFO, text);
  }

  /** Adds an info message for the whole document. */
  public void info(Html text) {
    say(MessageType.INFO, text);
  }

  /** Adds a message for the whole document, whose type may come from the settings. */
  public void say(MessageType type, String text) {
    say(Message.of(type, text));
  }

  /** Adds a message for the whole document, whose type may come from the settings. */
  public void say(MessageType type, Html text) {
    say(Message.of(type, text));
  }

  void say(Message message) {
    draft.say(message);
  }

  /**
   * Adds a reason why a user must see the document. Rossum reads it at {@code initialize}. At other
   * actions it is left out of the response, so that one rule can serve all actions.
   */
  public void automationBlocker(String text) {
    block(AutomationBlocker.of(text));
  }

  void block(AutomationBlocker blocker) {
    draft.block(blocker);
  }

  Edits edits() {
    return draft.edits();
  }

  /** Returns the mistakes that the endpoint has reported for the hook of the request. */
  OncePerHook.OfHook reported() {
    return REPORTED.apply(context);
  }

  /** Reports a write that is lost. */
  void lost(Slot slot, String why) {
    losses.report("The field '" + slot.schemaId() + "' " + why + ".");
  }

  /** Reports what is said on a field that does not have an id yet. */
  void saidOnNew(String what, Slot slot) {
    losses.report(
        what
            + " on '"
            + slot.schemaId()
            + "' of a new row cannot be sent, because a new row has no id before the next event."
            + " Call the same method of ContentEditor, which is for the whole document.");
  }

  /**
   * Returns the response for the edits so far, without what Rossum would lose.
   *
   * @throws LossyWriteException if Rossum would lose something and the endpoint refuses that
   */
  public ContentResponse response() {
    ContentResponse response = uncheckedResponse();
    ResponseCheck.logBlockersLeftOut(response, payload, context.requestId());
    ResponseCheck<ContentResponse> checked = ResponseCheck.of(response, payload);
    checked.losses().forEach(losses::report);
    return checked.kept();
  }

  /** The response that the edits come to, for the endpoint, which checks every response once. */
  ContentResponse uncheckedResponse() {
    return draft.response(facts, context.requestId());
  }

  Draft draft() {
    return draft;
  }

  /** Returns the event and the size, and nothing of the content. */
  @Override
  public String toString() {
    return "ContentEditor[" + payload + "]";
  }
}
