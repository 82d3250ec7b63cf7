package io.github.rossumext.internal.delivery;

import io.github.rossumext.delivery.Delivery;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.internal.delivery.Attempt.Ran;
import io.github.rossumext.internal.delivery.Plan.Later;
import io.github.rossumext.internal.http.ExceptionTexts;
import io.github.rossumext.internal.http.Listeners;
import io.github.rossumext.internal.http.LogLine;
import io.github.rossumext.internal.http.RequestFacts;
import io.github.rossumext.internal.http.RequestFacts.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Runs the handlers of deliveries and stores how they end. A handler that outlives its request is a
 * job. Thread-safe.
 */
final class Runner {
  private final DeliveryStore store;
  private final DeliverySettings settings;
  private final Listeners listeners;
  private final ExceptionTexts texts;
  private final PollTokens tokens;
  private final long maxJobBytes;
  private final Leases leases;
  private final Runs runs;
  private final AtomicLong jobBytes = new AtomicLong();
  private final AtomicInteger jobs = new AtomicInteger();

  Runner(
      DeliveryStore store,
      DeliverySettings settings,
      Listeners listeners,
      ExceptionTexts texts,
      PollTokens tokens,
      Leases leases,
      long maxJobBytes) {
    this.store = store;
    this.settings = settings;
    this.listeners = listeners;
    this.texts = texts;
    this.tokens = tokens;
    this.leases = leases;
    this.maxJobBytes = maxJobBytes;
    this.runs = new Runs(store, settings.keepTime(), texts);
  }

  /** Deletes what is over from time to time, until it is closed. Call it once. */
  void cleanUp() {
    runs.cleanUp(CleanUpTimer.SHARED);
  }

  /** Returns how many jobs run. */
  int jobs() {
    return jobs.get();
  }

  /** Returns the run of a delivery if it runs in this process; null otherwise. */
  @Nullable Run find(Delivery delivery) {
    Run local = runs.find(delivery.id());
    return local == null || local.hasEnded() || local.delivery().run() != delivery.run()
        ? null
        : local;
  }

  /** Runs the handler for a delivery that this request has won. */
  EndpointResponse run(Delivery delivery, Attempt attempt) {
    Later later = attempt.plan().later();
    if (later != null && !hasRoom(attempt)) {
      giveBack(delivery);
      return attempt.notStarted(new RejectedExecutionException("The jobs take too many bytes."));
    }
    Run run = new Run(delivery, attempt);
    runs.add(run);
    try {
      attempt.start(() -> execute(run));
    } catch (Throwable e) { // also if the machine has no thread left
      if (run.abandon()) {
        giveBack(run);
        return attempt.notStarted(e);
      }
    }
    boolean hasEnded = false;
    boolean isInterrupted = false;
    try {
      hasEnded = run.awaitEnd(patience(attempt));
    } catch (InterruptedException e) {
      isInterrupted = true;
    }
    EndpointResponse response = hasEnded ? ofRun(run) : withoutEnd(run, later);
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
    return response;
  }

  /** Returns how long a request waits for its handler, in nanoseconds. */
  private long patience(Attempt attempt) {
    long left = nanos(attempt.remaining());
    return attempt.plan().later() == null
        ? left
        : Math.min(nanos(settings.quickTime()), left / 4 * 3);
  }

  /** Returns the response if the handler has not ended when the request must end. */
  private EndpointResponse withoutEnd(Run run, @Nullable Later later) {
    Attempt attempt = run.attempt();
    if (later == null && run.abandon()) {
      giveBack(run);
      return attempt.notStarted(new RejectedExecutionException("No thread was free in time."));
    }
    if (!run.detach(() -> started(attempt))) {
      return ofRun(run); // it has ended just now
    }
    if (later == null) {
      run.interrupt();
      attempt.facts().phase(Phase.DETACHED);
      return Responses.STILL_RUNNING;
    }
    run.endsBy(
        runs.schedule(() -> timeIsOver(run), Duration.ofNanos(nanos(attempt.handlerTime()))));
    attempt.facts().phase(Phase.JOB_STARTED);
    return tokens.accepted(later, run.delivery().id());
  }

  private void started(Attempt attempt) {
    jobs.incrementAndGet();
    listeners.jobStarted(attempt.facts());
  }

  private void timeIsOver(Run run) {
    if (run.abandon()) {
      giveBack(run);
    } else {
      run.interrupt();
    }
  }

  private boolean hasRoom(Attempt attempt) {
    int more = attempt.body().length;
    if (jobBytes.addAndGet(more) <= maxJobBytes) {
      return true;
    }
    jobBytes.addAndGet(-more);
    return false;
  }

  private void free(Run run) {
    if (run.attempt().plan().later() != null) {
      jobBytes.addAndGet(-run.attempt().body().length);
    }
  }

  private static EndpointResponse ofRun(Run run) {
    RequestFacts facts = run.facts();
    EndpointResponse response = run.response();
    if (facts == null || response == null) {
      return run.attempt()
          .notStarted(new RejectedExecutionException("The endpoint was closed before it began."));
    }
    run.attempt().facts().endedAs(facts);
    return response;
  }

  /** Runs the handler on the current thread, and stores how it ended. */
  private boolean execute(Run run) {
    if (!run.begin()) {
      return false;
    }
    Delivery delivery = run.delivery();
    Ran ran = run.attempt().run(delivery.id());
    run.handled();
    EndpointResponse response = ran.response();
    Delivery stored =
        ran.isRetry()
            ? delivery.withRetry()
            : delivery.withResponse(response.status(), response.body());
    try {
      if (run.isGivenUp() && ran.facts().failure() != null && !ran.isRetry()) {
        stored = null; // perhaps only the interrupt made it fail, so its outcome is unknown
        response = Responses.NOT_STORED;
      } else if (!store.complete(stored)) {
        Delivery other = store.find(delivery.id()).orElse(null);
        if (other == null) { // a repeat would run the handler again, and this response prevents it
          LogLine.delivery("delivery is missing in the store", delivery.id());
        } else {
          LogLine.delivery("delivery was taken over by another endpoint", delivery.id());
          stored = other;
          response =
              other.state() == Delivery.State.DONE
                  ? Responses.stored(other)
                  : Responses.STILL_RUNNING;
        }
      }
    } catch (Throwable e) { // its lease ends now, and its outcome is unknown
      ran.facts().failed(e);
      stored = null;
      response = Responses.NOT_STORED;
    }
    free(run);
    if (run.end(stored, response, ran.facts())) {
      jobEnded(ran.facts(), response);
    }
    runs.remove(run); // closing waits for this, so also for what is told about the job
    return true;
  }

  private void jobEnded(RequestFacts facts, EndpointResponse response) {
    facts.phase(Phase.RUN);
    jobs.decrementAndGet();
    listeners.jobEnded(facts, response);
    LogLine.ofRun(facts, response);
  }

  /** Ends a run whose handler has not begun: a repeat may run it. */
  private void giveBack(Run run) {
    giveBack(run.delivery());
    free(run);
    if (run.givenBack()) {
      RequestFacts facts = run.attempt().facts().ofRun(Instant.MAX);
      facts.expected(new RejectedExecutionException("No thread was free for the job."));
      jobEnded(facts, Responses.STILL_RUNNING);
    }
    runs.remove(run);
  }

  /** Ends a delivery whose handler has not begun: a repeat may run it. */
  void giveBack(Delivery delivery) {
    try {
      store.complete(delivery.withRetry());
    } catch (Throwable e) { // its lease ends now, and its outcome is unknown
      LogLine.storeFailed("complete", delivery.id(), e, texts);
    }
  }

  /** Tells that the outcome of a run is unknown, once. */
  void lost(String deliveryKey, int run) {
    if (leases.isNews(deliveryKey, run)) {
      LogLine.delivery("delivery lost, its outcome is unknown", deliveryKey);
      listeners.lost(deliveryKey);
    }
  }

  /** Returns a time in nanoseconds; a year if it is longer, because a clock was set back. */
  static long nanos(Duration time) {
    Duration most = Duration.ofDays(366);
    return (time.compareTo(most) < 0 ? time : most).toNanos();
  }

  /**
   * Waits for the handlers that still run, interrupts those that do not end in time, and gives up
   * their leases.
   *
   * @param waited how long it has been waited for them before
   */
  void close(Duration waited) {
    Duration left = settings.closeTime().minus(waited);
    try {
      runs.awaitNone(left.isNegative() ? Duration.ZERO : left);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    runs.all().forEach(this::giveUp);
    runs.close();
  }

  private void giveUp(Run run) {
    if (run.abandon()) {
      giveBack(run);
    } else if (!run.hasEnded() && runs.remove(run)) {
      run.giveUp();
      lost(run.delivery().id(), run.delivery().run());
    }
  }
}
