package io.github.rossumext;

import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.HookResponse;
import io.github.rossumext.response.NoResponse;
import io.github.rossumext.signature.SignatureVerifier;
import io.github.rossumext.value.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.IntFunction;

/**
 * The entrance of an extension, whatever the transport: headers and bytes in, status, headers and
 * bytes out. It verifies the signature over the raw bytes, reads the payload, calls the handler
 * that was registered for event and action, and turns answers and failures into what Rossum
 * understands.
 *
 * <p>Mistakes in the configuration throw when the endpoint is built; a request never throws.
 * Thread-safe: build one, keep it, and {@linkplain #close() close} it when the service ends.
 *
 * <p>By default:
 *
 * <ul>
 *   <li>only the header {@code X-Rossum-Signature-SHA256} authenticates a request
 *   <li>bodies over 32 MiB are rejected
 *   <li>adapters work on up to 256 requests at a time, whose bodies take up to a quarter of the
 *       heap
 *   <li>handlers run on the thread of the request, for as long as they like
 *   <li>a failing handler is answered by {@link FailurePolicy#TELL_USER}
 *   <li>writes that Rossum would lose are left out and logged
 *   <li>events without a handler are answered with no opinion and a warning in the log
 * </ul>
 */
public final class HookEndpoint implements AutoCloseable {
  /** The largest body that is accepted unless something else is set: 32 MiB. */
  public static final int DEFAULT_MAX_BODY_BYTES = 32 * 1024 * 1024;

  /** How many requests are worked on at a time unless something else is set. */
  public static final int DEFAULT_MAX_CONCURRENT_REQUESTS = 256;

  private static final EndpointResponse BUSY =
      EndpointResponse.busy("The extension has too much to do at the moment. Please try again.");

  private static final EndpointResponse CLOSED =
      EndpointResponse.busy("The extension is being restarted. Please try again.");

  private final Registrations<HookHandler<?, ?>> handlers;
  private final RequestPipeline pipeline;
  private final int maxBodyBytes;
  private final Duration patience;
  private final HandlerThreads threads;
  private final Capacity capacity;
  private final Listeners listeners;
  private final InFlight inFlight = new InFlight();

  private HookEndpoint(Builder builder) {
    SignatureVerifier verifier = SignatureVerifier.of(builder.secrets);
    Failures failures = new Failures(new Registrations<>(builder.policies), BUSY);
    this.handlers = new Registrations<>(builder.handlers);
    this.maxBodyBytes = builder.maxBodyBytes;
    this.patience = builder.patience;
    this.capacity = new Capacity(builder.maxConcurrentRequests, builder.maxBytesInFlight);
    this.listeners = new Listeners(builder.listeners);
    this.threads = builder.threads.apply(builder.maxConcurrentRequests);
    this.pipeline =
        new RequestPipeline(
            builder.legacySignature ? verifier.withLegacySignature() : verifier,
            handlers,
            failures,
            threads,
            tooLarge(),
            builder);
  }

  /** An endpoint to be configured; it needs a secret and a handler at least. */
  public static Builder builder() {
    return new Builder();
  }

  /** The largest body that is accepted, in bytes. */
  public int maxBodyBytes() {
    return maxBodyBytes;
  }

  /** The events that have a handler, as Rossum writes them in a hook. */
  public List<String> events() {
    return handlers.keys().stream().map(HookEvent::toString).toList();
  }

  /** Answers a request. Never throws. */
  public EndpointResponse handle(EndpointRequest request) {
    RequestLog log = new RequestLog(request, listeners, System.nanoTime());
    if (!inFlight.enter()) {
      log.rejected(HookRejection.Reason.CLOSED, "the endpoint is closed");
      return logged(CLOSED, log);
    }
    try {
      return logged(pipeline.answer(request, log), log);
    } finally {
      inFlight.leave();
    }
  }

  private static EndpointResponse logged(EndpointResponse response, RequestLog log) {
    try {
      log.answered(response);
    } catch (Throwable e) {
      // An appender or exception that fails while it is logged must not cost Rossum its answer.
    }
    return response;
  }

  /**
   * Asks for leave to work on a request, for adapters: before they read its body, so that a flood
   * of requests is refused rather than held in memory. Close it when the answer was sent.
   */
  public Admission admit() {
    return capacity.admit();
  }

  /** The answer where {@link #admit} was not granted: 503 with {@code Retry-After}. */
  public EndpointResponse overloaded() {
    return BUSY;
  }

  /** Tells the listeners of a request that an adapter refused by itself. */
  public void rejected(HookRejection rejection) {
    listeners.tell(listener -> listener.rejected(rejection));
  }

  /** Whether it takes no more requests. */
  public boolean isClosed() {
    return inFlight.isClosed();
  }

  /**
   * Takes no more requests, which are answered with 503 from now on, waits for those that are being
   * worked on until their time is over, and ends the threads that the endpoint has started. Threads
   * of the author's are left alone. Close the endpoint before the server: answers still go out.
   */
  @Override
  public void close() {
    try {
      inFlight.close(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.close();
  }

  /** The answer to a body over the limit, for adapters that notice it while they read. */
  public EndpointResponse tooLarge() {
    return EndpointResponse.error(
        413,
        "The document is too large for the extension, which accepts requests of up to "
            + maxBodyBytes
            + " bytes.");
  }

  /** The events that are handled; nothing of the secrets. */
  @Override
  public String toString() {
    return "HookEndpoint" + events();
  }

  /** Collects the configuration of an endpoint. Not thread-safe. */
  public static final class Builder {
    private final List<Secret> secrets = new ArrayList<>();
    private final List<Registrations.Entry<HookHandler<?, ?>>> handlers = new ArrayList<>();
    private final List<Registrations.Entry<FailurePolicy>> policies = new ArrayList<>();
    private boolean legacySignature;
    int maxBodyBytes = DEFAULT_MAX_BODY_BYTES;
    LossyWrites lossyWrites = LossyWrites.DROP_AND_LOG;
    Clock clock = Clock.systemUTC();
    Duration patience = HookContext.PATIENCE;
    private IntFunction<HandlerThreads> threads = limit -> HandlerThreads.ofRequests();
    private int maxConcurrentRequests = DEFAULT_MAX_CONCURRENT_REQUESTS;
    private long maxBytesInFlight = Math.max(DEFAULT_MAX_BODY_BYTES, maxMemory() / 4);
    private final List<HookListener> listeners = new ArrayList<>();

    private Builder() {}

    private static long maxMemory() {
      return Runtime.getRuntime().maxMemory();
    }

    /**
     * Accepts requests that are signed with this secret. Called again, both are accepted: give the
     * new secret here first, change it in Rossum, and drop the old one.
     */
    public Builder secret(Secret secret) {
      secrets.add(secret);
      return this;
    }

    /**
     * Accepts the header {@code X-Elis-Signature} too (protocol §2), where there is no newer one.
     */
    public Builder acceptLegacySignature() {
      this.legacySignature = true;
      return this;
    }

    /**
     * Answers an event with a handler.
     *
     * @param event the event; where several fit a call, the one with the fewest actions wins
     * @param handler what answers it
     */
    public <P extends HookPayload, R extends HookResponse> Builder on(
        HookEvent<P, R> event, HookHandler<? super P, ? extends R> handler) {
      handlers.add(new Registrations.Entry<>(event, handler));
      return this;
    }

    /**
     * Hears of an event whose answer Rossum ignores.
     *
     * @param event the event; where several fit a call, the one with the fewest actions wins
     * @param handler what hears of it
     */
    public <P extends HookPayload> Builder listen(
        HookEvent<P, NoResponse> event, NotificationHandler<? super P> handler) {
      return on(
          event,
          (payload, context) -> {
            handler.receive(payload, context);
            return NoResponse.INSTANCE;
          });
    }

    /** Says what a failing handler of this event means. */
    public Builder onFailure(HookEvent<?, ?> event, FailurePolicy policy) {
      policies.add(new Registrations.Entry<>(event, policy));
      return this;
    }

    /** Says what happens to writes that Rossum would lose. Refuse them in tests. */
    public Builder lossyWrites(LossyWrites setting) {
      this.lossyWrites = setting;
      return this;
    }

    /**
     * The largest body that is accepted, in bytes.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder maxBodyBytes(int bytes) {
      if (bytes <= 0) {
        throw new IllegalArgumentException("The largest body must be positive, not " + bytes + ".");
      }
      this.maxBodyBytes = bytes;
      return this;
    }

    /**
     * How long a call may take; 29 seconds unless something else is set, since Rossum waits for 30.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder timeout(Duration time) {
      if (time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException("The time for an answer must be positive.");
      }
      this.patience = time;
      return this;
    }

    /**
     * Runs handlers on threads of their own, virtual ones where the JVM has them, so that one that
     * does not come back in time is answered for: with a message where a user is waiting, with 503
     * otherwise, unless its policy is to fail open. It is interrupted, and what it does later is
     * dropped. The threads end with {@link HookEndpoint#close()}. By default handlers run on the
     * thread of the request.
     */
    public Builder handlersOnOwnThreads() {
      this.threads = HandlerThreads::started;
      return this;
    }

    /** As {@link #handlersOnOwnThreads()}, on an executor of the author's, which stays open. */
    public Builder handlersOn(ExecutorService executor) {
      Objects.requireNonNull(executor, "executor");
      this.threads = limit -> HandlerThreads.of(executor);
      return this;
    }

    /**
     * How many requests an adapter may work on at a time; more are answered with 503 at once.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder maxConcurrentRequests(int requests) {
      if (requests <= 0) {
        throw new IllegalArgumentException("There must be a request at a time at least.");
      }
      this.maxConcurrentRequests = requests;
      return this;
    }

    /**
     * How many bytes of bodies an adapter may hold at a time; more requests are answered with 503
     * at once. A quarter of the heap unless something else is set.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder maxBytesInFlight(long bytes) {
      if (bytes <= 0) {
        throw new IllegalArgumentException("The bytes in flight must be positive.");
      }
      this.maxBytesInFlight = bytes;
      return this;
    }

    /** Lets a listener see every request; more than one may be given. */
    public Builder listener(HookListener listener) {
      listeners.add(Objects.requireNonNull(listener, "listener"));
      return this;
    }

    /** The clock that deadlines are counted by; the system's unless something else is set. */
    public Builder clock(Clock time) {
      this.clock = time;
      return this;
    }

    /**
     * The endpoint.
     *
     * @throws IllegalStateException if it has no secret or no handler, or two handlers or failure
     *     policies for the same events; the message says what to do
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
      return new HookEndpoint(this);
    }
  }
}
