package io.github.rossumext.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.HookContext;
import io.github.rossumext.internal.help.Mistake;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls Rossum's REST API.
 *
 * {@snippet class="io.github.rossumext.snippets.ClientSnippetsTest" region="client"}
 *
 * <ul>
 *   <li>The token goes to the host of the base URL only. From any other URL, such as one of a
 *       payload, the client takes the part after {@code /v1/} and adds it to the base URL. Only
 *       downloads follow redirects, without the token.
 *   <li>Each call ends before the request's deadline, with half a second left for your response. A
 *       client of your own program has a minute for each call, unless {@link #withTimeout} says
 *       otherwise.
 *   <li>The client repeats GET, PUT, DELETE and calls that are documented as repeatable, at most
 *       three times: after the status 408, 429, 500, 502, 503 or 504, and after a failed
 *       connection. It repeats other calls only if Rossum did not act: after the status 429, and if
 *       there was no connection. It waits for the time of {@code Retry-After}, up to a minute.
 *   <li>At most ten calls a second leave the process with one token, after the first ten. Others
 *       wait for their turn.
 *   <li>A call that does not succeed throws a {@link RossumApiException}, in most cases one of its
 *       subtypes.
 * </ul>
 *
 * <p>Immutable and thread-safe. It is cheap to make: all clients share their connections.
 */
public final class RossumClient {
  private static final Duration FOR_THE_RESPONSE = Duration.ofMillis(500);
  private static final Duration OWN_TIMEOUT = Duration.ofMinutes(1);
  private static final byte[] OWN_PROGRAM =
      "{\"event\":\"invocation\",\"action\":\"scheduled\"}".getBytes(UTF_8);

  private final Transport transport;
  private final Api api;
  private final @Nullable HookContext context;

  RossumClient(Transport transport, @Nullable HookContext context) {
    this.transport = transport;
    this.api = new Api(transport);
    this.context = context;
  }

  /**
   * Returns a client for the request that you handle, with its base URL, token and deadline.
   *
   * @throws IllegalStateException if the request has no base URL, or no token because the hook has
   *     no token owner
   */
  public static RossumClient of(HookContext context) {
    URI base =
        context
            .baseUrl()
            .orElseThrow(
                () ->
                    Mistake.ofState(
                        "The request has no base_url. If a program of your own fetched the content"
                            + " without a request, use the client that fetched it."));
    Secret token =
        context
            .token()
            .orElseThrow(
                () ->
                    Mistake.ofState(
                        "The request has no token, because its hook has no token owner. Set"
                            + " token_owner of the hook to the user whose rights it needs."));
    Limits limits = Limits.of(() -> context.remaining().minus(FOR_THE_RESPONSE));
    return new RossumClient(
        new Transport(BaseUrl.of(base), Tokens.ofRequest(token), limits), context);
  }

  /**
   * Returns a client for a program of your own, which logs in at once. If Rossum refuses the token
   * later, the client logs in again and repeats the call, once.
   *
   * @param baseUrl the root of the environment, such as {@code https://acme.rossum.app}
   * @throws IllegalArgumentException if the base URL is not an https URL; a loopback address may
   *     use http
   * @throws RossumApiException if the login does not succeed
   */
  public static RossumClient login(String baseUrl, String user, Secret password) {
    Login login = new Login(user, password);
    Transport transport = new Transport(BaseUrl.of(baseUrl), login, Limits.of(() -> OWN_TIMEOUT));
    login.current(transport, transport.limits().deadline());
    return new RossumClient(transport, null);
  }

  /**
   * Returns a client for a program of your own that has a token.
   *
   * @param baseUrl the root of the environment, such as {@code https://acme.rossum.app}
   * @throws IllegalArgumentException if the base URL is not an https URL; a loopback address may
   *     use http
   */
  public static RossumClient of(String baseUrl, Secret token) {
    return new RossumClient(
        new Transport(BaseUrl.of(baseUrl), Tokens.of(token), Limits.of(() -> OWN_TIMEOUT)), null);
  }

  /**
   * Returns a copy whose calls take at most this long, each with its repeats and pauses. A client
   * of a request still ends before its deadline.
   */
  public RossumClient withTimeout(Duration timeout) {
    return with(transport.limits().withTimeout(timeout, context != null));
  }

  /** Returns a copy that makes this many calls a second at most, instead of ten. */
  public RossumClient withCallsPerSecond(int calls) {
    return with(transport.limits().withCallsPerSecond(calls));
  }

  /** Returns a copy whose lists have this many pages at most, instead of 100. */
  public RossumClient withMaxPages(int pages) {
    return with(transport.limits().withMaxPages(pages));
  }

  private RossumClient with(Limits limits) {
    return new RossumClient(transport.with(limits), context);
  }

  /** Returns the calls about annotations. */
  public Annotations annotations() {
    return new Annotations(api, this::editorContext);
  }

  /** Returns the calls about documents, which are the files of annotations. */
  public Documents documents() {
    return new Documents(api);
  }

  /** Returns the calls about uploads. */
  public Uploads uploads() {
    return new Uploads(api);
  }

  /** Returns the calls about labels. */
  public Labels labels() {
    return new Labels(api);
  }

  /** Returns the calls about e-mails. */
  public Emails emails() {
    return new Emails(api);
  }

  /** Returns the calls about relations between annotations. */
  public Relations relations() {
    return new Relations(api);
  }

  /** Returns the calls about relations between annotations and documents. */
  public DocumentRelations documentRelations() {
    return new DocumentRelations(api);
  }

  /** Returns the calls about schemas. */
  public Schemas schemas() {
    return new Schemas(api);
  }

  /** Returns the calls about queues. */
  public EditableResources<Queue> queues() {
    return new EditableResources<>(api, "queues", Queue::new);
  }

  /** Returns the calls about hooks. */
  public Hooks hooks() {
    return new Hooks(api);
  }

  /** Returns the calls about suggestions to split or turn documents. */
  public SuggestedEdits suggestedEdits() {
    return new SuggestedEdits(api);
  }

  /** Returns the calls about what kept annotations from going through without a user. */
  public Resources<AutomationBlockers> automationBlockers() {
    return new Resources<>(api, "automation_blockers", AutomationBlockers::new);
  }

  /** Returns the calls of the data storage, such as the collections of the master data hub. */
  public DataStorage dataStorage() {
    return new DataStorage(api);
  }

  /**
   * Returns the URL of an object, for a body.
   *
   * @param type the kind, such as {@code queues}
   */
  public ResourceUrl url(String type, long id) {
    return api.url(type, id);
  }

  /** Returns what is at a path; see {@link #get(String, Map)}. */
  public RawJson get(String path) {
    return api.get(path);
  }

  /**
   * Returns what is at a path.
   *
   * @param path such as {@code /v1/queues/8198}, a service such as {@code /svc/data-storage/…}, or
   *     a URL of Rossum's API
   * @param query parameters; the values of a list are joined by commas, and a URL becomes its id
   * @throws RossumApiException if the call does not succeed, or the response is not JSON
   * @throws IllegalArgumentException if the path is not one of Rossum's API
   */
  public RawJson get(String path, Map<String, ?> query) {
    return api.get(path, query);
  }

  /**
   * Returns the elements of a list. Its pages are fetched when the stream needs them.
   *
   * @param path such as {@code /v1/workspaces}
   * @param query parameters, as in {@link #get(String, Map)}
   * @throws IllegalArgumentException if the path is not one of Rossum's API
   */
  public Stream<RawJson> list(String path, Map<String, ?> query) {
    return api.list(path, query, Function.identity());
  }

  /**
   * Posts a body, and returns the body of the response; JSON null if the response has no body.
   *
   * @param path as in {@link #get(String, Map)}
   * @param body your record or map, or {@link RawJson}. The components of records get names in
   *     snake_case.
   * @throws RossumApiException if the call does not succeed, or the response is not JSON
   * @throws IllegalArgumentException if the path is not one of Rossum's API
   * @throws BindingException if the body cannot be written as JSON, or holds a {@code Secret}
   */
  public RawJson post(String path, Object body) {
    return api.send("POST", path, body);
  }

  /** Replaces an object by a body, as {@link #post} does. The client may repeat the call. */
  public RawJson put(String path, Object body) {
    return api.send("PUT", path, body);
  }

  /** Changes the parts of an object that the body has, as {@link #post} does. */
  public RawJson patch(String path, Object body) {
    return api.send("PATCH", path, body);
  }

  /**
   * Deletes what is at a path.
   *
   * @throws RossumApiException if the call does not succeed, for example because the object does
   *     not exist; also if the client repeats the call after a lost response, and the object is
   *     gone
   */
  public void delete(String path) {
    api.send("DELETE", path, null);
  }

  Transport transport() {
    return transport;
  }

  /** The context of the request; in a program of one's own, one without settings. */
  private HookContext editorContext() {
    return context != null ? context : HookContext.of(HookPayload.of(OWN_PROGRAM));
  }

  /** Returns the base URL, and nothing of the token. */
  @Override
  public String toString() {
    return "RossumClient[" + transport.base() + "]";
  }
}
