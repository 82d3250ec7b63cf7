package io.github.rossumext;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.internal.delivery.Plan;
import io.github.rossumext.internal.http.RejectedException;
import io.github.rossumext.internal.http.RequestFacts;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.ScheduledPayload;
import io.github.rossumext.payload.StatusPayload;
import io.github.rossumext.payload.UploadFile;
import io.github.rossumext.payload.UploadPayload;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.HookResponse;
import io.github.rossumext.response.NoResponse;
import io.github.rossumext.response.UploadResponse;
import io.github.rossumext.value.ExtensionException;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * What Rossum gets if a handler fails: a response that its retry rules understand. Its texts say
 * only what is known; what a handler did elsewhere before it failed is not. Immutable and
 * thread-safe.
 */
final class Failures {
  private final Registrations<FailurePolicy> policies;

  Failures(Registrations<FailurePolicy> policies) {
    this.policies = policies;
  }

  /**
   * Returns the response, and writes down in the facts what kind of end it was.
   *
   * @param thrown what ended the handler; a loss that was refused is the failure in its place
   * @param plan how the event is delivered; null if a repeat runs the handler again
   */
  EndpointResponse response(
      Throwable thrown,
      HookPayload payload,
      HookContext context,
      RequestFacts facts,
      @Nullable Plan plan) {
    context.rules().close();
    ExtensionException refused = context.losses().firstRefused();
    Throwable failure = refused == null ? thrown : refused;
    if (failure instanceof UserMessageException told && isRead(payload)) {
      facts.userMessage(told);
      return payload instanceof UploadPayload upload
          ? EndpointResponse.json(200, failing(upload, told.text()).toJson())
          : EndpointResponse.error(200, told.text());
    }
    if (isExpected(failure)) {
      facts.expected(failure);
    } else {
      facts.failed(failure);
    }
    if (failure instanceof UserMessageException && payload instanceof EmailPayload) {
      return open(payload); // a response of messages alone would drop the attachments
    }
    if (failure instanceof SettingsException settings) {
      return told(
          422,
          "The settings of the extension are not right: "
              + settings.problem()
              + " (request "
              + context.requestId()
              + ")",
          payload,
          plan);
    }
    if (failure instanceof HandlerThreads.BusyException) {
      return RejectedException.BUSY;
    }
    FailurePolicy policy = policy(thrown, refused != null, payload, context.rules());
    if (policy == FailurePolicy.FAIL_OPEN) {
      return open(payload);
    }
    boolean isInTime = !(failure instanceof HandlerThreads.TooLateException);
    return told(
        status(policy, isInTime, context.isInteractive(), plan),
        "The extension "
            + (isInTime ? "failed" : "did not respond in time")
            + " (request "
            + context.requestId()
            + ").",
        payload,
        plan);
  }

  /**
   * Returns the response with this text. If Rossum may fetch it later, its body is that of a
   * response of the event, because Rossum then takes it as one of success. After 503, Rossum does
   * not fetch it.
   */
  static EndpointResponse told(int status, String text, HookPayload payload, @Nullable Plan plan) {
    if (plan != null && plan.later() != null && status != 503) {
      if (payload instanceof UploadPayload upload && isRead(upload)) {
        return EndpointResponse.json(status, failing(upload, text).toJson());
      }
      if (!isRead(payload) && !(payload instanceof UploadPayload)) {
        return EndpointResponse.json(status, noOpinion(payload).toJson());
      }
    }
    return EndpointResponse.error(status, text);
  }

  private FailurePolicy policy(
      Throwable thrown, boolean isLossRefused, HookPayload payload, RulePolicies rules) {
    FailurePolicy policy = null;
    if (thrown instanceof FailureException own) {
      policy = own.policy();
    } else if (thrown instanceof HandlerThreads.TooLateException
        && rules.running() != FailurePolicy.FAIL_OPEN) {
      // One rule's FAIL_OPEN does not speak for the rules that had no time.
      policy = rules.running();
    }
    if (policy == null || (policy == FailurePolicy.FAIL_OPEN && isLossRefused)) {
      policy = policies.find(payload).orElse(FailurePolicy.TELL_USER);
    }
    if (policy == FailurePolicy.FAIL_OPEN && isLossRefused) {
      policy = FailurePolicy.TELL_USER; // losses are refused to be seen, so no policy hides them
    }
    return policy != FailurePolicy.FAIL_OPEN && rules.isUnrepeatable()
        ? FailurePolicy.NO_RETRY
        : policy;
  }

  /** Returns whether a line of the log is enough: nobody has to look for a mistake. */
  private static boolean isExpected(Throwable failure) {
    return failure instanceof HandlerThreads.BusyException
        || (failure instanceof FailureException own && own.isExpected());
  }

  /** Returns whether somebody reads a message in the response to this request. */
  private static boolean isRead(HookPayload payload) {
    return payload instanceof UploadPayload upload
        ? upload.files().stream().anyMatch(file -> file.document().isPresent())
        : !(payload instanceof EmailPayload
            || payload instanceof StatusPayload
            || payload instanceof ScheduledPayload);
  }

  /** Returns the response that shows the text at each file: an upload has no other place for it. */
  private static UploadResponse failing(UploadPayload upload, String text) {
    Message message = Message.of(MessageType.ERROR, text);
    UploadResponse response = UploadResponse.empty();
    for (UploadFile file : upload.files()) {
      if (file.document().isPresent()) {
        response = response.withImportFailed(file).withMessage(file, message);
      }
    }
    return response;
  }

  private static int status(
      FailurePolicy policy, boolean isInTime, boolean isInteractive, @Nullable Plan plan) {
    // An exception says nothing about what the handler did before. So an event that is handled once
    // must not be repeated, unless the author says that it may be.
    if (policy == FailurePolicy.NO_RETRY || (plan != null && policy == FailurePolicy.TELL_USER)) {
      return 422;
    }
    return isInteractive || (isInTime && policy == FailurePolicy.TELL_USER) ? 500 : 503;
  }

  private static EndpointResponse open(HookPayload payload) {
    return EndpointResponse.json(200, noOpinion(payload).toJson());
  }

  /** Returns the response that leaves everything as it is. */
  static HookResponse noOpinion(HookPayload payload) {
    // An empty object would drop the attachments of an e-mail.
    return payload instanceof EmailPayload email
        ? EmailResponse.importAll(email)
        : NoResponse.empty();
  }
}
