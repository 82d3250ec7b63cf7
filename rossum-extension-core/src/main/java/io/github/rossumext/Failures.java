package io.github.rossumext;

import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.HookPayload;
import java.util.concurrent.RejectedExecutionException;

/** Turns the failure of a handler into an answer that Rossum's retry rules understand. */
final class Failures {
  private final Registrations<FailurePolicy> policies;

  private final EndpointResponse busy;

  Failures(Registrations<FailurePolicy> policies, EndpointResponse busy) {
    this.policies = policies;
    this.busy = busy;
  }

  EndpointResponse answer(
      Throwable failure, HookPayload payload, HookContext context, RequestLog log) {
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    if (failure instanceof UserMessageException told) {
      if (payload instanceof EmailPayload) {
        // An answer of messages alone would drop the attachments, and no user reads it.
        log.failed(failure);
        return noOpinion(payload);
      }
      log.told();
      return EndpointResponse.error(200, told.text());
    }
    if (failure instanceof SettingsException settings) {
      log.failed(failure);
      return EndpointResponse.error(
          422,
          "The settings of the extension are not right: "
              + settings.problem()
              + " (request "
              + context.requestId()
              + ")");
    }
    log.failed(failure);
    if (failure instanceof RejectedExecutionException) {
      return busy;
    }
    FailurePolicy policy =
        failure instanceof FailureException own
            ? own.policy()
            : policies.find(payload).orElse(FailurePolicy.TELL_USER);
    if (failure instanceof HandlerTimeoutException && policy != FailurePolicy.FAIL_OPEN) {
      return EndpointResponse.error(
          context.isInteractive() ? 500 : 503,
          "The extension did not answer in time and changed nothing (request "
              + context.requestId()
              + ").");
    }
    return switch (policy) {
      case TELL_USER -> failed(500, context.requestId());
      case RETRY -> failed(context.isInteractive() ? 500 : 503, context.requestId());
      case FAIL_OPEN -> noOpinion(payload);
    };
  }

  private static EndpointResponse noOpinion(HookPayload payload) {
    return EndpointResponse.of(200, NoOpinion.on(payload).toJson());
  }

  /** The answer where even the way to the handler failed. */
  EndpointResponse unexpected(Throwable failure, RequestLog log) {
    log.failed(failure);
    return failed(500, log.requestId());
  }

  private static EndpointResponse failed(int status, String requestId) {
    return EndpointResponse.error(
        status, "The extension failed and changed nothing (request " + requestId + ").");
  }
}
