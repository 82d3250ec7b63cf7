package io.github.rossumext;

import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.internal.check.ResponseCheck;
import io.github.rossumext.internal.delivery.Attempt;
import io.github.rossumext.internal.delivery.Deliveries;
import io.github.rossumext.internal.delivery.Plan;
import io.github.rossumext.internal.help.OncePerHook;
import io.github.rossumext.internal.http.Door;
import io.github.rossumext.internal.http.ExceptionTexts;
import io.github.rossumext.internal.http.Listeners;
import io.github.rossumext.internal.http.LogLine;
import io.github.rossumext.internal.http.RejectedException;
import io.github.rossumext.internal.http.RequestFacts;
import io.github.rossumext.listener.HookRejection.Reason;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.PayloadException;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.HookResponse;
import io.github.rossumext.signature.SignatureVerifier;
import io.github.rossumext.signature.SignatureVerifier.Verification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The way of one request behind the door: verified, read, dispatched, checked; or how its handler
 * failed. Immutable and thread-safe.
 */
final class RequestPipeline implements Door.Handling {
  private final SignatureVerifier verifier;
  private final Registrations<HookHandler<?, ?>> handlers;
  private final Failures failures;
  private final HandlerThreads threads;
  private final HandlerThreads jobThreads;
  private final Listeners listeners;
  private final LossyWrites lossyWrites;
  private final Clock clock;
  private final Timeouts timeouts;
  private final ExceptionTexts texts;
  private final DeliveryPlans plans;
  private final Deliveries deliveries;
  private final OncePerHook reported = new OncePerHook();

  RequestPipeline(
      SignatureVerifier verifier,
      Registrations<HookHandler<?, ?>> handlers,
      Failures failures,
      Timeouts timeouts,
      HandlerThreads threads,
      HandlerThreads jobThreads,
      Listeners listeners,
      DeliveryPlans plans,
      Deliveries deliveries,
      HookEndpoint.Builder settings) {
    this.verifier = verifier;
    this.handlers = handlers;
    this.failures = failures;
    this.threads = threads;
    this.jobThreads = jobThreads;
    this.listeners = listeners;
    this.lossyWrites = settings.lossyWrites;
    this.clock = settings.clock;
    this.timeouts = timeouts;
    this.texts = settings.exceptionTexts;
    this.plans = plans;
    this.deliveries = deliveries;
  }

  @Override
  public EndpointResponse respond(EndpointRequest request, RequestFacts facts)
      throws RejectedException {
    Verification verification = verifier.verify(request.headers(), request.body());
    if (!verification.isAccepted()) {
      throw RejectedException.signature(
          verification.name(), SignatureHint.of(verification, request.headers()));
    }
    HookPayload payload = payload(request);
    Plan plan = plans.find(payload);
    Instant due = facts.arrival().plus(timeouts.of(payload));
    HookContext context =
        new HookContext(
            payload,
            clock,
            plan == null || plan.later() == null
                ? due
                : facts.arrival().plus(plan.later().pollingTime()),
            lossyWrites,
            texts,
            reported);
    facts.received(payload, context.requestId(), due);
    LogLine.Context shown = LogLine.Context.open(payload, context.requestId());
    try {
      listeners.received(facts, request.body());
      return dispatch(request.body(), payload, context, facts, plan, due);
    } finally {
      shown.close();
    }
  }

  @Override
  public EndpointResponse poll(String token, RequestFacts facts) {
    return deliveries.poll(token, facts);
  }

  private static HookPayload payload(EndpointRequest request) throws RejectedException {
    try {
      return HookPayload.of(request.body());
    } catch (PayloadException e) {
      throw new RejectedException(
          Reason.PAYLOAD,
          "not a payload: " + e.problem(),
          EndpointResponse.error(
              400, "The request is not an event of Rossum: " + e.problem() + "."));
    }
  }

  private EndpointResponse dispatch(
      byte[] body,
      HookPayload payload,
      HookContext context,
      RequestFacts facts,
      @Nullable Plan plan,
      Instant due) {
    HookHandler<?, ?> handler = handlers.find(payload).orElse(null);
    if (handler == null) {
      facts.unhandled();
      return ok(Failures.noOpinion(payload), facts);
    }
    return plan == null
        ? handled(() -> run(handler, payload, context), payload, context, facts, null)
        : deliveries.respond(new Delivered(plan, handler, payload, body, context, facts, due));
  }

  /** Returns the response of a handler, or to its failure. */
  private EndpointResponse handled(
      Callable<HookResponse> handler,
      HookPayload payload,
      HookContext context,
      RequestFacts facts,
      @Nullable Plan plan) {
    try {
      HookResponse response = handler.call();
      ResponseCheck<? extends HookResponse> checked =
          ResponseCheck.of(response, payload, context.requestId());
      checked.losses().forEach(context.losses()::report);
      context.losses().requireNoneRefused();
      ResponseCheck.logBlockersLeftOut(response, payload, context.requestId());
      return ok(checked.kept(), facts);
    } catch (Throwable e) { // an Error of a rule must not leave Rossum without a response either
      return failures.response(e, payload, context, facts, plan);
    } finally {
      facts.lost(context.losses().reported());
    }
  }

  private HookResponse run(HookHandler<?, ?> handler, HookPayload payload, HookContext context)
      throws Exception {
    return threads.call(
        () -> call(handler, payload, context),
        () -> LogLine.Context.open(payload, context.requestId()),
        context.remaining(),
        context.requestId());
  }

  // The typed keys of the builder guarantee that payload and handler fit each other.
  @SuppressWarnings("unchecked")
  private static HookResponse call(
      HookHandler<?, ?> handler, HookPayload payload, HookContext context) throws Exception {
    HookResponse response =
        ((HookHandler<HookPayload, HookResponse>) handler).handle(payload, context);
    if (response == null) {
      throw new IllegalStateException("Expected a response, but the handler returned null.");
    }
    if (payload instanceof EmailPayload && !(response instanceof EmailResponse)) {
      // An unchecked cast got through the types: without files, the response would drop them all.
      throw new IllegalStateException(
          "Expected an EmailResponse for an e-mail, but the handler returned " + response + ".");
    }
    return response;
  }

  private static EndpointResponse ok(HookResponse response, RequestFacts facts) {
    facts.responding(response);
    return EndpointResponse.json(200, response.toJson());
  }

  /** A request whose event is handled once. */
  private final class Delivered implements Attempt {
    private final Plan plan;
    private final HookHandler<?, ?> handler;
    private final HookPayload payload;
    private final byte[] body;
    private final HookContext context;
    private final RequestFacts facts;
    private final Instant due;

    Delivered(
        Plan plan,
        HookHandler<?, ?> handler,
        HookPayload payload,
        byte[] body,
        HookContext context,
        RequestFacts facts,
        Instant due) {
      this.plan = plan;
      this.handler = handler;
      this.payload = payload;
      this.body = body;
      this.context = context;
      this.facts = facts;
      this.due = due;
    }

    @Override
    public Plan plan() {
      return plan;
    }

    @Override
    public HookPayload payload() {
      return payload;
    }

    @Override
    public byte[] body() {
      return body;
    }

    @Override
    public RequestFacts facts() {
      return facts;
    }

    @Override
    public Duration remaining() {
      Duration left = Duration.between(clock.instant(), due);
      return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public Duration handlerTime() {
      return context.remaining();
    }

    @Override
    public void start(Callable<?> task) throws Exception {
      (plan.later() == null ? threads : jobThreads)
          .start(task, () -> LogLine.Context.open(payload, context.requestId()));
    }

    @Override
    public Ran run(String deliveryKey) {
      RequestFacts run = facts.ofRun(context.deadline());
      context.deliveryKey(deliveryKey);
      try {
        EndpointResponse response =
            handled(() -> call(handler, payload, context), payload, context, run, plan);
        run.ended(clock.instant());
        return new Ran(response, run);
      } catch (Throwable e) { // nobody else would see it, and the run must end
        run.failed(e);
        return new Ran(EndpointResponse.error(422, "The extension failed: see its log."), run);
      }
    }

    @Override
    public EndpointResponse notStarted(Throwable why) {
      facts.expected(why);
      return RejectedException.BUSY;
    }

    @Override
    public EndpointResponse unknown() {
      return Failures.told(
          422,
          "The extension stopped during an earlier attempt, so its outcome is unknown, and it does"
              + " not try again (request "
              + context.requestId()
              + ").",
          payload,
          plan);
    }
  }
}
