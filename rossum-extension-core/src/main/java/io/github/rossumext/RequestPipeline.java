package io.github.rossumext;

import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.internal.check.ResponseCheck;
import io.github.rossumext.internal.help.OncePerHook;
import io.github.rossumext.internal.http.Door;
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
import io.github.rossumext.response.NoResponse;
import io.github.rossumext.signature.SignatureVerifier;
import io.github.rossumext.signature.SignatureVerifier.Verification;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

/**
 * The way of one request behind the door: verified, read, dispatched, checked; or how its handler
 * failed. Immutable and thread-safe.
 */
final class RequestPipeline implements Door.Handling {
  private final SignatureVerifier verifier;
  private final Registrations<HookHandler<?, ?>> handlers;
  private final Registrations<FailurePolicy> policies;
  private final HandlerThreads threads;
  private final Listeners listeners;
  private final LossyWrites lossyWrites;
  private final Clock clock;
  private final Duration timeout;
  private final OncePerHook reported = new OncePerHook();

  RequestPipeline(
      SignatureVerifier verifier,
      Registrations<HookHandler<?, ?>> handlers,
      Registrations<FailurePolicy> policies,
      HandlerThreads threads,
      Listeners listeners,
      HookEndpoint.Builder settings) {
    this.verifier = verifier;
    this.handlers = handlers;
    this.policies = policies;
    this.threads = threads;
    this.listeners = listeners;
    this.lossyWrites = settings.lossyWrites;
    this.clock = settings.clock;
    this.timeout = settings.timeout;
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
    HookContext context =
        new HookContext(payload, clock, facts.arrival().plus(timeout), lossyWrites, reported);
    facts.received(payload, context.requestId());
    LogLine.Context shown = LogLine.Context.open(payload, context.requestId());
    try {
      listeners.received(facts, request.body());
      return dispatch(payload, context, facts);
    } finally {
      shown.close();
    }
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

  private EndpointResponse dispatch(HookPayload payload, HookContext context, RequestFacts facts) {
    HookHandler<?, ?> handler = handlers.find(payload).orElse(null);
    if (handler == null) {
      facts.unhandled();
      return ok(noOpinion(payload), facts);
    }
    try {
      HookResponse response = run(handler, payload, context);
      ResponseCheck<? extends HookResponse> checked = ResponseCheck.of(response, payload);
      checked.losses().forEach(context::reportLoss);
      ResponseCheck.logBlockersLeftOut(response, payload, context.requestId());
      return ok(checked.kept(), facts);
    } catch (Throwable e) { // an Error of a rule must not leave Rossum without a response either
      return failed(e, payload, context, facts);
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

  /** Returns the response that leaves everything as it is. */
  private static HookResponse noOpinion(HookPayload payload) {
    // An empty object would drop the attachments of an e-mail.
    return payload instanceof EmailPayload email
        ? EmailResponse.importAll(email)
        : NoResponse.empty();
  }

  /** Turns a failure into a response that Rossum's retry rules understand. */
  private EndpointResponse failed(
      Throwable failure, HookPayload payload, HookContext context, RequestFacts facts) {
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    if (failure instanceof UserMessageException message) {
      if (payload instanceof EmailPayload) {
        // A response of messages alone would drop the attachments, and no user reads it.
        facts.failed(failure);
        return open(payload);
      }
      facts.userMessage();
      return EndpointResponse.error(200, message.text());
    }
    facts.failed(failure);
    if (failure instanceof SettingsException settings) {
      return EndpointResponse.error(
          422,
          "The settings of the extension are not right: "
              + settings.problem()
              + " (request "
              + context.requestId()
              + ")");
    }
    if (failure instanceof RejectedExecutionException) {
      return RejectedException.BUSY;
    }
    FailurePolicy policy =
        failure instanceof FailureException own
            ? own.policy()
            : policies.find(payload).orElse(FailurePolicy.TELL_USER);
    if (policy == FailurePolicy.FAIL_OPEN) {
      return open(payload);
    }
    boolean isInTime = !(failure instanceof HandlerThreads.TooLateException);
    int status =
        context.isInteractive() || (isInTime && policy == FailurePolicy.TELL_USER) ? 500 : 503;
    return EndpointResponse.error(
        status,
        "The extension "
            + (isInTime ? "failed" : "did not respond in time")
            + " (request "
            + context.requestId()
            + ").");
  }

  private static EndpointResponse open(HookPayload payload) {
    return EndpointResponse.json(200, noOpinion(payload).toJson());
  }
}
