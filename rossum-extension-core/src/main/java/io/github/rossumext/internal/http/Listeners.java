package io.github.rossumext.internal.http;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRejection;
import io.github.rossumext.listener.HookRejection.Reason;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.listener.HookResult;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.HookResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the listeners of an endpoint, which cannot disturb a response. Thread-safe. */
public final class Listeners {
  private final List<HookListener> listeners;

  /** These listeners. */
  public Listeners(List<HookListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /** Tells them that a request goes to its handler. */
  public void received(RequestFacts facts, byte[] body) {
    HookPayload payload = facts.payload();
    if (listeners.isEmpty() || payload == null) {
      return;
    }
    HookRequest request = HookRequest.of(payload, facts.requestId(), body);
    facts.told(request);
    tell(listener -> listener.received(request));
  }

  /** Tells them how a request ended. */
  void ended(RequestFacts facts, EndpointResponse sent) {
    if (listeners.isEmpty() || facts.isPage()) {
      return;
    }
    Duration duration = facts.elapsed();
    HookRequest request = facts.request();
    if (request == null) {
      RejectedException why = facts.rejection();
      HookRejection rejection =
          new HookRejection(
              why == null ? Reason.FAILURE : why.reason(), sent.status(), facts.bytes(), duration);
      tell(listener -> listener.rejected(rejection));
      return;
    }
    HookResult result = result(facts.response(), sent, duration);
    Throwable failure = facts.failure();
    if (failure == null) {
      tell(listener -> listener.responded(request, result));
    } else {
      tell(listener -> listener.failed(request, result, failure));
    }
  }

  private static HookResult result(
      @Nullable HookResponse response, EndpointResponse sent, Duration duration) {
    HookResult result = HookResult.of(sent.status(), sent.contentLength(), duration);
    return response == null ? result : result.withResponse(response);
  }

  private void tell(Consumer<HookListener> what) {
    for (HookListener listener : listeners) {
      try {
        what.accept(listener);
      } catch (Throwable e) { // whatever it is, the response goes out
        // Without the exception's text, which may quote the document.
        LogLine.LOG.warn(
            "listener failed listener={} exception={}",
            listener.getClass().getName(),
            e.getClass().getName());
      }
    }
  }
}
