package io.github.rossumext.internal.http;

import io.github.rossumext.payload.HookPayload;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.MDC;

/**
 * What every line of the log can show while a request is worked on: SLF4J's MDC with the request
 * id, the event and the annotation. Made and closed on the same thread.
 */
public final class LogContext implements AutoCloseable {
  private static final String REQUEST = "rossum.request";
  private static final String EVENT = "rossum.event";
  private static final String ANNOTATION = "rossum.annotation";

  private final Map<String, String> before = new LinkedHashMap<>();

  private LogContext() {}

  /** Shows this request on the current thread. */
  public static LogContext open(HookPayload payload, String requestId) {
    LogContext opened = new LogContext();
    opened.put(REQUEST, requestId);
    opened.put(EVENT, LogLine.word(payload.eventAndAction()));
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
