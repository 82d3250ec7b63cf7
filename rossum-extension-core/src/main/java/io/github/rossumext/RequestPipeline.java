package io.github.rossumext;

import io.github.rossumext.internal.check.ResponseCheck;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.PayloadException;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.HookResponse;
import io.github.rossumext.signature.SignatureVerifier;
import io.github.rossumext.signature.Verification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The way of one request: verified, read, dispatched, checked. Immutable and thread-safe. */
final class RequestPipeline {
  private static final EndpointResponse UNAUTHORIZED =
      EndpointResponse.error(401, "The signature of the request was not accepted.");

  private final SignatureVerifier verifier;
  private final Registrations<HookHandler<?, ?>> handlers;
  private final Failures failures;
  private final EndpointResponse tooLarge;
  private final HandlerThreads threads;
  private final int maxBodyBytes;
  private final LossyWrites lossyWrites;
  private final Clock clock;
  private final Duration patience;

  RequestPipeline(
      SignatureVerifier verifier,
      Registrations<HookHandler<?, ?>> handlers,
      Failures failures,
      HandlerThreads threads,
      EndpointResponse tooLarge,
      HookEndpoint.Builder settings) {
    this.verifier = verifier;
    this.handlers = handlers;
    this.failures = failures;
    this.threads = threads;
    this.tooLarge = tooLarge;
    this.maxBodyBytes = settings.maxBodyBytes;
    this.lossyWrites = settings.lossyWrites;
    this.clock = settings.clock;
    this.patience = settings.patience;
  }

  /** Answers a request, whatever happens. */
  EndpointResponse answer(EndpointRequest request, RequestLog log) {
    try {
      return verified(request, log);
    } catch (Throwable e) { // whatever it is, Rossum and its user get an answer
      return failures.unexpected(e, log);
    }
  }

  private EndpointResponse verified(EndpointRequest request, RequestLog log) {
    Instant received = clock.instant();
    if (request.body().length > maxBodyBytes) {
      log.rejected(HookRejection.Reason.SIZE, "body too large");
      return tooLarge;
    }
    Verification verification = verifier.verify(request.headers(), request.body());
    if (!verification.isAccepted()) {
      log.rejected(HookRejection.Reason.SIGNATURE, "signature " + verification);
      return UNAUTHORIZED;
    }
    HookPayload payload;
    try {
      payload = HookPayload.of(request.body());
    } catch (PayloadException e) {
      log.rejected(HookRejection.Reason.PAYLOAD, "not a payload: " + e.problem());
      return EndpointResponse.error(
          400, "The request is not an event of Rossum's: " + e.problem() + ".");
    }
    HookContext context = new HookContext(payload, clock, received, patience, lossyWrites);
    LogContext shown = LogContext.open(payload, context);
    try {
      log.received(payload, context);
      return dispatch(payload, context, log);
    } finally {
      shown.close();
    }
  }

  private EndpointResponse dispatch(HookPayload payload, HookContext context, RequestLog log) {
    HookHandler<?, ?> handler = handlers.find(payload).orElse(null);
    if (handler == null) {
      log.unhandled(payload);
      return ok(NoOpinion.on(payload), log);
    }
    try {
      HookResponse response = run(handler, payload, context);
      ResponseCheck<? extends HookResponse> checked = ResponseCheck.of(response, payload);
      checked.losses().forEach(context::reportLoss);
      return ok(checked.kept(), log);
    } catch (Throwable e) { // an Error of a rule must not leave Rossum without an answer either
      return failures.answer(e, payload, context, log);
    }
  }

  private HookResponse run(HookHandler<?, ?> handler, HookPayload payload, HookContext context)
      throws Exception {
    return threads.call(
        () -> call(handler, payload, context),
        () -> LogContext.open(payload, context),
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
      throw new IllegalStateException("The handler returned null instead of an answer.");
    }
    if (payload instanceof EmailPayload && !(response instanceof EmailResponse)) {
      // An unchecked cast got through the types: without files, the answer would drop them all.
      throw new IllegalStateException("The handler answered an e-mail with " + response + ".");
    }
    return response;
  }

  private static EndpointResponse ok(HookResponse response, RequestLog log) {
    log.answering(response);
    return EndpointResponse.of(200, response.toJson());
  }
}
