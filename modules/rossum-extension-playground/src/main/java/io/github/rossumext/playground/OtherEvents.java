package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.Map;

/** Requests of the events that are not about the content of the document. */
final class OtherEvents {
  private static final Map<String, HookEvent<?, ?>> KNOWN =
      Map.of(
          "annotation_status.changed", HookEvent.ANNOTATION_STATUS.only(HookAction.CHANGED),
          "email.received", HookEvent.EMAIL_RECEIVED,
          "upload.created", HookEvent.UPLOAD_CREATED,
          "invocation.scheduled", HookEvent.INVOCATION_SCHEDULED,
          "invocation.manual", HookEvent.INVOCATION_MANUAL);

  private OtherEvents() {}

  /**
   * Returns the event of a request.
   *
   * @throws IllegalArgumentException if it is about content, or unknown
   */
  static HookEvent<?, ?> of(Fixture request) {
    String event = request.payload().eventAndAction();
    HookEvent<?, ?> known = KNOWN.get(event);
    if (known == null) {
      throw new IllegalArgumentException(
          event.startsWith("annotation_content.")
              ? "This is a request of "
                  + event
                  + ", which brings its own document. Use \"Paste a document\"."
              : "Expected a request of one of the events "
                  + KNOWN.keySet().stream().sorted().toList()
                  + ", but found "
                  + event
                  + ".");
    }
    return known;
  }

  /** Returns the method of the simulator that sends such a request. */
  static String methodFor(Fixture request) {
    return switch (request.payload().eventAndAction()) {
      case "email.received" -> "receive";
      case "upload.created" -> "upload";
      case "invocation.scheduled" -> "schedule";
      case "invocation.manual" -> "invoke";
      default -> "changeStatus";
    };
  }

  /** Sends a request, and adds to the report what Rossum makes of the response. */
  static void send(RossumSimulator rossum, Fixture request, ObjectNode report) {
    switch (methodFor(request)) {
      case "receive" -> ImportReport.add(report, rossum.receive(request), rossum);
      case "upload" -> ImportReport.add(report, rossum.upload(request), rossum);
      case "schedule" -> rossum.schedule(request);
      case "changeStatus" -> rossum.changeStatus(request);
      default -> {
        if (report.path("isHandled").asBoolean()) {
          report.put("response", rossum.invoke(request).responseWithoutSecrets());
        }
      }
    }
  }
}
