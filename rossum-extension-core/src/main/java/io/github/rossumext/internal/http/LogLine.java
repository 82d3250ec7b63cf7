package io.github.rossumext.internal.http;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.internal.help.QuietLog;
import io.github.rossumext.internal.http.RequestFacts.Phase;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.StatusPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.HookResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Writes the log line of a request: a fixed phrase, then {@code key=value} pairs. It shows nothing
 * of the document. Words of the request are cut, and cannot forge a line or a pair.
 */
public final class LogLine {
  /** The logger that users know: it has the name of a public class. */
  static final Logger LOG = LoggerFactory.getLogger("io.github.rossumext.HookEndpoint");

  private LogLine() {}

  /** Writes how a request ended. */
  static void write(RequestFacts facts, EndpointResponse response) {
    quietly(() -> ended(facts, response));
  }

  private static void ended(RequestFacts facts, EndpointResponse response) {
    Throwable failure = facts.failure();
    if (facts.isSilent()) {
      line("handled", facts, response); // only made: that is what a warm-up is for
    } else if (QuietLog.isQuiet()) {
      if (LOG.isDebugEnabled()) {
        LOG.debug("{}", line("sent by a test", facts, response));
      }
    } else if (failure != null && facts.isExpected()) {
      Throwable reason = reason(failure);
      LOG.warn(
          "{} {}{}",
          line(failed(facts), facts, response),
          LoggedFailure.place(reason),
          LoggedFailure.textAtEnd(reason, facts.texts()));
    } else if (failure != null) {
      if (LOG.isErrorEnabled()) {
        LOG.error(
            "{}", line(failed(facts), facts, response), LoggedFailure.of(failure, facts.texts()));
      }
    } else if (facts.rejection() != null) {
      LOG.warn("{}", line("rejected", facts, response));
    } else if (facts.isUnhandled()) {
      LOG.warn("{}", line("no handler", facts, response));
    } else if (facts.phase().isWarning()) {
      LOG.warn("{}", line(facts.phase().phrase(), facts, response));
    } else if (facts.isLate()) {
      LOG.warn("{}", line(facts.phase().phrase() + " too late", facts, response));
    } else if (LOG.isInfoEnabled()) {
      LOG.info(
          "{}", line(facts.isPage() ? "status page" : facts.phase().phrase(), facts, response));
    }
  }

  private static String failed(RequestFacts facts) {
    return facts.phase() == Phase.RUN ? "job failed" : "failed";
  }

  /** Writes how a run ended that went on without its request. */
  public static void ofRun(RequestFacts run, EndpointResponse response) {
    write(run, response);
  }

  /** Writes what happened to a delivery outside of a request. */
  public static void delivery(String what, String deliveryKey) {
    quietly(() -> LOG.warn("{} delivery={}", what, deliveryKey));
  }

  /** Writes that a store failed outside of a request. */
  public static void storeFailed(
      String step, String deliveryKey, Throwable failure, ExceptionTexts texts) {
    quietly(
        () ->
            LOG.warn(
                "store failed step={}{} {}{}",
                step,
                deliveryKey.isEmpty() ? "" : " delivery=" + deliveryKey,
                LoggedFailure.place(failure),
                LoggedFailure.textAtEnd(failure, texts)));
  }

  /** Returns the exception that the rule threw; a rule's policy may have wrapped it. */
  private static Throwable reason(Throwable failure) {
    Throwable reason = failure;
    while (reason.getClass() == failure.getClass() && reason.getCause() != null) {
      reason = reason.getCause();
    }
    return reason;
  }

  /** Writes that the client is gone. */
  static void notSent(RequestFacts facts, EndpointResponse response) {
    if (!facts.isSilent()) {
      quietly(() -> LOG.warn("{}", line("response not sent, the client is gone", facts, response)));
    }
  }

  /** Writes that the server or its adapter failed to send. */
  static void notSent(RequestFacts facts, EndpointResponse response, Throwable failure) {
    if (!facts.isSilent()) {
      quietly(
          () ->
              LOG.error(
                  "{}",
                  line("response not sent", facts, response),
                  LoggedFailure.of(failure, facts.texts())));
    }
  }

  private static void quietly(Runnable writing) {
    try {
      writing.run();
    } catch (Throwable e) {
      // Rossum must get its response even if an appender or an exception fails during logging.
    }
  }

  private static String line(String phrase, RequestFacts facts, EndpointResponse response) {
    StringBuilder line = new StringBuilder(200).append(phrase);
    HookPayload payload = facts.payload();
    RejectedException rejection = facts.rejection();
    if (payload != null) {
      line.append(" event=").append(Printable.word(payload.event()));
      line.append('.').append(Printable.word(payload.action().value()));
      annotationId(payload).ifPresent(id -> line.append(" annotation=").append(id));
      line.append(" request=").append(Printable.word(facts.requestId()));
    } else if (rejection != null) {
      line.append(" reason=").append(Printable.quoted(String.valueOf(rejection.getMessage())));
    }
    if (facts.isDelivery()) {
      line.append(" bytes=").append(facts.bytes());
    }
    line.append(" status=").append(response.status());
    line.append(" ms=").append(facts.elapsed().toMillis());
    if (!facts.deliveryKey().isEmpty()) {
      line.append(" delivery=").append(facts.deliveryKey());
    }
    counts(line, facts.response());
    Throwable told = facts.userMessage();
    if (told != null) {
      line.append(" exception=").append(told.getClass().getName());
    }
    if (facts.isUnhandled() && payload != null) {
      line.append(" hint=").append(Printable.quoted(hint(payload)));
    } else if (rejection != null && !rejection.hint().isEmpty()) {
      line.append(" hint=").append(Printable.quoted(rejection.hint()));
    }
    return line.toString();
  }

  private static void counts(StringBuilder line, @Nullable HookResponse response) {
    if (response instanceof ContentResponse content) {
      line.append(" messages=").append(content.messages().size());
      line.append(" operations=").append(content.operations().size());
      line.append(" blockers=").append(content.automationBlockers().size());
    } else if (response instanceof EmailResponse email) {
      line.append(" files=").append(email.fileIds().size());
    }
  }

  private static String hint(HookPayload payload) {
    return "add .on(HookEvent."
        + constant(payload)
        + ", …) to the endpoint, or remove the event from the hook";
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
            + Printable.word(payload.event())
            + "\", \""
            + Printable.word(payload.action().value())
            + "\")";
      }
    };
  }

  static OptionalLong annotationId(HookPayload payload) {
    if (payload instanceof ContentPayload content) {
      return content.annotation().id();
    }
    return payload instanceof StatusPayload status
        ? status.annotation().id()
        : OptionalLong.empty();
  }

  /**
   * The context that every log line of a request can show: SLF4J's MDC with the request id, the
   * event and the annotation. Create and close it on the same thread.
   */
  public static final class Context implements AutoCloseable {
    private static final String REQUEST = "rossum.request";
    private static final String EVENT = "rossum.event";
    private static final String ANNOTATION = "rossum.annotation";

    private final Map<String, String> before = new LinkedHashMap<>();

    private Context() {}

    /** Shows this request on the current thread. */
    public static Context open(HookPayload payload, String requestId) {
      Context opened = new Context();
      opened.put(REQUEST, requestId);
      opened.put(EVENT, Printable.word(payload.eventAndAction()));
      LogLine.annotationId(payload).ifPresent(id -> opened.put(ANNOTATION, Long.toString(id)));
      return opened;
    }

    private void put(String key, String value) {
      before.put(key, MDC.get(key));
      MDC.put(key, value);
    }

    @Override
    public void close() {
      before.forEach(
          (key, value) -> {
            if (value == null) {
              MDC.remove(key);
            } else {
              MDC.put(key, value);
            }
          });
    }
  }
}
