package io.github.rossumext.rules;

import io.github.rossumext.HookContext;
import io.github.rossumext.LossyWriteException;
import io.github.rossumext.SettingsException;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.content.Node;
import io.github.rossumext.content.Tuple;
import io.github.rossumext.internal.check.DocumentFacts;
import io.github.rossumext.internal.check.ResponseCheck;
import io.github.rossumext.internal.check.ResponseCheck.LossReporter;
import io.github.rossumext.internal.check.ValueType;
import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.help.OncePerHook;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.AutomationBlocker;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.Operation;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.Key;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.ResourceUrl;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The document of one request, with the edits so far. Rules read and edit it.
 *
 * {@snippet class="io.github.rossumext.snippets.RuleSnippetsTest" region="editor"}
 *
 * <p>The edits become the response: one operation for each changed field, in the order of the first
 * writes. A field that holds the same as before is not sent.
 *
 * <p>Mutable and not thread-safe: use it only during the method call that got it, and only in that
 * thread.
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

  // Null for content that was fetched.
  private final @Nullable ContentPayload payload;
  // Null if it is unknown.
  private final @Nullable ResourceUrl annotationUrl;
  private final DatapointTree received;
  private final HookContext context;
  private final LossReporter losses;
  private final DocumentFacts facts;
  private final FieldLookup lookup;
  private final MisspeltIds misspelt;
  private final Trigger trigger;
  private final Draft draft = new Draft();
  private final Map<SharedKey<?>, Object> shared = new HashMap<>();

  // Losses that an earlier response of this editor has reported.
  private List<String> reported = List.of();

  private ContentEditor(
      @Nullable ContentPayload payload,
      @Nullable ResourceUrl annotationUrl,
      DatapointTree received,
      DocumentFacts facts,
      Trigger trigger,
      HookContext context) {
    this.payload = payload;
    this.annotationUrl = annotationUrl;
    this.received = received;
    this.context = context;
    this.losses = LOSSES.apply(context);
    this.facts = facts;
    this.lookup = new FieldLookup(received, facts);
    this.misspelt = new MisspeltIds(received, facts, context, losses);
    this.trigger = trigger;
  }

  /**
   * Returns an editor without edits. {@link ContentRules} does this for you: call it in tests and
   * in handlers of your own.
   */
  public static ContentEditor of(ContentPayload payload, HookContext context) {
    DocumentFacts facts = DocumentFacts.of(payload::schema);
    DatapointTree received = payload.content();
    return new ContentEditor(
        payload,
        payload.annotation().url().orElse(null),
        received,
        facts,
        Trigger.of(payload.action(), payload::isUpdated, received, facts),
        context);
  }

  /**
   * Returns an editor of content that you fetched, to apply a {@link ContentRule} to it.
   *
   * {@snippet class="io.github.rossumext.snippets.RuleSnippetsTest" region="fetched"}
   *
   * <p>Fetched content does not say what was changed. So {@link #changed} is false, and {@link
   * #concerns} is true. Post the {@link #operations()} to Rossum. Messages and automation blockers
   * are not sent: read them from the {@link #response()}.
   *
   * @param content the content, such as {@code DatapointTree.of(RawJson.of(body))}
   * @param schema the schema, such as {@code Schema.of(RawJson.of(body))}
   * @param context the context of the request that you handle, such as {@code
   *     invocation.scheduled}. Its endpoint decides what happens to lossy writes.
   */
  public static ContentEditor of(DatapointTree content, Schema schema, HookContext context) {
    return ofFetched(null, content, facts(schema), context);
  }

  /**
   * Returns an editor of content that you fetched, with the URL of its annotation; see {@link
   * #of(DatapointTree, Schema, HookContext)}.
   *
   * @param annotation the URL, which {@link #annotationUrl()} returns
   */
  public static ContentEditor of(
      ResourceUrl annotation, DatapointTree content, Schema schema, HookContext context) {
    return ofFetched(annotation, content, facts(schema), context);
  }

  private static DocumentFacts facts(Schema schema) {
    Optional<Schema> known = Optional.of(schema);
    return DocumentFacts.of(() -> known);
  }

  /**
   * Returns an editor of content that you fetched, without its schema; see {@link
   * #of(DatapointTree, Schema, HookContext)}.
   */
  public static ContentEditor of(DatapointTree content, HookContext context) {
    return ofFetched(null, content, DocumentFacts.of(Optional::empty), context);
  }

  private static ContentEditor ofFetched(
      @Nullable ResourceUrl annotation,
      DatapointTree content,
      DocumentFacts facts,
      HookContext context) {
    Trigger trigger = Trigger.ofFetched(context.action(), content, facts);
    return new ContentEditor(null, annotation, content, facts, trigger, context);
  }

  /**
   * Returns the request that brought the content.
   *
   * @throws IllegalStateException if the content was fetched
   */
  public ContentPayload payload() {
    if (payload == null) {
      throw new IllegalStateException(
          "The content was fetched, so no request brought it. Use received(), schema(),"
              + " annotationUrl() and context().");
    }
    return payload;
  }

  /**
   * Returns the URL of the annotation, for your calls to Rossum's API. Empty if Rossum did not send
   * it, or if the content was fetched and nobody named its annotation.
   */
  public Optional<ResourceUrl> annotationUrl() {
    return Optional.ofNullable(annotationUrl);
  }

  /** Returns the content as Rossum sent it, without the edits. */
  public DatapointTree received() {
    return received;
  }

  /** Returns the context: settings, secrets and the time that is left. */
  public HookContext context() {
    return context;
  }

  /**
   * Returns the settings of the hook, with these defaults for what is missing.
   *
   * @throws SettingsException if they do not fit
   * @throws IllegalStateException if the package of the record is not open to Jackson; the message
   *     has the line to add to {@code module-info.java}
   */
  public <T> T settings(T defaults) {
    return context.settings(defaults);
  }

  /**
   * Returns the settings of the hook as your record. Each component of the record must have a key
   * in the settings, unless it is an {@code Optional}.
   *
   * @throws SettingsException if they do not fit
   * @throws IllegalStateException if the package of the record is not open to Jackson; the message
   *     has the line to add to {@code module-info.java}
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

  /** Returns the schema of the document; empty if it was neither sideloaded nor given. */
  public Optional<Schema> schema() {
    return facts.schema();
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
   * @throws UnknownFieldException if the document does not have the field, or if the field has
   *     another type in the schema
   */
  public NumberField number(String schemaId) {
    return new NumberField(this, typed(slot(schemaId), ValueType.NUMBER));
  }

  /**
   * Returns a field that holds a date.
   *
   * @throws UnknownFieldException if the document does not have the field, or if the field has
   *     another type in the schema
   */
  public DateField date(String schemaId) {
    return new DateField(this, typed(slot(schemaId), ValueType.DATE));
  }

  /**
   * Returns a field that holds {@code True} or {@code False}.
   *
   * @throws UnknownFieldException if the document does not have the field, or if the field has
   *     another type in the schema
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

  /** The same, unless the field has another type in the schema. */
  Slot typed(Slot slot, ValueType type) {
    requireType(slot.schemaId(), type);
    return slot;
  }

  /** Refuses a field or column that has another type in the schema. */
  void requireType(String schemaId, ValueType type) {
    lookup.requireType(schemaId, type);
  }

  /** Returns a field that a queue may not have. A misspelt id is reported as by {@link #has}. */
  public Optional<Field> find(String schemaId) {
    return reported(schemaId, lookup.field(schemaId)).map(found -> field(schemaId));
  }

  private <T> Optional<T> reported(String schemaId, Optional<T> found) {
    if (found.isEmpty()) {
      misspelt.report(schemaId);
    }
    return found;
  }

  /** Reports a column that a row or table does not have, if it is probably misspelt. */
  void reportIfMisspelt(String column) {
    misspelt.report(column);
  }

  /**
   * Returns a field that a queue may not have, as a number. A misspelt id is reported as by {@link
   * #has}.
   *
   * @throws UnknownFieldException if the field has another type in the schema
   */
  public Optional<NumberField> findNumber(String schemaId) {
    return reported(schemaId, lookup.field(schemaId)).map(found -> number(schemaId));
  }

  /**
   * Returns a field that a queue may not have, as a date. A misspelt id is reported as by {@link
   * #has}.
   *
   * @throws UnknownFieldException if the field has another type in the schema
   */
  public Optional<DateField> findDate(String schemaId) {
    return reported(schemaId, lookup.field(schemaId)).map(found -> date(schemaId));
  }

  /**
   * Returns a field that a queue may not have, as a boolean. A misspelt id is reported as by {@link
   * #has}.
   *
   * @throws UnknownFieldException if the field has another type in the schema
   */
  public Optional<BooleanField> findBool(String schemaId) {
    return reported(schemaId, lookup.field(schemaId)).map(found -> bool(schemaId));
  }

  /**
   * Returns every field with a schema id: one field, the cells of a column in the order of the
   * rows, or the values of a list. Removed rows and values are left out, and appended ones come
   * last.
   *
   * <p>Without a schema, an id may be the column of an empty table. Then the list is empty, and a
   * misspelt id is reported as by {@link #has}.
   *
   * @throws UnknownFieldException if a schema is sideloaded, and neither it nor the document has
   *     the id; the message names the nearest
   */
  public List<Field> fields(String schemaId) {
    List<Field> fields = new ArrayList<>();
    for (Node node : received.bySchemaId(schemaId)) {
      if (node instanceof Datapoint datapoint && !isRemoved(datapoint)) {
        fields.add(new Field(this, new Slot.Received(datapoint)));
      }
    }
    for (Addition addition : edits().appended()) {
      if (hasCell(addition, schemaId)) {
        fields.add(new Field(this, new Slot.Fresh(addition, schemaId)));
      }
    }
    if (fields.isEmpty() && received.bySchemaId(schemaId).isEmpty()) {
      if (facts.schema().isPresent() && facts.definition(schemaId) == null) {
        throw lookup.unknownField(schemaId);
      }
      misspelt.report(schemaId);
    }
    return Collections.unmodifiableList(fields);
  }

  private boolean isRemoved(Datapoint datapoint) {
    return edits().isRemoved(datapoint)
        || (datapoint.parent().orElse(null) instanceof Tuple row && edits().isRemoved(row));
  }

  private boolean hasCell(Addition addition, String schemaId) {
    return addition.isRow()
        ? facts.multivalue(addition.multivalue()).isColumn(schemaId) || addition.isWritten(schemaId)
        : new ValueList(this, addition.multivalue()).itemSchemaId().equals(schemaId);
  }

  /**
   * Returns a table.
   *
   * @throws UnknownFieldException if the document does not have the table; the message names the
   *     nearest
   */
  public Table table(String schemaId) {
    return knownTable(schemaId).orElseThrow(() -> lookup.unknownTable(schemaId));
  }

  /** Returns a table that a queue may not have. A misspelt id is reported as by {@link #has}. */
  public Optional<Table> findTable(String schemaId) {
    return reported(schemaId, knownTable(schemaId));
  }

  private Optional<Table> knownTable(String schemaId) {
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
    return knownList(schemaId).orElseThrow(() -> lookup.unknownList(schemaId));
  }

  /** Returns a list that a queue may not have. A misspelt id is reported as by {@link #has}. */
  public Optional<ValueList> findList(String schemaId) {
    return reported(schemaId, knownList(schemaId));
  }

  private Optional<ValueList> knownList(String schemaId) {
    return lookup
        .multivalue(schemaId)
        .filter(found -> facts.multivalue(found).mayBeList())
        .map(found -> new ValueList(this, found));
  }

  /**
   * Returns whether the document has all of these fields, tables and lists.
   *
   * <p>An id is probably misspelt if neither the document nor its schema has it, but one of them
   * has a similar id. An id is similar if it differs in at most two letters, and in at most a third
   * of its letters. Case, {@code _} and {@code -} do not count. The log reports a misspelt id once
   * for each hook. Other unknown ids are not reported.
   *
   * @throws UnknownFieldException if an id is probably misspelt and the endpoint refuses losses
   */
  public boolean has(String... schemaIds) {
    boolean hasAll = true;
    for (String schemaId : schemaIds) {
      if (!isPresent(schemaId)) {
        misspelt.report(schemaId);
        hasAll = false;
      }
    }
    return hasAll;
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
   * @throws BindingException if a field does not fit its component, such as an empty field for a
   *     {@code BigDecimal} that is not {@code Optional}; the message names it
   * @throws IllegalArgumentException if a component has a type that no field can be bound to
   * @throws IllegalStateException if the package of the record is not open
   */
  public <T extends Record> T as(Class<T> type) {
    return RecordBinder.of(type).bind(new RecordBinder.OfDocument(this));
  }

  /**
   * Returns whether the user, or an extension before this one, changed one of these: a field, or a
   * cell, row or table of this schema id. A row that was added or deleted changes the table and
   * each of its columns. A misspelt id is reported as by {@link #has}. False for content that was
   * fetched.
   */
  public boolean changed(String... schemaIds) {
    for (String schemaId : schemaIds) {
      misspelt.report(schemaId);
    }
    for (String schemaId : schemaIds) {
      if (trigger.changed(schemaId)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the user clicked this button. A misspelt id is reported as by {@link #has}. */
  public boolean clicked(String schemaId) {
    misspelt.report(schemaId);
    return trigger.clicked(schemaId);
  }

  /** The same for one, without a report. */
  boolean isPresent(String schemaId) {
    return lookup.field(schemaId).isPresent() || lookup.multivalue(schemaId).isPresent();
  }

  boolean isUpdated(long id) {
    return trigger.isUpdated(id);
  }

  /** Returns whether the request has this action. */
  public boolean at(HookAction action) {
    return trigger.at(action);
  }

  /**
   * Returns whether a rule about these fields has a reason to run: the extraction has just
   * finished, one of them was {@linkplain #changed changed}, or the content was fetched.
   */
  public boolean concerns(String... schemaIds) {
    boolean hasChanged = changed(schemaIds);
    return hasChanged || trigger.concernsAll();
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

  /** Adds a message of this type for the whole document. The type may come from the settings. */
  public void say(MessageType type, String text) {
    say(Message.of(type, text));
  }

  /** Adds a message of this type for the whole document. The type may come from the settings. */
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

  /** Throws the first loss that was refused, if a rule has caught its exception. */
  void requireNoneRefused() {
    losses.requireNoneRefused();
  }

  /** Reports what is said on a field that does not have an id yet. */
  void saidOnNew(String what, Slot slot) {
    losses.report(
        what
            + " on '"
            + slot.schemaId()
            + "' of a new row can only be for the whole document, because a new row has no id"
            + " before the next request. Call the same method of ContentEditor.");
  }

  /**
   * Returns the response for the edits so far, without what Rossum would lose. For content that was
   * fetched, it has the automation blockers of every action.
   *
   * @throws LossyWriteException if Rossum would lose something and the endpoint refuses that; also
   *     if a rule has caught the exception
   */
  public ContentResponse response() {
    List<String> found = new ArrayList<>();
    ContentResponse response = draft.response(facts, context.requestId(), found::add);
    boolean areBlockersKept = payload == null || at(HookAction.INITIALIZE);
    if (payload != null) {
      ResponseCheck.logBlockersLeftOut(response, payload, context.requestId());
    }
    ResponseCheck<ContentResponse> checked =
        ResponseCheck.of(response, received, facts, areBlockersKept, context.requestId());
    found.addAll(checked.losses());
    reportNew(found);
    losses.requireNoneRefused();
    return checked.kept();
  }

  /** Reports what an earlier response has not reported. */
  private void reportNew(List<String> found) {
    List<String> before = new ArrayList<>(reported);
    reported = found;
    for (String loss : found) {
      if (!before.remove(loss)) {
        losses.report(loss);
      }
    }
  }

  /**
   * Returns the operations for the edits so far, without what Rossum would lose. For content that
   * was fetched, post {@link Operation#toJson} of them to {@code
   * /annotations/{id}/content/operations}.
   *
   * @throws LossyWriteException if Rossum would lose something and the endpoint refuses that; also
   *     if a rule has caught the exception
   */
  public List<Operation> operations() {
    return response().operations();
  }

  /** The response that the edits come to, for the endpoint, which checks every response once. */
  ContentResponse uncheckedResponse() {
    return draft.response(facts, context.requestId(), losses::report);
  }

  Draft draft() {
    return draft;
  }

  /** Returns the event and the size, or that the content was fetched; nothing of the content. */
  @Override
  public String toString() {
    return "ContentEditor[" + (payload == null ? "fetched: " + received : payload) + "]";
  }
}
