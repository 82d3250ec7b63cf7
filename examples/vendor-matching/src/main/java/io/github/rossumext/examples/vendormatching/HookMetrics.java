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
 * Metrics of the extension for any registry of Micrometer: the duration and status of each event,
 * the sizes of requests, the messages and operations, and the rejections.
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
        .description("The requests, by event, outcome and status")
        .tag("event", event)
        .tag("outcome", outcome)
        .tag("status", Integer.toString(status))
        .register(registry)
        .record(duration);
  }

  /**
   * Returns the tag of an event. New events of Rossum share one tag, so that they add no time
   * series.
   */
  private static String event(HookRequest request) {
    HookPayload payload = request.payload();
    return payload instanceof UnknownPayload ? "other" : payload.eventAndAction();
  }
}
