package io.github.rossumext;

import io.github.rossumext.internal.delivery.Plan;
import io.github.rossumext.internal.help.EndpointText;
import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.payload.HookAction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what an endpoint does with each event and action, so that others can compare a hook with
 * it: see {@link EndpointText}.
 */
final class DescribedEndpoint {
  /** Changes when a reader would misunderstand the text. */
  private static final int VERSION = 1;

  private final HookEndpoint endpoint;
  private final DeliveryPlans plans;
  private final Registrations<FailurePolicy> policies;

  DescribedEndpoint(
      HookEndpoint endpoint, DeliveryPlans plans, Registrations<FailurePolicy> policies) {
    this.endpoint = endpoint;
    this.plans = plans;
    this.policies = policies;
  }

  EndpointText text() {
    try {
      JsonWriter json = new JsonWriter();
      json.object().number("version", VERSION).list("events");
      for (HookEvent<?, ?> event : endpoint.events()) {
        for (HookAction action : actions(event)) {
          write(json, event, action);
        }
      }
      return new EndpointText(
          new String(json.endList().endObject().bytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it is written to memory
    }
  }

  private static List<HookAction> actions(HookEvent<?, ?> event) {
    return event.equals(HookEvent.ANNOTATION_STATUS)
        ? List.of(HookAction.CHANGED)
        : Timeouts.actions(event);
  }

  private void write(JsonWriter json, HookEvent<?, ?> event, HookAction action) throws IOException {
    Plan plan = plans.find(event.event(), action);
    Plan.@Nullable Later later = plan == null ? null : plan.later();
    json.object()
        .text("event", event.event())
        .text("action", action.value())
        .flag("is_each_action", event.actions().isEmpty())
        .flag("is_awaited", Timeouts.isAwaited(event.event(), action))
        .flag("is_once", plan != null)
        .number("timeout_ms", endpoint.timeout(event).toMillis());
    policies
        .find(event.event(), action)
        .ifPresent(policy -> text(json, "failure_policy", policy.name()));
    if (later != null) {
      json.text("public_url", later.publicUrl().toString())
          .number("polling_time_s", later.pollingTime().toSeconds());
    }
    json.endObject();
  }

  private static void text(JsonWriter json, String key, String value) {
    try {
      json.text(key, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
