package io.github.rossumext;

import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.delivery.IfUnknown;
import io.github.rossumext.delivery.InMemoryDeliveryStore;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.exchange.HookExchange;
import io.github.rossumext.internal.delivery.Deliveries;
import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.help.EndpointText;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.http.Door;
import io.github.rossumext.internal.http.ExceptionTexts;
import io.github.rossumext.internal.http.InFlight;
import io.github.rossumext.internal.http.Listeners;
import io.github.rossumext.internal.http.RequestFacts;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.HookResponse;
import io.github.rossumext.response.NoResponse;
import io.github.rossumext.signature.SignatureVerifier;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.IntFunction;

/**
 * The entry point of an extension, for any HTTP server. It verifies the signature over the raw
 * bytes and reads the payload. It calls the handler that you registered for the event and action,
 * and turns responses and failures into what Rossum understands. It also enforces the limits and
 * the deadline, writes the log line, informs the listeners and shows the status page. An adapter,
 * such as the servlet, only translates the requests of its HTTP server.
 *
 * {@snippet class="io.github.rossumext.snippets.EndpointSnippetsTest" region="endpoint"}
 *
 * <p>If the configuration has a mistake, {@link Builder#build()} throws. {@link #serve} and {@link
 * #handle} never throw. Thread-safe: build one endpoint, and {@linkplain #close() close} it when
 * the service ends.
 *
 * <p>By default:
 *
 * <ul>
 *   <li>only the header {@code X-Rossum-Signature-SHA256} authenticates a request
 *   <li>bodies over 32 MiB are rejected
 *   <li>up to 256 requests are handled at a time, and their bodies take up to a quarter of the
 *       heap, or 32 MiB if that is more
 *   <li>handlers run on the thread of the request, and nothing interrupts them; if one takes longer
 *       than 29 seconds, the log says that it was too late
 *   <li>a handler that fails has the policy {@link FailurePolicy#TELL_USER}
 *   <li>writes that Rossum would lose are left out and logged
 *   <li>an event is handled each time that Rossum delivers it: see {@link Builder#once(HookEvent,
 *       HookEvent[])}
 *   <li>an event without a handler gets a response that changes nothing, and the log has a warning
 * </ul>
 */
public final class HookEndpoint implements AutoCloseable {
  /** The largest body that is accepted by default: 32 MiB. */
  public static final int DEFAULT_MAX_BODY_BYTES = 32 * 1024 * 1024;

  /** The number of requests that are handled at a time by default. */
  public static final int DEFAULT_MAX_CONCURRENT_REQUESTS = 256;

  static {
    Access.open(HookEndpoint.class, EndpointText.class, endpoint -> endpoint.described.text());
  }

  private final Registrations<HookHandler<?, ?>> handlers;
  private final List<HookEvent<?, ?>> events;
  private final Map<HookEvent<?, ?>, FailurePolicy> failurePolicies;
  private final boolean isLegacySignatureAccepted;
  private final int maxBodyBytes;
  private final LossyWrites lossyWrites;
  private final Duration timeout;
  private final Timeouts timeouts;
  private final HandlerThreads threads;
  private final HandlerThreads jobThreads;
  private final InFlight inFlight;
  private final Deliveries deliveries;
  private final Door door;
  private final DescribedEndpoint described;

  private HookEndpoint(Builder builder) {
    this.handlers = new Registrations<>(builder.handlers);
    Registrations<FailurePolicy> policies = new Registrations<>(builder.policies);
    Listeners listeners = new Listeners(builder.listeners, builder.exceptionTexts);
    this.events = builder.isSilent ? List.of() : List.copyOf(handlers.registered().keySet());
    this.failurePolicies = policies.registered();
    this.isLegacySignatureAccepted = builder.legacySignature;
    this.maxBodyBytes = builder.maxBodyBytes;
    this.lossyWrites = builder.lossyWrites;
    this.timeout = builder.timeout;
    this.timeouts = new Timeouts(builder.timeout, new Registrations<>(builder.timeouts));
    this.threads = builder.threads.apply(builder.maxConcurrentRequests);
    DeliveryPlans plans = builder.deliveries.plans(handlers, timeouts);
    this.jobThreads = plans.hasLater() ? threads.forJobs(builder.maxConcurrentRequests) : threads;
    this.inFlight = new InFlight(builder.maxConcurrentRequests, builder.maxBytesInFlight);
    this.deliveries =
        new Deliveries(
            builder.deliveries.store(builder.clock),
            builder.deliveries.settings(),
            builder.clock,
            listeners,
            builder.exceptionTexts,
            builder.secrets,
            builder.maxBytesInFlight);
    SignatureVerifier verifier = SignatureVerifier.of(builder.secrets);
    RequestPipeline pipeline =
        new RequestPipeline(
            builder.legacySignature ? verifier.withLegacySignature() : verifier,
            handlers,
            new Failures(policies),
            timeouts,
            threads,
            jobThreads,
            listeners,
            plans,
            deliveries,
            builder);
    this.door =
        new Door(
            pipeline,
            maxBodyBytes,
            inFlight,
            events,
            listeners,
            builder.clock,
            () -> new RequestFacts(builder.exceptionTexts, builder.isSilent));
    this.described = new DescribedEndpoint(this, plans, policies);
    timeouts.warn();
    if (!plans.isEmpty()) {
      deliveries.cleanUp();
    }
  }

  /** Returns a builder; an endpoint needs at least a secret and a handler. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Serves a request and returns when its response was written. Never throws: if the response
   * cannot be sent, the log says so.
   *
   * <p>The endpoint itself responds to:
   *
   * <ul>
   *   <li>{@code GET} and {@code HEAD}: 200 and a small page, which says that the extension is up
   *       and which events it handles; 503 after the endpoint is closed
   *   <li>{@code GET} and {@code HEAD} with a parameter {@code delivery}: the response of a job,
   *       which is a handler that still runs after Rossum got 202 for its request: see {@link
   *       Builder#later(HookEvent, URI)}
   *   <li>any other method than {@code POST}: 405
   *   <li>a content type other than {@code application/json}, or a content encoding: 415
   *   <li>a body over {@link #maxBodyBytes()}: 413, even if its {@code Content-Length} is less
   *   <li>too many requests or bytes at a time, or a closed endpoint: 503 with {@code Retry-After}
   *   <li>a body that ends before its {@code Content-Length}: 400
   *   <li>a body that takes more than 30 seconds, or that after 5 seconds arrives at less than 1
   *       KiB a second: 408. The server must close a connection that sends nothing
   *   <li>a body that a filter of the server has read before: 500, and the log says what to do
   * </ul>
   *
   * <p>All of these have a message for the user, except the page and the response of a job, because
   * Rossum shows the messages of every response. After a rejection, the endpoint reads and drops
   * the rest of the body, until twice the limit has been read in total. So a client that writes its
   * whole request first also gets the response.
   *
   * @param exchange the request and the way to respond to it, for this method call only
   */
  public void serve(HookExchange exchange) {
    door.serve(exchange);
  }

  /**
   * Returns the response to a request whose body is already read. Never throws. Limits, log line,
   * listeners and the check of the content encoding are those of {@link #serve}. Method and content
   * type are not checked.
   */
  public EndpointResponse handle(EndpointRequest request) {
    return door.handle(request);
  }

  /**
   * Returns the response to a request, as {@link #handle(EndpointRequest)} does. It informs the
   * listeners of the endpoint about the request, and then this listener.
   *
   * @param listener for this request only, such as that of a test or recorder
   */
  public EndpointResponse handle(EndpointRequest request, HookListener listener) {
    return door.handle(request, Objects.requireNonNull(listener, "listener"));
  }

  /**
   * Serves a request of its own, so that the first request of Rossum finds the classes of the
   * library loaded. Call it before your server opens its port. It runs none of your handlers,
   * informs no listener and writes no log line. Nobody else can send this request.
   */
  public void warmUp() {
    warmUp(WarmUp::serve);
  }

  /**
   * Warms up, as {@link #warmUp()} does, through a second server, so that the first request of
   * Rossum finds the classes of the server loaded, too.
   *
   * <p>If it fails, the log has a warning, and the first request takes longer.
   *
   * @param server starts, calls and stops the second server
   * @see <a
   *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/cold-start.md#warm-up">Cold
   *     start: warm up</a>
   */
  public void warmUp(WarmUp.Server server) {
    WarmUp.run(handlers.registered().values(), threads.isOwn(), server);
  }

  /** Returns the events that have a handler, in the order in which they were registered. */
  public List<HookEvent<?, ?>> events() {
    return events;
  }

  /** Returns the policies that were set by {@code onFailure}, by their events. */
  public Map<HookEvent<?, ?>, FailurePolicy> failurePolicies() {
    return failurePolicies;
  }

  /** Returns whether {@code X-Elis-Signature} is accepted, too. */
  public boolean isLegacySignatureAccepted() {
    return isLegacySignatureAccepted;
  }

  /** Returns the largest body that is accepted, in bytes. */
  public int maxBodyBytes() {
    return maxBodyBytes;
  }

  /** Returns how many requests are handled at a time. */
  public int maxConcurrentRequests() {
    return inFlight.maxRequests();
  }

  /** Returns how many bytes all bodies together may take at a time. */
  public long maxBytesInFlight() {
    return inFlight.maxBytes();
  }

  /** Returns what happens to writes that Rossum would lose. */
  public LossyWrites lossyWrites() {
    return lossyWrites;
  }

  /**
   * Returns the timeout of the events that do not have one of their own: how long a request may
   * take from its arrival on. {@link #timeout(HookEvent)} returns the timeout of one event.
   */
  public Duration timeout() {
    return timeout;
  }

  /**
   * Returns the timeout of an event: how long a request may take from its arrival on. It is at most
   * 29 seconds if a user or the caller of the hook waits. If the actions of the event have
   * different timeouts, the longest is returned.
   */
  public Duration timeout(HookEvent<?, ?> event) {
    return timeouts.of(event);
  }

  /**
   * Returns how many jobs run. A job is a handler that took so long that its request got a response
   * without it: see {@link Builder#once(HookEvent, HookEvent[])} and {@link
   * Builder#later(HookEvent, URI)}.
   */
  public int runningJobs() {
    return deliveries.runningJobs();
  }

  /** Returns whether the endpoint is closed. */
  public boolean isClosed() {
    return inFlight.isClosed();
  }

  /**
   * Closes the endpoint. New requests get 503. It waits for the running ones until their time is
   * over, and for {@linkplain #runningJobs() jobs} until 30 seconds are over. It interrupts the
   * jobs that are left: their outcome is unknown. Then it ends the threads that it has started. An
   * executor that you gave to it stays open. Close the endpoint before the server, so that the last
   * responses are still sent.
   */
  @Override
  public void close() {
    long start = System.nanoTime();
    try {
      inFlight.close(timeouts.longest());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    deliveries.close(Duration.ofNanos(System.nanoTime() - start));
    threads.close();
    jobThreads.close();
  }

  /** Returns the events that are handled, and nothing of the secrets. */
  @Override
  public String toString() {
    return "HookEndpoint" + events;
  }

  /** Collects the configuration of an endpoint. Not thread-safe. */
  public static final class Builder {
    private final List<Secret> secrets = new ArrayList<>();
    private final List<Registrations.Entry<HookHandler<?, ?>>> handlers = new ArrayList<>();
    private final List<Registrations.Entry<FailurePolicy>> policies = new ArrayList<>();
    private final List<Registrations.Entry<Duration>> timeouts = new ArrayList<>();
    private boolean legacySignature;
    int maxBodyBytes = DEFAULT_MAX_BODY_BYTES;
    LossyWrites lossyWrites = LossyWrites.DROP_AND_LOG;
    Clock clock = Clock.systemUTC();
    private final DeliveryPlans.Declared deliveries = new DeliveryPlans.Declared();
    private Duration timeout = Timeouts.DEFAULT;
    ExceptionTexts exceptionTexts = ExceptionTexts.HIDDEN;
    boolean isSilent; // the endpoint of a warm-up: nobody sees its events and requests
    private IntFunction<HandlerThreads> threads = limit -> HandlerThreads.ofRequests();
    private int maxConcurrentRequests = DEFAULT_MAX_CONCURRENT_REQUESTS;
    private long maxBytesInFlight = Math.max(DEFAULT_MAX_BODY_BYTES, maxMemory() / 4);
    private final List<HookListener> listeners = new ArrayList<>();

    private Builder() {}

    private static long maxMemory() {
      return Runtime.getRuntime().maxMemory();
    }

    /**
     * Accepts requests that are signed with this secret. If you call it again, both are accepted:
     * add the new secret here first, change it in Rossum, and drop the old one.
     */
    public Builder secret(Secret secret) {
      secrets.add(Objects.requireNonNull(secret, "secret"));
      return this;
    }

    /**
     * Accepts the header {@code X-Elis-Signature} too, if there is no newer one.
     *
     * @see <a
     *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#signatures">The
     *     protocol: signatures</a>
     */
    public Builder acceptLegacySignature() {
      this.legacySignature = true;
      return this;
    }

    /**
     * Handles an event.
     *
     * @param event the event; if several fit a request, the narrowest wins: the one with the fewest
     *     actions. A handler for all actions comes last.
     * @param handler returns the response
     */
    public <P extends HookPayload, R extends HookResponse> Builder on(
        HookEvent<P, R> event, HookHandler<? super P, ? extends R> handler) {
      handlers.add(new Registrations.Entry<>(event, handler));
      return this;
    }

    /**
     * Handles an event whose response Rossum ignores.
     *
     * @param event the event; if several fit a request, the narrowest wins: see {@link #on}
     * @param handler receives the payload
     */
    public <P extends HookPayload> Builder listen(
        HookEvent<P, NoResponse> event, NotificationHandler<? super P> handler) {
      Objects.requireNonNull(handler, "handler");
      return on(
          event,
          (payload, context) -> {
            handler.receive(payload, context);
            return NoResponse.empty();
          });
    }

    /**
     * Sets the failure policy of an event.
     *
     * @param event the event; if several fit a request, the narrowest wins: see {@link #on}
     * @param policy what an exception of its handler means
     */
    public Builder onFailure(HookEvent<?, ?> event, FailurePolicy policy) {
      policies.add(new Registrations.Entry<>(event, policy));
      return this;
    }

    /**
     * Handles these events once. Rossum may deliver a request again, for example if a response is
     * lost or late, and the endpoint recognises the repeat. A repeat gets the stored response of
     * the handler, byte for byte. A repeat that arrives while the handler runs waits for it. If the
     * time of the repeat is over first, the repeat gets 503. If the outcome is unknown, because the
     * endpoint stopped while the handler ran, the handler does not run again: see {@link
     * IfUnknown#REFUSE}.
     *
     * {@snippet class="io.github.rossumext.snippets.DeliverySnippetsTest" region="once"}
     *
     * <p>A handler that fails does not run again either, unless it failed under {@link
     * FailurePolicy#RETRY}. If handlers have {@linkplain #handlersOnOwnThreads() threads of their
     * own}, a handler that does not return in time is interrupted, and the response is 503 under
     * every policy. When the handler ends, its response is stored for the next repeat.
     *
     * <p>A request is a repeat if its {@code request_id} was seen in the last 24 hours. It is also
     * one if its body, without id, time and token, equals the body of a request that is running or
     * ended less than 6 minutes ago. <b>A user who exports again later makes a new delivery.</b> So
     * may do a repeat with a new id, if it shows what the handler changed by calls of Rossum's API:
     * Rossum does not document that. Only a key of your own business recognises both, such as
     * supplier and invoice number. The default store is lost when the process ends: see {@link
     * #store}.
     *
     * <p>{@link #build()} refuses events for which somebody waits, because Rossum does not repeat
     * them, and an event without a handler.
     */
    public Builder once(HookEvent<?, ?> event, HookEvent<?, ?>... more) {
      deliveries.once(event, IfUnknown.REFUSE);
      for (HookEvent<?, ?> other : more) {
        deliveries.once(other, IfUnknown.REFUSE);
      }
      return this;
    }

    /**
     * Handles an event once, as {@link #once(HookEvent, HookEvent[])} does.
     *
     * @param ifUnknown what a repeat means if the outcome is unknown. With {@link
     *     IfUnknown#RUN_AGAIN} and another system that honours the {@linkplain
     *     HookContext#deliveryKey() delivery key}, the work is done at most once for each delivery,
     *     although the handler may run several times.
     */
    public Builder once(HookEvent<?, ?> event, IfUnknown ifUnknown) {
      deliveries.once(event, ifUnknown);
      return this;
    }

    /**
     * Lets Rossum fetch the response to an event later, if the handler takes longer than 20
     * seconds. Then the response is 202 with a {@code Location}, which Rossum polls every 30
     * seconds. It gets 503 while the handler runs, and 201 with the response of the handler when it
     * has ended. Rossum polls for 300 seconds by default: that is the {@linkplain
     * HookContext#remaining() time} of the handler. If it takes longer, it is interrupted.
     *
     * {@snippet class="io.github.rossumext.snippets.DeliverySnippetsTest" region="later"}
     *
     * <p>The event is handled {@linkplain #once(HookEvent, HookEvent[]) once}, too, with {@link
     * IfUnknown#RUN_AGAIN} unless you call {@code once}, too. The handler runs on a thread of its
     * own, or on {@linkplain #handlersOn(ExecutorService) your executor}.
     *
     * <p>If the handler fails after the 202, Rossum gets this:
     *
     * <ul>
     *   <li>under {@link FailurePolicy#RETRY}: 404, so that Rossum delivers the request again
     *   <li>otherwise: 201, because Rossum takes another status as a failure of the poll. The body
     *       is an error message. For an upload, each file has the message, and its import fails.
     *       For an e-mail, every file is imported.
     * </ul>
     *
     * <p>If the handler fails before the 202, the body is the same, with the status of the failure.
     *
     * <p>Polls are not signed. The {@code Location} has a part that only somebody who knows the
     * secret of the hook can make. Rossum's token for its API is valid for 10 minutes or until the
     * response, and Rossum does not document whether the 202 ends it. If the handler calls Rossum,
     * set {@code token_lifetime_s} of the hook.
     *
     * @param event an event for which nobody waits
     * @param publicUrl the URL of the hook as Rossum sees it: {@code https}, except for this
     *     machine
     */
    public Builder later(HookEvent<?, ?> event, URI publicUrl) {
      deliveries.later(event, publicUrl, DeliveryPlans.DEFAULT_POLLING_TIME);
      return this;
    }

    /**
     * Lets Rossum fetch the response to an event later, as {@link #later(HookEvent, URI)} does.
     *
     * @param pollingTime how long Rossum polls. More than 300 seconds need the same {@code
     *     max_polling_time_s} in the hook, which only {@code upload.created}, {@code
     *     invocation.scheduled} and {@code annotation_content.export} have. At most 3600 seconds.
     */
    public Builder later(HookEvent<?, ?> event, URI publicUrl, Duration pollingTime) {
      deliveries.later(event, publicUrl, pollingTime);
      return this;
    }

    /**
     * Sets where deliveries are remembered. The default is an {@link InMemoryDeliveryStore}, for
     * one node. Several nodes share a database: see {@code JdbcDeliveryStore} in the module {@code
     * rossum-extension-jdbc}. The endpoint does not close the store.
     */
    public Builder store(DeliveryStore store) {
      deliveries.store(store);
      return this;
    }

    /** Sets the times of deliveries. */
    public Builder deliveries(DeliverySettings settings) {
      deliveries.settings(settings);
      return this;
    }

    /** Sets what happens to writes that Rossum would lose. Refuse them in tests. */
    public Builder lossyWrites(LossyWrites setting) {
      this.lossyWrites = Objects.requireNonNull(setting, "lossyWrites");
      return this;
    }

    /**
     * Sets the largest body that is accepted, in bytes.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder maxBodyBytes(int bytes) {
      if (bytes <= 0) {
        throw new IllegalArgumentException(
            "maxBodyBytes must be at least 1, but was " + bytes + ".");
      }
      this.maxBodyBytes = bytes;
      return this;
    }

    /**
     * Sets how long a request may take, if its event does not have a timeout of its own. The time
     * starts when the request arrives, before its body is read. The default is 29 seconds, because
     * Rossum waits for 30. A longer time helps only if the hook has a longer {@code timeout_s}. If
     * a user or the caller of {@code invocation.manual} waits, the time is at most 29 seconds.
     *
     * <p>Handlers see it as {@link HookContext#remaining()}. It ends a handler only if handlers
     * have threads of their own: see {@link #handlersOnOwnThreads()}.
     *
     * @throws IllegalArgumentException if it is not positive, or over 292 years
     */
    public Builder timeout(Duration time) {
      this.timeout = Timeouts.required(time);
      return this;
    }

    /**
     * Sets how long a request of this event may take. {@link #timeout(Duration)} says more.
     *
     * @param event the event; if several fit a request, the one with the fewest actions wins
     * @throws IllegalArgumentException if the time is not positive, or over 292 years
     */
    public Builder timeout(HookEvent<?, ?> event, Duration time) {
      timeouts.add(new Registrations.Entry<>(event, Timeouts.required(time)));
      return this;
    }

    /**
     * Lets the log show the texts of exceptions that handlers throw. They may quote the document, a
     * setting or a password, so this is for tests and development. By default the log shows types
     * and stack traces, and texts of the library's own exceptions only.
     */
    public Builder logExceptionTexts() {
      this.exceptionTexts = ExceptionTexts.SHOWN;
      return this;
    }

    /**
     * Runs handlers on threads of their own, virtual ones if the JVM has them. By default handlers
     * run on the thread of the request. This gives deadlines, not throughput: the thread of the
     * request waits meanwhile.
     *
     * <p>If a handler does not return in time, it is interrupted and the endpoint responds for it:
     * with 500 if a user is waiting, with 503 otherwise. Under {@link FailurePolicy#NO_RETRY} it
     * responds with 422, and under {@link FailurePolicy#FAIL_OPEN} with 200 and a response that
     * changes nothing. A later result of the handler is dropped. The threads end with {@link
     * HookEndpoint#close()}.
     */
    public Builder handlersOnOwnThreads() {
      this.threads = HandlerThreads::started;
      return this;
    }

    /**
     * Runs handlers as {@link #handlersOnOwnThreads()} does, but on your executor. The endpoint
     * does not close it.
     */
    public Builder handlersOn(ExecutorService executor) {
      Objects.requireNonNull(executor, "executor");
      this.threads = limit -> HandlerThreads.of(executor);
      return this;
    }

    /**
     * Sets how many requests are handled at a time. A further request gets 503. If a response is
     * being sent at that moment, the further request first waits for up to a second until it is
     * sent. Requests whose bodies are still arriving do not count. Raise the limit if the server
     * runs requests on virtual threads.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder maxConcurrentRequests(int requests) {
      if (requests <= 0) {
        throw new IllegalArgumentException(
            "maxConcurrentRequests must be at least 1, but was " + requests + ".");
      }
      this.maxConcurrentRequests = requests;
      return this;
    }

    /**
     * Sets how many bytes all bodies together may take at a time. A further request gets 503, as
     * {@link #maxConcurrentRequests(int)} describes. The default is a quarter of the heap, or 32
     * MiB if that is more.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder maxBytesInFlight(long bytes) {
      if (bytes <= 0) {
        throw new IllegalArgumentException(
            "maxBytesInFlight must be at least 1, but was " + bytes + ".");
      }
      this.maxBytesInFlight = bytes;
      return this;
    }

    /** Adds a listener, which learns how every request ends. */
    public Builder listener(HookListener listener) {
      listeners.add(Objects.requireNonNull(listener, "listener"));
      return this;
    }

    /** Sets the clock for the deadlines. The default is the system's clock. */
    public Builder clock(Clock time) {
      this.clock = Objects.requireNonNull(time, "clock");
      return this;
    }

    /**
     * Returns the endpoint. It refuses:
     *
     * <ul>
     *   <li>an endpoint without a secret or without a handler
     *   <li>a secret that begins or ends with an invisible character, such as a line break
     *   <li>two handlers, failure policies or timeouts of the same event
     *   <li>an event that cannot be handled once or later
     *   <li>a clock that returns null
     * </ul>
     *
     * @throws IllegalStateException if it refuses one of these; the message says what to do
     */
    public HookEndpoint build() {
      if (secrets.isEmpty()) {
        throw new IllegalStateException(
            HelpTopic.ENDPOINT_WITHOUT_SECRET.explain(
                "The endpoint has no secret, so it could not tell Rossum from anybody else. Call"
                    + " secret(Secret.fromEnv(\"ROSSUM_HOOK_SECRET\"))."));
      }
      if (handlers.isEmpty()) {
        throw new IllegalStateException(
            HelpTopic.ENDPOINT_WITHOUT_HANDLER.explain(
                "The endpoint has no handler. Call on(ANNOTATION_CONTENT, ContentRules.of(…))."));
      }
      HookSecrets.check(secrets);
      if (clock.instant() == null) {
        throw new IllegalStateException(
            "The clock returned null. Call clock(…) with one that tells the time.");
      }
      return new HookEndpoint(this);
    }
  }
}
