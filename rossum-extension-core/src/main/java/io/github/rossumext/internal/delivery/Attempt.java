package io.github.rossumext.internal.delivery;

import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.internal.http.RequestFacts;
import io.github.rossumext.payload.HookPayload;
import java.time.Duration;
import java.util.concurrent.Callable;

/** One request of a delivery, and the ways to run its handler. */
public interface Attempt {
  /** Returns how its event is delivered. */
  Plan plan();

  /** Returns what Rossum sent. */
  HookPayload payload();

  /** Returns the bytes of the same. */
  byte[] body();

  /** Returns the facts of the request. Only its own thread may use them. */
  RequestFacts facts();

  /** Returns the time until the response to the request is due. */
  Duration remaining();

  /** Returns the time until the handler must have ended. A job has longer than its request. */
  Duration handlerTime();

  /**
   * Starts a task where handlers of this request run. If that is the thread of the request, it
   * returns when the task has ended.
   *
   * @throws Exception if there is no thread for it
   */
  void start(Callable<?> task) throws Exception;

  /**
   * Runs the handler on the current thread. Never throws.
   *
   * @param deliveryKey what {@code context.deliveryKey()} returns
   */
  Ran run(String deliveryKey);

  /** Returns the response if there was no thread for the task. */
  EndpointResponse notStarted(Throwable why);

  /** Returns the response that says that the outcome of the last run is unknown. */
  EndpointResponse unknown();

  /**
   * How a handler ended.
   *
   * @param response the response of the handler, or to its failure
   * @param facts the facts of the run, for one thread at a time
   */
  record Ran(EndpointResponse response, RequestFacts facts) {
    /** Returns whether a repeat may run the handler again. Only such failures have this status. */
    boolean isRetry() {
      return response.status() == 503;
    }
  }
}
