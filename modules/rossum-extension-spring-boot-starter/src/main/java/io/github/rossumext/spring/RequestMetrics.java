package io.github.rossumext.spring;

import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRejection;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.listener.HookResult;
import io.github.rossumext.response.ContentResponse;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;

/** Counts what the requests and responses hold. {@link RequestObservations} measures their time. */
final class RequestMetrics implements HookListener {
  private final ObjectProvider<MeterRegistry> registries;

  RequestMetrics(ObjectProvider<MeterRegistry> registries) {
    this.registries = registries;
  }

  private void count(Consumer<MeterRegistry> counting) {
    registries.ifUnique(counting);
  }

  @Override
  public void received(HookRequest request) {
    count(
        registry ->
            DistributionSummary.builder("rossum.request.size")
                .description("The size of the requests")
                .baseUnit("bytes")
                .register(registry)
                .record(request.sizeInBytes()));
  }

  @Override
  public void responded(HookRequest request, HookResult result) {
    count(
        registry -> {
          if (result.response().orElse(null) instanceof ContentResponse content) {
            content
                .messages()
                .forEach(
                    message ->
                        registry
                            .counter("rossum.messages", "type", message.type().value())
                            .increment());
            registry.counter("rossum.operations").increment(content.operations().size());
          }
          lost(registry, result);
        });
  }

  @Override
  public void failed(HookRequest request, HookResult result, Throwable failure) {
    count(registry -> lost(registry, result));
  }

  private static void lost(MeterRegistry registry, HookResult result) {
    registry.counter("rossum.losses").increment(result.losses().size());
  }

  @Override
  public void rejected(HookRejection rejection) {
    String reason = rejection.reason().name().toLowerCase(Locale.ROOT);
    count(registry -> registry.counter("rossum.rejections", "reason", reason).increment());
  }

  @Override
  public void repeated(HookRequest request, String deliveryKey) {
    count(registry -> registry.counter("rossum.repeats").increment());
  }

  @Override
  public void jobFinished(HookRequest request, HookResult result) {
    count(registry -> registry.counter("rossum.jobs", "outcome", "finished").increment());
  }

  @Override
  public void jobFailed(HookRequest request, HookResult result, Throwable failure) {
    count(registry -> registry.counter("rossum.jobs", "outcome", "failed").increment());
  }

  @Override
  public void deliveryLost(String deliveryKey) {
    count(registry -> registry.counter("rossum.deliveries.lost").increment());
  }
}
