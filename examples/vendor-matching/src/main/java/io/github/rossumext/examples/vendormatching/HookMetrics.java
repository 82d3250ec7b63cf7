package io.github.rossumext.examples.vendormatching;

import io.github.rossumext.HookCall;
import io.github.rossumext.HookListener;
import io.github.rossumext.HookRejection;
import io.github.rossumext.HookResult;
import io.github.rossumext.payload.UnknownPayload;
import io.github.rossumext.response.ContentResponse;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/**
 * Counts what the extension does: how long it takes to answer which event with which status, how
 * large the documents are, what is said about them, and what is refused. Any registry of
 * Micrometer's will do.
 */
final class HookMetrics implements HookListener {
  private final MeterRegistry registry;

  HookMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void received(HookCall call) {
    DistributionSummary.builder("rossum.request.size")
        .description("The size of the requests")
        .baseUnit("bytes")
        .register(registry)
        .record(call.sizeInBytes());
  }

  @Override
  public void answered(HookCall call, HookResult answer) {
    ended(event(call), "answered", answer.status(), answer.duration());
    if (answer.response().orElse(null) instanceof ContentResponse content) {
      content
          .messages()
          .forEach(
              message ->
                  registry.counter("rossum.messages", "type", message.type().value()).increment());
      registry.counter("rossum.operations").increment(content.operations().size());
    }
  }

  @Override
  public void failed(HookCall call, HookResult answer, Throwable failure) {
    ended(event(call), "failed", answer.status(), answer.duration());
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

  /** New events of Rossum's must not become new time series. */
  private static String event(HookCall call) {
    return call.payload() instanceof UnknownPayload ? "other" : call.payload().eventAndAction();
  }
}
