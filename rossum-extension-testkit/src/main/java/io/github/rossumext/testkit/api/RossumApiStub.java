package io.github.rossumext.testkit.api;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.internal.help.Access;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.api.ApiServer;
import io.github.rossumext.testkit.internal.api.Note;
import io.github.rossumext.testkit.internal.api.StubState;
import io.github.rossumext.testkit.internal.api.World;
import io.github.rossumext.testkit.simulator.Problem;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.VirtualClock;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rossum's REST API in the process, for tests of extensions and programs that call Rossum. It is an
 * HTTP server on the loopback address, with the objects of one organization in memory.
 *
 * {@snippet class="io.github.rossumext.snippets.ClientSnippetsTest" region="stub"}
 *
 * <p>A stub that {@linkplain #join joins} a simulator is the API of its conversation:
 *
 * <ul>
 *   <li>the requests to the hooks have the stub's base URL, and a token that is valid until the
 *       response, or as long as {@code SimulatedHook.withTokenLifetime} says
 *   <li>what a client does to the open document is in the document; what the simulator does, the
 *       client sees
 *   <li>a change of the status, a {@code start}, {@code confirm} and {@code content/validate} of a
 *       client reach the hooks. The request about a changed status is sent after the response of
 *       the hook that changed it
 * </ul>
 *
 * <p>{@link #problems} lists what Rossum would not know or would ignore:
 *
 * <ul>
 *   <li>unknown paths, methods, parameters and keys of a body
 *   <li>operations without an effect
 *   <li>a search for a field, queue or status that does not exist
 *   <li>an e-mail with a placeholder that Rossum does not fill
 * </ul>
 *
 * <p>A test in a class with {@code @RossumTest} fails if there is a problem that it did not look
 * at.
 *
 * <p>A hook that a client created gets requests at its URL, but only when a client tests or invokes
 * it. The requests are signed with the secret of its {@code config}, which no response shows.
 *
 * <p>URLs in responses start with {@code baseUrl()/api/v1}, unless you call {@link #urlsUnder}.
 * Those of a fixture stay as they are. In requests, only the part after {@code /v1/} counts.
 *
 * <p>Time is that of a {@link VirtualClock}: tokens expire, and the throttle refills, when it
 * advances. Everything else depends on the requests only, so each run of a test has the same ids.
 * Tokens are unique in the process.
 *
 * <p>Where the documentation of the API is silent, the stub takes the stricter reading. It does not
 * import, split or translate the text of files, compute formulas or aggregations, and it has no
 * workflows. Thread-safe, but a joined simulator is not: while the test itself uses it, only
 * call-backs of the hook that has a request may arrive.
 */
public final class RossumApiStub implements AutoCloseable {
  private final ApiServer server;
  private volatile VirtualClock clock;

  private RossumApiStub(VirtualClock clock) {
    this.clock = clock;
    this.server = new ApiServer(Access.way(VirtualClock.class, World.class).apply(clock));
  }

  /** Creates a stub with a clock of its own, and starts its server. */
  public static RossumApiStub create() {
    return of(VirtualClock.create());
  }

  /** Creates a stub with this clock, and starts its server. */
  public static RossumApiStub of(VirtualClock clock) {
    return new RossumApiStub(clock);
  }

  /**
   * Joins a simulator, whose clock and documents become those of the stub. The objects that the
   * stub has so far are kept; documents that were added before get no requests to hooks.
   */
  public RossumApiStub join(RossumSimulator rossum) {
    clock = rossum.clock();
    server.join(Access.way(RossumSimulator.class, World.class).apply(rossum));
    return this;
  }

  /** Returns the base URL, without {@code /api}, as payloads have it. */
  public URI baseUrl() {
    return URI.create(server.baseUrl());
  }

  /** Returns the clock: the simulator's, if the stub joined one. */
  public VirtualClock clock() {
    return clock;
  }

  /** Returns a new token, which expires after 162 hours on the clock. */
  public Secret token() {
    return Secret.of(server.with(all -> StubState.token(all, false, Duration.ofHours(162))));
  }

  /** Returns a new token, which expires after this time on the clock. */
  public Secret token(Duration lifetime) {
    return Secret.of(server.with(all -> StubState.token(all, false, lifetime)));
  }

  /** Returns a new token of a user who may only read, so that other requests get a 403. */
  public Secret readOnlyToken() {
    return Secret.of(server.with(all -> StubState.token(all, true, Duration.ofHours(162))));
  }

  /** Adds a user who can log in. */
  public RossumApiStub user(String username, Secret password) {
    return done(all -> StubState.user(all, username, password.reveal()));
  }

  /**
   * Adds the document of a fixture, with its queue, schema and sideloads. It keeps its ids, URLs
   * and status.
   *
   * @throws IllegalArgumentException if the fixture is about another event than {@code
   *     annotation_content}
   */
  public StubbedAnnotation add(Fixture fixture) {
    fixture.payload(ContentPayload.class);
    long id = server.with(all -> StubState.add(all, fixture.name(), fixture.body()));
    return new StubbedAnnotation(server, id);
  }

  /**
   * Adds an object, which gets an id and a URL unless it has them.
   *
   * @param type the type as in the path, such as {@code labels} or {@code queues}
   * @param object a record, map or {@code RawJson} with the keys of the object. They are not
   *     checked
   * @return the URL of the object
   * @throws IllegalArgumentException if it is not an object, or if the type is annotations: add
   *     those as a fixture
   */
  public ResourceUrl add(String type, Object object) {
    if (!(Json.of(object) instanceof ObjectNode json)) {
      throw new IllegalArgumentException("Expected a JSON object of the type " + type + ".");
    }
    return new ResourceUrl(server.with(all -> StubState.add(all, type, json)));
  }

  /**
   * Returns an annotation.
   *
   * @throws IllegalArgumentException if the stub does not have it
   */
  public StubbedAnnotation annotation(long id) {
    server.with(all -> StubState.status(all, id));
    return new StubbedAnnotation(server, id);
  }

  /**
   * Returns an object as it is now, such as {@code /v1/relations/801}. The request is not in the
   * journal.
   *
   * @throws IllegalArgumentException if the response is an error or is not JSON; the message has
   *     its status
   */
  public RawJson get(String path) {
    String json = server.with(all -> StubState.get(all, path));
    return RawJson.of(json);
  }

  /**
   * Sets the text of a page, which {@code page_data} and {@code search} read. Without this call,
   * they read what the fields of the document have on the page.
   *
   * @param page the number of the page, from 1
   * @throws IllegalArgumentException if the stub does not have the annotation or the page
   */
  public RossumApiStub pageText(long annotation, int page, String... lines) {
    return done(all -> StubState.pageText(all, annotation, page, List.of(lines)));
  }

  /**
   * Sets the bytes of a document. Without this call, a document that was not uploaded has a few
   * invented bytes.
   *
   * @throws IllegalArgumentException if the stub does not have the document
   */
  public RossumApiStub documentContent(long document, byte[] content) {
    byte[] copy = content.clone();
    return done(all -> StubState.documentContent(all, document, copy));
  }

  /**
   * Returns a copy of the bytes of a document, such as one that a client created.
   *
   * @throws IllegalArgumentException if the stub does not have the document
   */
  public byte[] documentContent(long document) {
    return server.with(all -> StubState.documentContent(all, document)).clone();
  }

  /**
   * Adds documents to a collection of data storage.
   *
   * @param documents records, maps or {@code RawJson}
   */
  public RossumApiStub collection(String name, Object... documents) {
    List<JsonNode> json = Arrays.stream(documents).map(Json::of).toList();
    return done(all -> StubState.collection(all, name, json));
  }

  /**
   * Sets the response to a method and path that the stub does not have, or that shall respond
   * otherwise. A token is still required.
   *
   * @param path such as {@code /v1/engines} or {@code /svc/master-data-hub/api/v1/dataset/},
   *     without a query
   * @param json a record, map, list or {@code RawJson}
   */
  public RossumApiStub respond(String method, String path, int status, Object json) {
    JsonNode body = Json.of(json);
    return done(all -> StubState.respond(all, method, path, status, body));
  }

  /**
   * Limits the requests of each token: those past the limit get a 429 with {@code Retry-After}. The
   * bucket refills when the clock advances. If a client waits for {@code Retry-After} in real time,
   * the clock advances by it when the next request with the token arrives. Without this call,
   * requests are not limited. Rossum allows 10 a second, with bursts of 10.
   *
   * @throws IllegalArgumentException if a number is less than 1
   */
  public RossumApiStub throttle(int requestsPerSecond, int burst) {
    if (requestsPerSecond < 1 || burst < 1) {
      throw new IllegalArgumentException(
          "requestsPerSecond and burst must be at least 1, but were "
              + requestsPerSecond
              + " and "
              + burst
              + ".");
    }
    return done(all -> StubState.throttle(all, requestsPerSecond, burst));
  }

  /**
   * Lets lists have pages by number, with totals, as older clusters have them. Without this call,
   * they have pages by cursor.
   */
  public RossumApiStub pagesByNumber() {
    return done(StubState::pagesByNumber);
  }

  /**
   * Lets the URLs in responses start with this one, as those of a cluster whose API has another
   * host than the base URL, such as {@code https://us.api.rossum.ai/v1}.
   *
   * @throws IllegalArgumentException if it does not end with {@code /v1}
   */
  public RossumApiStub urlsUnder(URI url) {
    if (!url.toString().endsWith("/v1")) {
      throw new IllegalArgumentException(
          "Expected a URL that ends with /v1, but found '" + url + "'.");
    }
    return done(all -> StubState.urlsUnder(all, url.toString()));
  }

  /**
   * Sets how often a task says that it is running, before it has succeeded; 1 without this call.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public RossumApiStub runningPolls(int polls) {
    if (polls < 0) {
      throw new IllegalArgumentException("polls must be at least 0, but was " + polls + ".");
    }
    return done(all -> StubState.runningPolls(all, polls));
  }

  /** Lets the next requests meet these faults, one each, in this order. */
  public RossumApiStub next(Fault... faults) {
    server.addFaults(Arrays.stream(faults).map(Fault::plan).toList());
    return this;
  }

  /**
   * Returns the faults that no request has met yet, in their order. A test with {@code @RossumTest}
   * fails if there are some at its end and it did not call this.
   */
  public List<Fault> faultsLeft() {
    return server.faults().stream().map(Fault::of).toList();
  }

  /** Returns the faults that are left if the test did not look at them with {@link #faultsLeft}. */
  public List<Fault> unseenFaults() {
    return server.unseenFaults().stream().map(Fault::of).toList();
  }

  private RossumApiStub done(StubState.Change change) {
    server.with(
        all -> {
          change.on(all);
          return true;
        });
    return this;
  }

  /** Returns all requests with their responses, in the order of their arrival. */
  public List<ApiExchange> exchanges() {
    return server.journal().stream().map(ApiExchange::new).toList();
  }

  /**
   * Returns all requests to the stub that has joined a simulator, in the order of their arrival;
   * empty if none has joined it.
   */
  public static List<ApiExchange> exchangesOf(RossumSimulator rossum) {
    return Access.way(RossumSimulator.class, World.class).apply(rossum).callbacks().stream()
        .flatMap(api -> api.journal().stream())
        .map(ApiExchange::new)
        .toList();
  }

  /** Returns the e-mails that clients sent, oldest first. */
  public List<SentEmail> emails() {
    return server.with(StubState::emails).stream().map(SentEmail::new).toList();
  }

  /**
   * Returns all problems so far. They are of the kind {@link Problem.Kind#API}. The problems of a
   * joined simulator hold them, too.
   */
  public List<Problem> problems() {
    return toProblems(server.with(StubState::problems));
  }

  /** Returns the problems if the test did not look at them; empty after {@link #problems()}. */
  public List<Problem> unseenProblems() {
    return toProblems(server.with(StubState::unseenProblems));
  }

  private static List<Problem> toProblems(List<Note> notes) {
    List<Problem> problems = new ArrayList<>();
    for (Note note : notes) {
      Problem problem = Problem.of(Problem.Kind.API, note.source(), note.text());
      problems.add(
          note.operation().isPresent()
              ? problem.withOperation(note.operation().getAsInt())
              : problem);
    }
    return List.copyOf(problems);
  }

  /**
   * Returns all requests as text, with their responses. The text holds values of documents. Tokens,
   * passwords and the secrets of hooks are left out.
   */
  public String describe() {
    return exchanges().stream().map(ApiExchange::describe).collect(joining());
  }

  /** Stops the server. Requests that wait because of a fault end. */
  @Override
  public void close() {
    server.close();
  }

  /** Returns the base URL and the number of requests, and nothing of their content. */
  @Override
  public String toString() {
    return "RossumApiStub[" + baseUrl() + ", " + server.journal().size() + " requests]";
  }
}
