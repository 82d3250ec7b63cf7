package io.github.rossumext.spring;

import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRejection;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.listener.HookResult;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.UnknownPayload;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.io.Serial;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Observes each request that was verified, from then until its response. The observation is the
 * current one on the thread of the request, so it is the parent of what a handler does there.
 */
final class RequestObservations implements HookListener {
  private final ObjectProvider<ObservationRegistry> registries;

  @SuppressWarnings("ThreadLocalUsage") // one for each endpoint: a handler may call another one
  private final ThreadLocal<Observed> current = new ThreadLocal<>();

  private record Observed(Observation observation, Observation.Scope scope) {}

  RequestObservations(ObjectProvider<ObservationRegistry> registries) {
    this.registries = registries;
  }

  @Override
  public void received(HookRequest request) {
    ObservationRegistry registry = registries.getIfUnique();
    if (registry == null) {
      return;
    }
    String event = event(request.payload());
    Observation observation =
        Observation.createNotStarted("rossum.requests", registry)
            .contextualName("rossum " + event)
            .lowCardinalityKeyValue("event", event)
            .highCardinalityKeyValue("request.id", request.requestId())
            .start();
    current.set(new Observed(observation, observation.openScope()));
  }

  /** Returns the tag of an event. New events of Rossum share one, so that they add no series. */
  private static String event(HookPayload payload) {
    return payload instanceof UnknownPayload ? "other" : payload.eventAndAction();
  }

  @Override
  public void responded(HookRequest request, HookResult result) {
    end("responded", Integer.toString(result.status()));
  }

  @Override
  public void failed(HookRequest request, HookResult result, Throwable failure) {
    Observed observed = current.get();
    if (observed != null) {
      observed.observation().error(new FailedHandlerException(failure.getClass().getName()));
    }
    end("failed", Integer.toString(result.status()));
  }

  @Override
  public void rejected(HookRejection rejection) {
    end("rejected", Integer.toString(rejection.status()));
  }

  private void end(String outcome, String status) {
    Observed observed = current.get();
    if (observed == null) {
      return; // rejected before it was verified
    }
    current.remove();
    observed.scope().close();
    observed
        .observation()
        .lowCardinalityKeyValue("outcome", outcome)
        .lowCardinalityKeyValue("status", status)
        .stop();
  }

  /** The type of an exception without its text, which may quote the document. */
  private static final class FailedHandlerException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    FailedHandlerException(String type) {
      super(type, null, false, false);
    }
  }
}
