package io.github.rossumext;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.internal.http.RejectedException;
import io.github.rossumext.internal.http.RequestFacts;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.HookResponse;
import io.github.rossumext.response.NoResponse;
import java.util.concurrent.RejectedExecutionException;

/** Turns the failure of a handler into a response that Rossum's retry rules understand. */
final class Failures {
  private final Registrations<FailurePolicy> policies;

  Failures(Registrations<FailurePolicy> policies) {
    this.policies = policies;
  }

  /** Returns the response that leaves everything as it is. */
  static HookResponse noOpinion(HookPayload payload) {
    // An empty object would drop the attachments of an e-mail.
    return payload instanceof EmailPayload email
        ? EmailResponse.importAll(email)
        : NoResponse.INSTANCE;
  }

  EndpointResponse respond(
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
    boolean isInTime = !(failure instanceof HandlerTimeoutException);
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
