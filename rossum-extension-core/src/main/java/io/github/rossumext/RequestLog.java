package io.github.rossumext;

import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.StatusPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.HookResponse;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log line of one request: what it was and how it ended, and nothing of what was in it. */
final class RequestLog {
  private static final Logger LOG = LoggerFactory.getLogger(HookEndpoint.class);
  private static final int MAX_WORD = 80;

  private final EndpointRequest request;
  private final Listeners listeners;
  private final long start;
  private @Nullable HookPayload payload;
  private @Nullable HookContext context;
  private @Nullable HookResponse answer;
  private @Nullable String rejection;
  private HookRejection.Reason reason = HookRejection.Reason.PAYLOAD;
  private @Nullable HookCall call;
  private @Nullable Throwable failure;
  private String remark = "";

  RequestLog(EndpointRequest request, Listeners listeners, long start) {
    this.request = request;
    this.listeners = listeners;
    this.start = start;
  }

  void received(HookPayload known, HookContext knownContext) {
    this.payload = known;
    this.context = knownContext;
    if (!listeners.isEmpty()) {
      HookCall received = new HookCall(request, known, knownContext);
      this.call = received;
      listeners.tell(listener -> listener.received(received));
    }
  }

  void rejected(HookRejection.Reason cause, String why) {
    this.reason = cause;
    this.rejection = why;
  }

  void answering(HookResponse response) {
    this.answer = response;
  }

  void failed(Throwable why) {
    this.failure = why;
  }

  void told() {
    this.remark = ", the user was told";
  }

  void unhandled(HookPayload unknown) {
    this.remark =
        ", no handler: add .on(HookEvent."
            + constant(unknown)
            + ", …) to the endpoint, or take the event out of the hook";
  }

  private static String constant(HookPayload payload) {
    return switch (payload.eventAndAction()) {
      case "email.received" -> "EMAIL_RECEIVED";
      case "upload.created" -> "UPLOAD_CREATED";
      case "invocation.scheduled" -> "INVOCATION_SCHEDULED";
      case "invocation.manual" -> "INVOCATION_MANUAL";
      default -> {
        if (payload instanceof ContentPayload) {
          yield "ANNOTATION_CONTENT";
        }
        if (payload instanceof StatusPayload) {
          yield "ANNOTATION_STATUS";
        }
        yield "other(\""
            + word(payload.event())
            + "\", \""
            + word(payload.action().value())
            + "\")";
      }
    };
  }

  String requestId() {
    return context == null ? "unknown" : context.requestId();
  }

  void answered(EndpointResponse response) {
    if (!listeners.isEmpty()) {
      tell(response);
    }
    if (failure != null) {
      if (LOG.isErrorEnabled()) {
        LOG.error("{}, failed", line(response), LoggedFailure.of(failure));
      }
    } else if (rejection != null || remark.contains("no handler")) {
      LOG.warn("{}", line(response));
    } else if (LOG.isInfoEnabled()) {
      LOG.info("{}", line(response));
    }
  }

  private void tell(EndpointResponse response) {
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    HookCall known = call;
    if (known == null) {
      HookRejection refused =
          new HookRejection(reason, response.status(), request.sizeInBytes(), duration);
      listeners.tell(listener -> listener.rejected(refused));
      return;
    }
    HookResult ended = new HookResult(response, duration, answer);
    Throwable thrown = failure;
    if (thrown == null) {
      listeners.tell(listener -> listener.answered(known, ended));
    } else {
      listeners.tell(listener -> listener.failed(known, ended, thrown));
    }
  }

  private String line(EndpointResponse response) {
    StringBuilder line = new StringBuilder(160);
    if (payload == null) {
      line.append("rejected: ").append(rejection == null ? "unread" : rejection);
    } else {
      line.append(word(payload.event())).append('.').append(word(payload.action().value()));
      annotationId(payload).ifPresent(id -> line.append(", annotation ").append(id));
      line.append(", request ").append(word(requestId()));
    }
    line.append(", ").append(request.sizeInBytes()).append(" bytes -> ").append(response.status());
    line.append(" in ").append((System.nanoTime() - start) / 1_000_000).append(" ms");
    if (answer instanceof ContentResponse content) {
      line.append(", ").append(content.messages().size()).append(" messages");
      line.append(", ").append(content.operations().size()).append(" operations");
      line.append(", ").append(content.automationBlockers().size()).append(" automation blockers");
    } else if (answer instanceof EmailResponse email) {
      line.append(", ").append(email.fileIds().size()).append(" files");
    }
    return line.append(remark).toString();
  }

  static OptionalLong annotationId(HookPayload payload) {
    if (payload instanceof ContentPayload content) {
      return content.annotation().id();
    }
    return payload instanceof StatusPayload status
        ? status.annotation().id()
        : OptionalLong.empty();
  }

  /** A word of the request, such that it can neither forge a line of the log nor flood it. */
  static String word(String text) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), MAX_WORD); i++) {
      char c = text.charAt(i);
      word.append(c > ' ' && c < 127 ? c : '?');
    }
    return word.toString();
  }
}
