package io.github.rossumext.testkit.simulator;

import static java.util.stream.Collectors.joining;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Plays Rossum: it holds a document, sends signed requests about it to an extension through its
 * real entrance, and applies the responses as Rossum does (protocol §1, §4, §7).
 *
 * <pre>{@code
 * RossumSimulator rossum = RossumSimulator.of(endpoint, secret).open(Fixtures.invoice());
 * rossum.initialize();
 * rossum.edit("vendor_name", "volv");
 * assertThat(rossum.field("vendor")).hasText("3");
 * rossum.edit("line_items[0].item_quantity", "7");
 * rossum.click("refresh");
 * assertThat(rossum.confirm()).isAccepted();
 * rossum.export();
 * assertThat(rossum).hasNoProblems();
 * }</pre>
 *
 * <p>The assertions come from the package {@code assertions}, for AssertJ. You can read everything
 * without them, too.
 *
 * <p>{@link #problems()} lists what Rossum would reject, ignore or lose. What a user is not allowed
 * to do is refused: the {@link Outcome} and the problems say so. An unknown field throws. An error
 * that prevents confirming is in the outcome only, because this is what errors are for.
 *
 * <p>Types, formats, constraints and hidden fields come from the schema: the one that the fixture
 * sideloads, or {@link #schema}. Without a schema, a field is an enum if it has options of its own,
 * a number or date if its first normalized value is one, and displayed in machine format; no field
 * is required.
 *
 * <p>Where the protocol marks something as unknown, the stricter reading is taken:
 *
 * <ul>
 *   <li>a value outside the options of an enum, over 1500 characters, or with decimals in a format
 *       without them is refused; an operation that is wrong anywhere is not applied at all
 *   <li>a click reaches the hooks that get {@code user_update}, and no others
 *   <li>a pattern must match the whole value
 *   <li>a failed request at {@code confirm} refuses confirming, and one at {@code initialize}
 *       blocks automation; a response that is not a JSON object counts as failed
 *   <li>every field must have a validation source to be automated at {@link
 *       AutomationLevel#CONFIDENT}, hidden ones too
 *   <li>at {@link AutomationLevel#ALWAYS}, the validation after fields were cleared is another
 *       {@code initialize}, with their ids
 *   <li>each retry has a {@code request_id} of its own
 * </ul>
 *
 * <p>Formulas are not computed: a formula field keeps its value, unless {@link #compute} gives it
 * another. Not thread-safe.
 */
public final class RossumSimulator {
  private final Session session = new Session();
  private final Lifecycle lifecycle = new Lifecycle(session);
  private final User user = new User(session, lifecycle);

  private RossumSimulator(SimulatedHook hook) {
    session.then(hook);
  }

  /**
   * Returns a simulator for rules, which apply in this order. They run in an endpoint of their own
   * that refuses lossy writes; for policies and settings of the hook, see {@link
   * SimulatedHook#of(ContentRules)}.
   *
   * <pre>{@code
   * RossumSimulator rossum = RossumSimulator.of(new VendorRule(suppliers)).open(Fixtures.invoice());
   * rossum.edit("vendor_name", "volv");
   * assertThat(rossum.field("vendor")).hasText("3");
   * }</pre>
   */
  public static RossumSimulator of(ContentRule... rules) {
    return of(SimulatedHook.of(ContentRules.of(rules)));
  }

  /** Returns a simulator for an endpoint in the same process, with the events that it handles. */
  public static RossumSimulator of(HookEndpoint endpoint, Secret secret) {
    return of(SimulatedHook.of(endpoint, secret));
  }

  /**
   * Returns a simulator for an endpoint in the same process that signs its requests with this
   * signer, such as one of the legacy scheme.
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

  /** Returns a simulator for an extension that is registered like this. */
  public static RossumSimulator of(SimulatedHook hook) {
    return new RossumSimulator(hook);
  }

  /**
   * Adds an extension that runs after those before ({@code run_after}): it sees what their
   * responses have changed, and the ids of it in {@code updated_datapoints}.
   */
  public RossumSimulator then(HookEndpoint endpoint, Secret secret) {
    return then(SimulatedHook.of(endpoint, secret));
  }

  /** Adds an extension that runs after those before, registered like this. */
  public RossumSimulator then(SimulatedHook hook) {
    session.then(hook);
    return this;
  }

  /** Adds an extension that runs in parallel to the one added last: neither sees the other. */
  public RossumSimulator alongside(SimulatedHook hook) {
    session.alongside(hook);
    return this;
  }

  /** Sets how the queue works. */
  public RossumSimulator queue(QueueSettings settings) {
    session.queue(settings);
    return this;
  }

  /** Counts time by this clock, which the endpoint and the stubs of a test may share. */
  public RossumSimulator clock(VirtualClock clock) {
    session.clock(clock);
    return this;
  }

  /** The clock by which time is counted: advance it to make an extension slow. */
  public VirtualClock clock() {
    return session.clock();
  }

  /**
   * Sets the schema of the documents that are opened from now on, instead of the one that their
   * fixture brings. Extensions get it only where they sideload it.
   *
   * @param schema the schema, such as {@code Schema.of(RawJson.of(…))} of a file {@code
   *     schema.json}
   */
  public RossumSimulator schema(Schema schema) {
    session.schema(schema.raw());
    return this;
  }

  /**
   * Opens the document of a fixture in place of the one before; the conversation goes on.
   *
   * @throws IllegalArgumentException if the fixture is none of {@code annotation_content}
   */
  public RossumSimulator open(Fixture fixture) {
    session.open(OpenDocument.of(fixture.name(), fixture.bytes(), session.schema()));
    return this;
  }

  /**
   * Opens the document of a request, such as a recorded one.
   *
   * @param request the body of a request of {@code annotation_content}
   * @throws IllegalArgumentException if it is none
   */
  public RossumSimulator open(byte[] request) {
    session.open(OpenDocument.of("request", request, session.schema()));
    return this;
  }

  /**
   * Opens the document of a fixture and sends the very request that the fixture is, with its action
   * and its {@code updated_datapoints}, whatever would have come before; the response is applied.
   * The status stays what the fixture says.
   *
   * @param call a fixture of {@code annotation_content}
   * @throws IllegalArgumentException if it is one of another event
   */
  public Outcome deliver(Fixture call) {
    open(call);
    return lifecycle.deliver(call.payload(ContentPayload.class));
  }

  /**
   * Ends the import: sends {@code initialize}, and automates the document or leaves it to review.
   */
  public Outcome initialize() {
    return lifecycle.initialize();
  }

  /** Lets a user open the document: sends {@code started}. What a user does opens it, too. */
  public Outcome start() {
    return lifecycle.start();
  }

  /**
   * Lets the user type into a field: sends {@code updated}, unless that is what it holds already.
   *
   * @param path the field, such as {@code order_id}, {@code line_items[0].item_code} for a cell, or
   *     {@code order_ids[1]} for a value
   * @param text as the schema displays it, or in machine format
   * @throws IllegalArgumentException if there is no such field; the message names the nearest
   */
  public Outcome edit(String path, String text) {
    return field(path).edit(text);
  }

  /**
   * Gives a formula field the value that Rossum would compute, without a request: the next one has
   * it. The simulator computes no formulas itself.
   *
   * @param value in machine format
   * @throws IllegalArgumentException if there is no such field, or it is known to be no formula
   */
  public RossumSimulator compute(String path, String value) {
    user.compute(document().paths().datapoint(path), value);
    return this;
  }

  /** Several edits that reach the extension in one request. */
  public UserEdits edits() {
    return new UserEdits(session, user);
  }

  /**
   * Lets the user click a button: sends {@code user_update} with its id.
   *
   * @throws IllegalArgumentException if there is no such field; the message names the nearest
   */
  public Outcome click(String path) {
    return field(path).click();
  }

  /** Lets the user add an empty row to a table, or an empty value to a simple multivalue. */
  public Outcome addRow(String table) {
    return user.add(document().paths().multivalue(table));
  }

  /** Validates without a change: sends {@code user_update} with no ids. */
  public Outcome validate() {
    return user.validate();
  }

  /**
   * Sends the requests of the last validation once more, about the document as it is now, as Rossum
   * does after a response that was lost on its way: events that no user waits for arrive at least
   * once (protocol §1). An extension that does its work twice then shows it here.
   *
   * @throws IllegalStateException if nothing was validated since the document was opened
   */
  public Outcome repeat() {
    return session.repeat();
  }

  /**
   * Lets the user confirm: refused while an error stands; else it sends {@code confirm}, and is
   * refused if an error stands then. A document that is confirmed is {@code exporting}, or {@code
   * confirmed} if the queue has that state.
   */
  public Outcome confirm() {
    return lifecycle.confirm();
  }

  /**
   * Exports a document that is confirmed: sends {@code export}. An error message, an unmet
   * constraint or a failed request makes it {@code failed_export}.
   */
  public Outcome export() {
    return lifecycle.export();
  }

  /** Lets the user leave the document, which goes back to {@code to_review}. */
  public Outcome cancel() {
    return lifecycle.leave("cancel", AnnotationStatus.TO_REVIEW);
  }

  /** Lets the user put the document off. */
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
   * Lets an e-mail arrive: which of its files become documents, and with which values. A file is
   * imported only if every hook lists it.
   *
   * @param email a fixture of {@code email.received}
   * @throws IllegalArgumentException if it is one of another event
   */
  public ImportDecision receive(Fixture email) {
    return new EmailEvent(EventKind.email().request(email)).arrive(session);
  }

  /**
   * Creates an upload: which of its files become documents.
   *
   * @param upload a fixture of {@code upload.created}
   * @throws IllegalArgumentException if it is one of another event
   */
  public ImportDecision upload(Fixture upload) {
    return new UploadEvent(EventKind.upload().request(upload)).arrive(session);
  }

  /**
   * Lets the cron of the hooks strike, whose responses are ignored.
   *
   * @param schedule a fixture of {@code invocation.scheduled}
   * @throws IllegalArgumentException if it is one of another event
   */
  public List<Exchange> schedule(Fixture schedule) {
    return session.send(EventKind.scheduled(), schedule);
  }

  /**
   * Tells the hooks of the status of a document that is not open here; that of the open one they
   * hear by themselves.
   *
   * @param change a fixture of {@code annotation_status.changed}
   * @throws IllegalArgumentException if it is one of another event
   */
  public List<Exchange> changeStatus(Fixture change) {
    return session.send(EventKind.statusChanged(), change);
  }

  /**
   * Invokes the first hook that is registered for it, as an API client does.
   *
   * @param call a fixture of {@code invocation.manual}
   * @return the exchange, whose {@link Exchange#response()} the client gets
   * @throws IllegalArgumentException if it is one of another event
   * @throws IllegalStateException if no hook is registered for it
   */
  public Exchange invoke(Fixture call) {
    return session.send(EventKind.manual(), call).get(0);
  }

  /**
   * A field, cell, value or button of the document.
   *
   * @param path such as {@code order_id}, {@code line_items[0].item_code} or {@code order_ids[1]}
   * @throws IllegalArgumentException if there is no such field; the message names the nearest
   */
  public SimulatedField field(String path) {
    return new SimulatedField(this, document().paths().datapoint(path));
  }

  /**
   * Finds a field, cell, value or button that the document may not have now.
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

  /** All fields and cells of the document, in its order. */
  public List<SimulatedField> fields() {
    return document().datapoints().stream().map(node -> new SimulatedField(this, node)).toList();
  }

  /**
   * A row of a table.
   *
   * @param index its place, from 0
   * @throws IllegalArgumentException if there is no such table or row
   */
  public SimulatedRow row(String table, int index) {
    document().paths().table(table);
    return row(table + "[" + index + "]");
  }

  /**
   * A row of a table.
   *
   * @param path such as {@code line_items[2]}
   * @throws IllegalArgumentException if there is no such table or row
   */
  public SimulatedRow row(String path) {
    return new SimulatedRow(this, document().paths().row(path));
  }

  /**
   * The rows of a table.
   *
   * @throws IllegalArgumentException if there is no such table; the message names the nearest
   */
  public List<SimulatedRow> rows(String table) {
    return document().paths().table(table).children().stream()
        .map(row -> new SimulatedRow(this, row))
        .toList();
  }

  /**
   * The values of a simple multivalue.
   *
   * @throws IllegalArgumentException if there is no such multivalue; the message names the nearest
   */
  public List<SimulatedField> values(String multivalue) {
    return document().paths().list(multivalue).children().stream()
        .map(value -> new SimulatedField(this, value))
        .toList();
  }

  /** The messages that the last validation left, those of Rossum's own checks last. */
  public List<ShownMessage> messages() {
    return session.open().messages();
  }

  /** Where the document stands. */
  public AnnotationStatus status() {
    return session.open().status();
  }

  /**
   * Prints the validation screen as a user sees it now: the status, the messages, and section by
   * section the fields and tables, each with its {@link FieldState}. What is hidden is left out. Of
   * a table it prints the first 20 rows and those with messages.
   */
  public String screen() {
    return session.screen();
  }

  /** Whether the document would be automated now, as the queue is set, and what blocks it. */
  public Automation automation() {
    return automation(session.queue().automation());
  }

  /** Whether the document would be automated now at this level, and what blocks it. */
  public Automation automation(AutomationLevel level) {
    return AutomationCheck.of(session.open(), session.queue(), level);
  }

  /** Whether the document was automated when it was initialized. */
  public boolean isAutomated() {
    return session.open().annotation().path("automated").asBoolean(false);
  }

  /** What blocks automation now, as the queue is set. */
  public List<Blocker> blockers() {
    return automation().blockers();
  }

  /** What Rossum would reject, ignore or lose, since the simulator was made. */
  public List<Problem> problems() {
    return session.problems();
  }

  /** Returns the exchanges since the simulator was made. */
  public List<Exchange> conversation() {
    return session.exchanges();
  }

  /**
   * The conversation so far for a human: each request, its response and what it changed. Values of
   * the document are included, token and secrets of the requests are not.
   */
  public String describe() {
    return conversation().stream().map(Exchange::describe).collect(joining());
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

  /** The status of the document, the number of requests and problems; nothing of the content. */
  @Override
  public String toString() {
    return "RossumSimulator["
        + conversation().size()
        + " requests, "
        + problems().size()
        + " problems]";
  }
}
