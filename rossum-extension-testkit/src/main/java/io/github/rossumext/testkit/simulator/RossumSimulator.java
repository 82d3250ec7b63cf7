package io.github.rossumext.testkit.simulator;

import static java.util.stream.Collectors.joining;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.internal.help.Access;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.SchemaText;
import io.github.rossumext.testkit.internal.api.World;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A simulator of Rossum. It holds a document, sends signed requests about it to an extension, and
 * applies the responses as Rossum does.
 *
 * {@snippet class="io.github.rossumext.snippets.TestkitSnippetsTest" region="simulator"}
 *
 * <p>The assertions are in the package {@code assertions} and need AssertJ. The accessors return
 * the same facts without AssertJ.
 *
 * <p>{@link #problems()} lists what Rossum would reject, ignore or lose, and what an endpoint in
 * the same process has left out because Rossum would lose it. If the user does what Rossum does not
 * allow, such as an edit of a read-only field, the {@link Outcome} is refused and there is a
 * problem. If an error message prevents confirming, the outcome is refused without a problem,
 * because this is what errors are for. An unknown field throws.
 *
 * <p>A validation is one round of requests about the content, such as those after an edit, followed
 * by Rossum's own checks. {@link #messages()} returns the messages of the last validation.
 *
 * <p>Types, formats, constraints and hidden fields come from the schema: that of {@link #schema},
 * or else the one in the fixture. Without a schema:
 *
 * <ul>
 *   <li>a field with options of its own is an enum
 *   <li>a field is a number or a date if the fixture has a normalized value for it that is one
 *   <li>numbers and dates are displayed as machine text
 *   <li>no field is required
 * </ul>
 *
 * <p>If the protocol leaves something open, the simulator takes the stricter reading:
 *
 * <ul>
 *   <li>it refuses a text outside the options of an enum, over 1500 characters, or with decimals if
 *       the format has none; an operation with one error has no effect
 *   <li>a click reaches only the hooks that get {@code user_update}
 *   <li>a pattern must match the whole text
 *   <li>if a request fails at {@code confirm}, confirming is refused; if one fails at {@code
 *       initialize}, automation is blocked; a response that is not a JSON object is a failure
 *   <li>at {@link AutomationLevel#CONFIDENT}, every field must have a validation source, hidden
 *       fields too
 *   <li>at {@link AutomationLevel#ALWAYS}, a second {@code initialize} with the ids of the cleared
 *       fields follows the clearing
 *   <li>each retry has a {@code request_id} of its own, unless you call {@link
 *       SimulatedHook#withSameRequestId}. Apart from id, time and token, a retry sends what was
 *       sent, also if the extension has changed the document by calls meanwhile
 * </ul>
 *
 * <p>The simulator does not compute formulas: a formula field keeps its text until you call {@link
 * #compute}. Not thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#time-repeats-order">The
 *     protocol: time, repeats, order</a>
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#what-rossum-does-with-a-response">The
 *     protocol: what Rossum does with a response</a>
 */
public final class RossumSimulator {
  static {
    Access.open(RossumSimulator.class, World.class, rossum -> new ApiWorld(rossum.session));
  }

  private final Session session = new Session();
  private final Lifecycle lifecycle = new Lifecycle(session);
  private final User user = new User(session, lifecycle);

  private RossumSimulator(SimulatedHook hook) {
    session.then(hook);
  }

  /**
   * Returns a simulator for rules, which run in this order in an endpoint that refuses lossy
   * writes. For policies and for settings of the hook, use {@link SimulatedHook#of(ContentRules)}.
   */
  public static RossumSimulator of(ContentRule... rules) {
    return of(SimulatedHook.of(ContentRules.of(rules)));
  }

  /** Returns a simulator for an endpoint in the same process, with the events that it handles. */
  public static RossumSimulator of(HookEndpoint endpoint, Secret secret) {
    return of(SimulatedHook.of(endpoint, secret));
  }

  /**
   * Returns a simulator for an endpoint in the same process, which signs its requests with this
   * signer, such as a signer of the legacy scheme.
   */
  public static RossumSimulator of(HookEndpoint endpoint, RequestSigner signer) {
    return of(SimulatedHook.of(endpoint, signer));
  }

  /** Returns a simulator for an extension at this URL, with all events. */
  public static RossumSimulator of(URI url, Secret secret) {
    return of(SimulatedHook.of(url, secret));
  }

  /** Returns a simulator for an extension at this URL that signs its requests with this signer. */
  public static RossumSimulator of(URI url, RequestSigner signer) {
    return of(SimulatedHook.of(url, signer));
  }

  /** Returns a simulator for an extension that is registered as this hook. */
  public static RossumSimulator of(SimulatedHook hook) {
    return new RossumSimulator(hook);
  }

  /**
   * Adds an extension that runs after those that were added before, as with {@code run_after}. It
   * sees their changes, and gets the ids of the changed nodes in {@code updated_datapoints}.
   */
  public RossumSimulator then(HookEndpoint endpoint, Secret secret) {
    return then(SimulatedHook.of(endpoint, secret));
  }

  /**
   * Adds an extension that is registered as this hook. It runs after those that were added before.
   */
  public RossumSimulator then(SimulatedHook hook) {
    session.then(hook);
    return this;
  }

  /**
   * Adds an extension that runs in parallel to the last one. Neither sees the changes of the other.
   */
  public RossumSimulator alongside(SimulatedHook hook) {
    session.alongside(hook);
    return this;
  }

  /**
   * Replaces the endpoint by that of another build, as a deployment does. The settings of the hook,
   * the open document with its messages and the exchanges stay. Without {@link
   * SimulatedHook#withEvents}, the hook gets the events that the new endpoint handles. The old
   * endpoint stays open: close it.
   *
   * @param endpoint an endpoint that knows the same secret
   * @throws IllegalStateException if there is another number of extensions than one, or if it is
   *     not an endpoint in the same process
   */
  public RossumSimulator redeploy(HookEndpoint endpoint) {
    List<SimulatedHook> hooks = session.hooks();
    if (hooks.size() == 1 && hooks.get(0).transport() instanceof Deployment deployment) {
      deployment.replaceBy(endpoint);
      return this;
    }
    throw new IllegalStateException(
        "Expected one extension that is an endpoint in this process, but found "
            + (hooks.size() == 1 ? "nodes or a URL" : hooks.size() + " extensions")
            + ". Make a new simulator.");
  }

  /**
   * Forgets the exchanges and problems so far, and the documents that are not open. Call this if a
   * simulator opens many documents one after another, so that its memory does not grow. The clock
   * and the request ids go on. An API stub keeps the documents that it has returned: join a new
   * one.
   */
  public RossumSimulator forget() {
    session.forget();
    return this;
  }

  /**
   * Returns whether a hook gets an event.
   *
   * @param event such as {@code annotation_content}
   */
  public boolean hasReceiver(String event, HookAction action) {
    return session.hooks().stream().anyMatch(hook -> hook.receives(event, action, null));
  }

  /**
   * Returns a copy of a fixture of another event with the hook, base URL, settings, secrets and
   * token of the open document's request, as Rossum sends it to the same hook.
   */
  public Fixture toSameHook(Fixture request) {
    return Fixture.of(
            Json.bytes(
                RequestWriter.toSameHook(session.open().request(), Json.object(request.body()))))
        .withName(request.name());
  }

  /** Sets the settings of the queue. */
  public RossumSimulator queue(QueueSettings settings) {
    session.queue(settings);
    return this;
  }

  /** Returns the settings of the queue. */
  public QueueSettings queue() {
    return session.queue();
  }

  /** Sets the clock. Give the same clock to the endpoint and to the stubs of a test. */
  public RossumSimulator clock(VirtualClock clock) {
    session.clock(clock);
    return this;
  }

  /** Returns the clock. Advance it to make an extension slow. */
  public VirtualClock clock() {
    return session.clock();
  }

  /**
   * Sets what goes wrong with the next requests of an event: the first fault with the next attempt,
   * the second with the one after it, and so on. What comes after them goes well. This replaces the
   * faults of the event that are left, so an empty list lets all go well.
   *
   * {@snippet class="io.github.rossumext.snippets.DeliverySnippetsTest" region="faults"}
   *
   * @param event such as {@code ANNOTATION_CONTENT.only(EXPORT)}
   */
  public RossumSimulator deliveryFaults(HookEvent<?, ?> event, List<DeliveryFault> faults) {
    session.traffic().faults().set(event, faults);
    return this;
  }

  /**
   * Returns the delivery faults that no attempt has met yet, except {@link DeliveryFault#NONE}. A
   * test with {@code @RossumTest} fails if there are some at its end and it did not call this.
   */
  public List<DeliveryFault> deliveryFaultsLeft() {
    return session.traffic().faults().left();
  }

  /**
   * Returns the delivery faults that are left if the test did not look at them with {@link
   * #deliveryFaultsLeft}.
   */
  public List<DeliveryFault> unseenDeliveryFaults() {
    return session.traffic().faults().unseen();
  }

  /**
   * Sets the schema of the documents that you open from now on, instead of the schema that a
   * fixture sideloads. An extension gets it only if its hook sideloads it.
   *
   * @param schema the schema, such as {@code Schema.of(RawJson.of(…))} of a file {@code
   *     schema.json}
   */
  public RossumSimulator schema(Schema schema) {
    session.schema(schema.raw());
    return this;
  }

  /**
   * Sets the schema in this file, as {@link #schema(Schema)} does.
   *
   * @param file a schema object of Rossum's API, or a bare list of sections as in a file {@code
   *     schema.json}
   * @throws IOException if the file cannot be read
   */
  public RossumSimulator schema(Path file) throws IOException {
    return schema(SchemaText.schema(SchemaText.of(file)));
  }

  /**
   * Opens the document of a fixture, and closes the document that was open. The exchanges and
   * problems so far are kept.
   *
   * @throws IllegalArgumentException if the fixture is about another event than {@code
   *     annotation_content}
   */
  public RossumSimulator open(Fixture fixture) {
    session.open(OpenDocument.of(fixture.name(), fixture.body(), session.schema()));
    return this;
  }

  /**
   * Opens the document of a request, such as a recorded one.
   *
   * @param request the body of a request of {@code annotation_content}
   * @throws IllegalArgumentException if it is not a request of {@code annotation_content}
   */
  public RossumSimulator open(byte[] request) {
    session.open(OpenDocument.of("request", request, session.schema()));
    return this;
  }

  /**
   * Opens the document of a fixture, sends the fixture itself as the request, and applies the
   * response. Action and {@code updated_datapoints} are the fixture's, no request comes before it,
   * and the status does not change.
   *
   * @param request a fixture of {@code annotation_content}
   * @throws IllegalArgumentException if the fixture is about another event
   */
  public Outcome deliver(Fixture request) {
    open(request);
    return lifecycle.deliver(request.payload(ContentPayload.class));
  }

  /**
   * Sends an event about the open document as it is now, and applies the response. No request comes
   * before it, and the status does not change. Use this to try an event that Rossum would not send
   * in this status.
   *
   * @param action an action of {@code annotation_content} other than {@code updated}
   * @throws IllegalArgumentException if the action is {@code updated}, which needs an edit
   */
  public Outcome deliver(HookAction action) {
    return lifecycle.deliver(action);
  }

  /**
   * Ends the import: sends {@code initialize}, then automates the document or sets it {@code
   * to_review}.
   */
  public Outcome initialize() {
    return lifecycle.initialize();
  }

  /**
   * Lets a user open the document: sends {@code started}. If a user does something else with a
   * document that is not open, the simulator calls this first.
   */
  public Outcome start() {
    return lifecycle.start();
  }

  /**
   * Lets the user type into a field: sends {@code updated}, unless the field has this text already.
   *
   * @param path the field, such as {@code order_id}, {@code line_items[0].item_code} for a cell, or
   *     {@code order_ids[1]} for a value of a list
   * @param text the text as the schema displays it, or machine text
   * @throws IllegalArgumentException if the document does not have the field; the message names the
   *     nearest
   */
  public Outcome edit(String path, String text) {
    return field(path).edit(text);
  }

  /**
   * Sets a formula field to the text that Rossum would compute. This sends no request: the next
   * request has the text.
   *
   * @param text machine text
   * @throws IllegalArgumentException if the document does not have the field, or if the schema says
   *     that it has no formula
   */
  public RossumSimulator compute(String path, String text) {
    user.compute(document().paths().datapoint(path), text);
    return this;
  }

  /** Returns a collector of edits that reach the extension in one request. */
  public UserEdits edits() {
    return new UserEdits(session, user);
  }

  /**
   * Lets the user click a button: sends {@code user_update} with the button's id.
   *
   * @throws IllegalArgumentException if the document does not have the field; the message names the
   *     nearest
   */
  public Outcome click(String path) {
    return field(path).click();
  }

  /** Lets the user add an empty row to a table, or an empty value to a list. */
  public Outcome addRow(String table) {
    return user.add(document().paths().multivalue(table));
  }

  /**
   * Lets the user validate the document without a change: sends {@code user_update} without ids.
   */
  public Outcome validate() {
    return user.validate();
  }

  /**
   * Sends new requests like those of the last validation, with the document as it is now. Use this
   * to test that an extension changes nothing the second time.
   *
   * @throws IllegalStateException if nothing was validated since the document was opened
   */
  public Outcome repeat() {
    return session.repeat();
  }

  /**
   * Delivers the requests of the last validation again with the same bodies, as Rossum may do if it
   * got no response. Use this to test that an extension recognises a repeat, for example by {@code
   * once(…)}. An export that failed ends as it should have ended. A user who exports again makes a
   * new request: that is {@link #export()}.
   *
   * @throws IllegalStateException if Rossum repeats no request of the last validation: a user
   *     waited, or nothing was validated since the document was opened
   */
  public Outcome deliverAgain() {
    return lifecycle.deliverAgain();
  }

  /**
   * Lets the user confirm. If the document has an error, the outcome is refused. Otherwise, the
   * simulator sends {@code confirm}, and the outcome is refused if there is an error then. A
   * confirmed document is {@code exporting}, or {@code confirmed} if the queue has that state.
   */
  public Outcome confirm() {
    return lifecycle.confirm();
  }

  /**
   * Exports a confirmed document: sends {@code export}. If the document is not confirmed, the
   * outcome is refused, and nothing is sent. After an error message, an unmet constraint or a
   * failed request, the status is {@code failed_export}.
   */
  public Outcome export() {
    return lifecycle.export();
  }

  /** Lets the user leave the document, which becomes {@code to_review}. */
  public Outcome cancel() {
    return lifecycle.leave("cancel", AnnotationStatus.TO_REVIEW);
  }

  /** Lets the user postpone the document. */
  public Outcome postpone() {
    return lifecycle.leave("postpone", AnnotationStatus.POSTPONED);
  }

  /** Lets the user reject the document. */
  public Outcome reject() {
    return lifecycle.leave("reject", AnnotationStatus.REJECTED);
  }

  /** Deletes the document. */
  public Outcome delete() {
    return lifecycle.drop("delete", AnnotationStatus.DELETED);
  }

  /**
   * Delivers an e-mail and returns which files become documents, and with which values. Rossum
   * imports a file only if every hook lists it.
   *
   * @param email a fixture of {@code email.received}
   * @throws IllegalArgumentException if the fixture is about another event
   */
  public ImportDecision receive(Fixture email) {
    return new EmailEvent(EventKind.email().request(email)).arrive(session);
  }

  /**
   * Delivers an upload and returns which files become documents.
   *
   * @param upload a fixture of {@code upload.created}
   * @throws IllegalArgumentException if the fixture is about another event
   */
  public ImportDecision upload(Fixture upload) {
    return new UploadEvent(EventKind.upload().request(upload)).arrive(session);
  }

  /**
   * Sends a scheduled request to every hook that gets it, and returns the exchanges. Rossum ignores
   * the responses.
   *
   * @param schedule a fixture of {@code invocation.scheduled}
   * @throws IllegalArgumentException if the fixture is about another event
   */
  public List<Exchange> schedule(Fixture schedule) {
    return session.send(EventKind.scheduled(), schedule);
  }

  /**
   * Sends {@code annotation_status.changed} of another document to the hooks, and returns the
   * exchanges. For the open document, the simulator sends this event whenever the status changes.
   *
   * @param change a fixture of {@code annotation_status.changed}
   * @throws IllegalArgumentException if the fixture is about another event
   */
  public List<Exchange> changeStatus(Fixture change) {
    return session.send(EventKind.statusChanged(), change);
  }

  /**
   * Sends {@code annotation_status.changed} of the open document, whose status stays, to the hooks
   * that get it, and returns the exchanges.
   */
  public List<Exchange> changeStatus(AnnotationStatus from, AnnotationStatus to) {
    return session.tellStatus(from, to);
  }

  /**
   * Invokes the first hook that is registered for {@code invocation.manual}, as an API client does.
   *
   * @param request a fixture of {@code invocation.manual}
   * @return the exchange; the client gets its {@link Exchange#response()}
   * @throws IllegalArgumentException if the fixture is about another event
   * @throws IllegalStateException if no hook is registered for it
   */
  public Exchange invoke(Fixture request) {
    return session.send(EventKind.manual(), request).get(0);
  }

  /**
   * Returns a field, cell, value or button of the document.
   *
   * @param path such as {@code order_id}, {@code line_items[0].item_code} or {@code order_ids[1]}
   * @throws IllegalArgumentException if the document does not have the field; the message names the
   *     nearest
   */
  public SimulatedField field(String path) {
    return new SimulatedField(this, document().paths().datapoint(path));
  }

  /**
   * Returns a field, cell, value or button; empty if the document does not have it.
   *
   * @param path such as {@code order_id}, {@code line_items[0].item_code} or {@code order_ids[1]}
   */
  public Optional<SimulatedField> findField(String path) {
    return document()
        .paths()
        .find(path)
        .filter(DocumentNode::isDatapoint)
        .map(node -> new SimulatedField(this, node));
  }

  /** Returns all fields, cells, values and buttons, in the order of the document. */
  public List<SimulatedField> fields() {
    return document().datapoints().stream().map(node -> new SimulatedField(this, node)).toList();
  }

  /** Returns the sections of the document, in their order. */
  public List<SimulatedSection> sections() {
    return document().sections().stream().map(node -> new SimulatedSection(this, node)).toList();
  }

  /** Returns the field, cell, value or button with this id; empty if the document has none. */
  public Optional<SimulatedField> findField(long id) {
    return node(id).filter(DocumentNode::isDatapoint).map(node -> new SimulatedField(this, node));
  }

  /** Returns the row with this id; empty if the document has none. */
  public Optional<SimulatedRow> findRow(long id) {
    return node(id).filter(DocumentNode::isTuple).map(node -> new SimulatedRow(this, node));
  }

  /** Returns the table or list with this id; empty if the document has none. */
  public Optional<SimulatedMultivalue> findMultivalue(long id) {
    return node(id)
        .filter(DocumentNode::isMultivalue)
        .map(node -> new SimulatedMultivalue(this, node));
  }

  private Optional<DocumentNode> node(long id) {
    return document().byId(id);
  }

  /**
   * Returns a row of a table.
   *
   * @param index the index of the row, from 0
   * @throws IllegalArgumentException if the document does not have the table or row
   */
  public SimulatedRow row(String table, int index) {
    document().paths().table(table);
    return row(table + "[" + index + "]");
  }

  /**
   * Returns a row of a table.
   *
   * @param path such as {@code line_items[2]}
   * @throws IllegalArgumentException if the document does not have the table or row
   */
  public SimulatedRow row(String path) {
    return new SimulatedRow(this, document().paths().row(path));
  }

  /**
   * Returns the rows of a table.
   *
   * @throws IllegalArgumentException if the document does not have the table; the message names the
   *     nearest
   */
  public List<SimulatedRow> rows(String table) {
    return document().paths().table(table).children().stream()
        .map(row -> new SimulatedRow(this, row))
        .toList();
  }

  /**
   * Returns the columns of a table: those of the schema, or else those of its rows.
   *
   * @throws IllegalArgumentException if the document does not have the table; the message names the
   *     nearest
   */
  public List<String> columns(String table) {
    return document().schema().columns(document().paths().table(table));
  }

  /**
   * Returns the values of a list.
   *
   * @throws IllegalArgumentException if the document does not have the list; the message names the
   *     nearest
   */
  public List<SimulatedField> values(String list) {
    return document().paths().list(list).children().stream()
        .map(value -> new SimulatedField(this, value))
        .toList();
  }

  /**
   * Returns the messages of the last validation: first those of extensions, then those of Rossum's
   * own checks.
   */
  public List<ShownMessage> messages() {
    session.seeErrors();
    return session.open().messages();
  }

  /**
   * Returns whether the document was validated since it was opened: an event about it was sent, if
   * a hook gets it, and Rossum's own checks ran. Before that, it has no messages.
   */
  public boolean hasValidation() {
    return session.hasValidation();
  }

  /** Returns the status of the document. */
  public AnnotationStatus status() {
    session.seeErrors();
    return session.open().status();
  }

  /** Returns the name of the document's file; empty if the request does not tell it. */
  public Optional<String> fileName() {
    return Optional.ofNullable(
        Json.scalar(session.open().request().path("document").path("original_file_name")));
  }

  /**
   * Returns a text without the secrets of the open document and of the last request, and without
   * their tokens.
   */
  public String withoutSecrets(String text) {
    return session.secrets().clean(text);
  }

  /**
   * Returns the validation screen as text, as the user sees it now: the status, the messages, and
   * the fields and tables of each section. Each field has its {@link FieldState}. Hidden fields are
   * left out. A table shows its first 20 rows and every row with a message.
   */
  public String screen() {
    session.seeErrors();
    return session.screen();
  }

  /**
   * Returns whether the document would be automated now at the queue's level, and what blocks it.
   */
  public Automation automation() {
    return automation(session.queue().automationLevel());
  }

  /** Returns whether the document would be automated now at this level, and what blocks it. */
  public Automation automation(AutomationLevel level) {
    return AutomationCheck.of(session.open(), session.queue(), level);
  }

  /** Returns whether {@link #initialize} automated the document. */
  public boolean isAutomated() {
    return session.open().annotation().path("automated").asBoolean(false);
  }

  /** Returns what blocks automation now at the queue's level. */
  public List<Blocker> blockers() {
    return automation().blockers();
  }

  /**
   * Returns all problems so far: what Rossum would reject, ignore or lose. This includes the losses
   * that an endpoint in the same process left out under {@code LossyWrites.DROP_AND_LOG}. An
   * extension at a URL cannot tell them: look into its log.
   */
  public List<Problem> problems() {
    session.seeProblems();
    return session.problems();
  }

  /**
   * Returns what a test should not pass over: the problems, and the reasons of refused steps, that
   * it did not look at. Looking means:
   *
   * <ul>
   *   <li>at the problems: {@link #problems()}, or the problems of the exchange or outcome
   *   <li>at a refused step: the acceptance, the refusals, the problems or the status of its {@link
   *       Outcome}. If an error prevented the step, also the exchanges of the outcome, {@link
   *       #status()}, {@link #screen()}, and the messages of the document or of a field
   * </ul>
   *
   * <p>The problems of a failed request are not among them: see {@link #unseenFailures}. Those of
   * the schema are not, either, because they are about the simulator.
   */
  public List<Problem> unseenProblems() {
    return session.unseenProblems();
  }

  /**
   * Returns the failed requests that the test did not look at; of a repeated request, the last
   * attempt. A test looks at them if it calls {@link #problems()} afterwards, or asks the exchange
   * for its status, success or problems. If a test ends with one of them, it has missed that the
   * extension failed.
   */
  public List<Exchange> unseenFailures() {
    return session.unseenFailures();
  }

  /** Returns all exchanges so far. */
  public List<Exchange> exchanges() {
    return session.exchanges();
  }

  /**
   * Returns all exchanges as text: each request, its response and what the response changed. The
   * text holds values of the document. Tokens and secrets are removed.
   */
  public String describe() {
    return exchanges().stream().map(Exchange::describe).collect(joining());
  }

  Session session() {
    return session;
  }

  private Document document() {
    return session.open().document();
  }

  User user() {
    return user;
  }

  /** Returns the numbers of exchanges and problems, and nothing of the content. */
  @Override
  public String toString() {
    return "RossumSimulator["
        + exchanges().size()
        + " exchanges, "
        + session.problems().size()
        + " problems]";
  }
}
