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
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Informs the listeners of an endpoint. A listener that throws does not change the response.
 * Thread-safe.
 */
public final class Listeners {
  private final List<HookListener> listeners;
  private final ExceptionTexts texts;

  /** Creates the group of these listeners; the texts say how the log shows their exceptions. */
  public Listeners(List<HookListener> listeners, ExceptionTexts texts) {
    this.listeners = List.copyOf(listeners);
    this.texts = texts;
  }

  /** Informs them that a request goes to its handler. */
  public void received(RequestFacts facts, byte[] body) {
    HookPayload payload = facts.payload();
    if (isEmpty(facts) || payload == null) {
      return;
    }
    HookRequest request = HookRequest.of(payload, facts.requestId(), body);
    facts.told(request);
    tell(facts, listener -> listener.received(request));
  }

  /** Informs them how a request ended. */
  void ended(RequestFacts facts, EndpointResponse sent) {
    if (isEmpty(facts) || !facts.isDelivery()) {
      return;
    }
    Duration duration = facts.elapsed();
    HookRequest request = facts.request();
    if (request == null) {
      RejectedException why = facts.rejection();
      HookRejection rejection =
          new HookRejection(
              why == null ? Reason.FAILURE : why.reason(), sent.status(), facts.bytes(), duration);
      tell(facts, listener -> listener.rejected(rejection));
      return;
    }
    HookResult result = result(facts, sent, duration);
    Throwable failure = facts.failure();
    if (failure == null) {
      tell(facts, listener -> listener.responded(request, result));
    } else {
      tell(facts, listener -> listener.failed(request, result, failure));
    }
  }

  /** Informs them that a request repeats an earlier one. */
  public void repeated(RequestFacts facts) {
    tellOfJob(facts, (listener, request) -> listener.repeated(request, facts.deliveryKey()));
  }

  /** Informs them that a handler goes on without its request. */
  public void jobStarted(RequestFacts facts) {
    tellOfJob(facts, (listener, request) -> listener.jobStarted(request, facts.deliveryKey()));
  }

  /** Informs them how such a handler ended. */
  public void jobEnded(RequestFacts run, EndpointResponse made) {
    HookResult result = result(run, made, run.elapsed());
    Throwable failure = run.failure();
    tellOfJob(
        run,
        (listener, request) -> {
          if (failure == null) {
            listener.jobFinished(request, result);
          } else {
            listener.jobFailed(request, result, failure);
          }
        });
  }

  /** Informs them that the outcome of a delivery is unknown. */
  public void lost(String deliveryKey) {
    listeners.forEach(listener -> tell(listener, told -> told.deliveryLost(deliveryKey)));
  }

  private void tellOfJob(RequestFacts facts, BiConsumer<HookListener, HookRequest> what) {
    HookRequest request = facts.request();
    if (request != null) {
      tell(facts, listener -> what.accept(listener, request));
    }
  }

  private boolean isEmpty(RequestFacts facts) {
    return listeners.isEmpty() && facts.observer() == null;
  }

  private static HookResult result(RequestFacts facts, EndpointResponse sent, Duration duration) {
    HookResult result =
        HookResult.of(sent.status(), sent.contentLength(), duration).withLosses(facts.losses());
    if (!facts.deliveryKey().isEmpty()) {
      result = result.withDeliveryKey(facts.deliveryKey());
    }
    HookResponse response = facts.response();
    return response == null ? result : result.withResponse(response);
  }

  private void tell(RequestFacts facts, Consumer<HookListener> what) {
    listeners.forEach(listener -> tell(listener, what));
    HookListener observer = facts.observer();
    if (observer != null) {
      tell(observer, what);
    }
  }

  private void tell(HookListener listener, Consumer<HookListener> what) {
    try {
      ThreadState.keptBy(
          () -> {
            what.accept(listener);
            return listener;
          });
    } catch (Throwable e) { // even after an Error, the response is sent
      LogLine.LOG.warn(
          "listener failed listener={} {}{}",
          listener.getClass().getName(),
          LoggedFailure.place(e),
          LoggedFailure.textAtEnd(e, texts));
    }
  }
}
