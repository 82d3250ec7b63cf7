package io.github.rossumext.examples.vendormatching;

import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRejection;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.listener.HookResult;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.UnknownPayload;
import io.github.rossumext.response.ContentResponse;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/**
 * Counts what the extension does: how long which event takes and which status it gets, how large
 * the documents are, what is said about them, and what is rejected. Any registry of Micrometer will
 * do.
 */
final class HookMetrics implements HookListener {
  private final MeterRegistry registry;

  HookMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void received(HookRequest request) {
    DistributionSummary.builder("rossum.request.size")
        .description("The size of the requests")
        .baseUnit("bytes")
        .register(registry)
        .record(request.sizeInBytes());
  }

  @Override
  public void responded(HookRequest request, HookResult result) {
    ended(event(request), "responded", result.status(), result.duration());
    if (result.response().orElse(null) instanceof ContentResponse content) {
      content
          .messages()
          .forEach(
              message ->
                  registry.counter("rossum.messages", "type", message.type().value()).increment());
      registry.counter("rossum.operations").increment(content.operations().size());
    }
  }

  @Override
  public void failed(HookRequest request, HookResult result, Throwable failure) {
    ended(event(request), "failed", result.status(), result.duration());
  }

  @Override
  public void rejected(HookRejection rejection) {
    ended(
        "none",
        rejection.reason().name().toLowerCase(Locale.ROOT),
        rejection.status(),
        rejection.duration());
  }

  private void ended(String event, String outcome, int status, Duration duration) {
    Timer.builder("rossum.requests")
        .description("How requests ended, and how long that took")
        .tag("event", event)
        .tag("outcome", outcome)
        .tag("status", Integer.toString(status))
        .register(registry)
        .record(duration);
  }

  /** New events of Rossum must not become new time series. */
  private static String event(HookRequest request) {
    HookPayload payload = request.payload();
    return payload instanceof UnknownPayload ? "other" : payload.eventAndAction();
  }
}
