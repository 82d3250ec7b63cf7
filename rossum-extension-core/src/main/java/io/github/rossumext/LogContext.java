package io.github.rossumext;

import io.github.rossumext.payload.HookPayload;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.MDC;

/**
 * What every line of the log can show while a call is worked on: SLF4J's MDC with the request id,
 * the event and the annotation. Made and closed on the same thread.
 */
final class LogContext implements AutoCloseable {
  private static final String REQUEST = "rossum.request";
  private static final String EVENT = "rossum.event";
  private static final String ANNOTATION = "rossum.annotation";

  private final Map<String, String> before = new LinkedHashMap<>();

  private LogContext() {}

  static LogContext open(HookPayload payload, HookContext context) {
    LogContext opened = new LogContext();
    opened.put(REQUEST, context.requestId());
    opened.put(EVENT, RequestLog.word(payload.eventAndAction()));
    RequestLog.annotationId(payload).ifPresent(id -> opened.put(ANNOTATION, Long.toString(id)));
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
