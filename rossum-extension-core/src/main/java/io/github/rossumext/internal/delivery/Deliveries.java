package io.github.rossumext.internal.delivery;

import io.github.rossumext.delivery.Delivery;
import io.github.rossumext.delivery.DeliveryClaim;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.delivery.IfUnknown;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.internal.delivery.Attempt.Ran;
import io.github.rossumext.internal.help.SteadyClock;
import io.github.rossumext.internal.http.ExceptionTexts;
import io.github.rossumext.internal.http.Listeners;
import io.github.rossumext.internal.http.LogLine;
import io.github.rossumext.internal.http.RequestFacts;
import io.github.rossumext.internal.http.RequestFacts.Phase;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries of an endpoint: it runs the handler of a new delivery and stores the response,
 * gives repeats that response, and decides what an unknown outcome means. Thread-safe.
 */
public final class Deliveries {
  /** How often a request looks for the end of a run on another node: at first, and at most. */
  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final DeliveryStore store;
  private final DeliverySettings settings;
  private final Listeners listeners;
  private final ExceptionTexts texts;
  private final Leases leases;
  private final Runs runs;
  private final AtomicInteger jobs = new AtomicInteger();

  /**
   * Creates the deliveries of an endpoint.
   *
   * @param clock the clock of the endpoint
   */
  public Deliveries(
      DeliveryStore store,
      DeliverySettings settings,
      Clock clock,
      Listeners listeners,
      ExceptionTexts texts) {
    this.store = store;
    this.settings = settings;
    this.listeners = listeners;
    this.texts = texts;
    Clock steady = SteadyClock.inPlaceOfTheSystems(clock);
    this.leases = new Leases(steady);
    this.runs = new Runs(store, settings.keepTime(), steady, texts);
  }

  /** Returns how many handlers run whose request has got a response without them. */
  public int runningJobs() {
    return jobs.get();
  }

  /** Returns the response to a request, of its own handler or of an earlier request's. */
  public EndpointResponse respond(Attempt attempt) {
    DeliveryClaim claim = RequestKeys.claim(attempt.payload(), attempt.body(), settings);
    Delivery delivery;
    try {
      delivery = store.claim(claim);
    } catch (Throwable e) { // also an Error: the handler has not begun
      giveBack(Delivery.of(claim.id(), 1, 0));
      return withoutStore(attempt, e);
    }
    attempt.facts().delivery(delivery.id());
    if (delivery.id().equals(claim.id())) {
      return run(delivery, attempt);
    }
    listeners.repeated(attempt.facts());
    try {
      return repeat(delivery, attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return stillRunning(attempt, Phase.WAITED);
    } catch (Throwable e) {
      return withoutStore(attempt, e);
    }
  }

  private EndpointResponse repeat(Delivery seen, Attempt attempt) throws Exception {
    long due = System.nanoTime() + nanos(attempt.remaining());
    long pause = FIRST_PAUSE;
    Delivery now = seen;
    while (true) {
      if (now.state() == Delivery.State.DONE) {
        attempt.facts().phase(Phase.REPEATED);
        leases.forget(now.id());
        return EndpointResponse.json(now.status(), now.body());
      }
      Run local = localRun(now);
      boolean isLost = now.state() == Delivery.State.RUNNING && local == null && leases.isLost(now);
      if (isLost || now.state() == Delivery.State.RETRY) {
        Optional<Delivery> next = store.runAgain(now);
        if (next.isPresent()) {
          return isLost ? unknown(next.get(), attempt) : run(next.get(), attempt);
        }
      } else {
        long left = due - System.nanoTime();
        if (left <= 0) {
          return stillRunning(attempt, Phase.WAITED);
        }
        if (local == null) {
          TimeUnit.NANOSECONDS.sleep(Math.min(left, pause));
          pause = Math.min(2 * pause, LONGEST_PAUSE);
        } else if (!local.awaitEnd(left)) {
          return stillRunning(attempt, Phase.WAITED);
        }
      }
      Delivery ended = local == null ? null : local.stored();
      Optional<Delivery> found = ended == null ? store.find(now.id()) : Optional.of(ended);
      if (found.isEmpty()) {
        return stillRunning(attempt, Phase.WAITED); // it has expired meanwhile
      }
      now = found.get();
    }
  }

  private @Nullable Run localRun(Delivery delivery) {
    Run local = runs.find(delivery.id());
    return local == null || local.delivery().run() != delivery.run() ? null : local;
  }

  private EndpointResponse unknown(Delivery next, Attempt attempt) throws Exception {
    lost(next.id());
    if (attempt.plan().ifUnknown() == IfUnknown.RUN_AGAIN) {
      return run(next, attempt);
    }
    EndpointResponse unknown = attempt.unknown();
    attempt.facts().phase(Phase.UNKNOWN);
    if (!store.complete(next.withResponse(unknown.status(), unknown.body()))) {
      return stillRunning(attempt, Phase.WAITED);
    }
    return unknown;
  }

  private void lost(String deliveryKey) {
    LogLine.delivery("delivery lost, its outcome is unknown", deliveryKey);
    listeners.lost(deliveryKey);
  }

  /** Runs the handler for a delivery that this request has won. */
  private EndpointResponse run(Delivery delivery, Attempt attempt) {
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
    boolean isInterrupted = false;
    boolean hasEnded = false;
    try {
      hasEnded = run.awaitEnd(nanos(attempt.remaining()));
    } catch (InterruptedException e) {
      isInterrupted = true;
    }
    if (!hasEnded && run.abandon()) {
      giveBack(run);
      return interrupted(isInterrupted, stillRunning(attempt, Phase.WAITED));
    }
    if (!hasEnded && run.detach(() -> started(attempt))) {
      run.interrupt();
      return interrupted(isInterrupted, stillRunning(attempt, Phase.DETACHED));
    }
    return interrupted(isInterrupted, ofRun(run));
  }

  private void started(Attempt attempt) {
    jobs.incrementAndGet();
    listeners.jobStarted(attempt.facts());
  }

  private static EndpointResponse interrupted(boolean isInterrupted, EndpointResponse response) {
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
    return response;
  }

  private static EndpointResponse ofRun(Run run) {
    RequestFacts facts = run.facts();
    EndpointResponse response = run.response();
    if (facts == null || response == null) {
      throw new IllegalStateException("Expected the end of a run, but it has not ended.");
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
      if (!store.complete(stored)) {
        stored = store.find(delivery.id()).orElse(delivery);
        LogLine.delivery("delivery was taken over by another endpoint", delivery.id());
        response = replaced(stored);
      }
    } catch (Throwable e) { // its lease ends now, and its outcome is unknown
      ran.facts().failed(e);
      stored = null;
      response = notStored();
    }
    runs.remove(run);
    if (run.end(stored, response, ran.facts())) {
      ran.facts().phase(Phase.RUN);
      jobs.decrementAndGet();
      listeners.jobEnded(ran.facts(), response);
      LogLine.ofRun(ran.facts(), response);
    }
    return true;
  }

  private static EndpointResponse replaced(Delivery other) {
    return other.state() == Delivery.State.DONE
        ? EndpointResponse.json(other.status(), other.body())
        : stillRunning();
  }

  /** Ends a run whose handler has not begun: a repeat may run it. */
  private void giveBack(Run run) {
    giveBack(run.delivery());
    runs.remove(run);
    run.givenBack();
  }

  private void giveBack(Delivery delivery) {
    try {
      store.complete(delivery.withRetry());
    } catch (Throwable e) { // its lease ends now, and its outcome is unknown
      LogLine.storeFailed("complete", delivery.id(), e, texts);
    }
  }

  private static EndpointResponse stillRunning(Attempt attempt, Phase phase) {
    attempt.facts().phase(phase);
    return stillRunning();
  }

  private static EndpointResponse stillRunning() {
    return EndpointResponse.error(503, "The extension has not finished yet. Please try again.");
  }

  private static EndpointResponse withoutStore(Attempt attempt, Throwable failure) {
    attempt.facts().failed(failure);
    return EndpointResponse.error(
        503, "The extension cannot reach its store at the moment. Please try again.");
  }

  private static EndpointResponse notStored() {
    return EndpointResponse.error(
        503, "The extension could not store its response. Please try again.");
  }

  private static long nanos(Duration time) {
    Duration most = Duration.ofDays(366);
    return (time.compareTo(most) < 0 ? time : most).toNanos();
  }

  /**
   * Waits for the handlers that still run, interrupts those that do not end in time, and gives up
   * their leases.
   *
   * @param waited how long it has been waited for them before
   */
  public void close(Duration waited) {
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
    } else if (runs.remove(run)) {
      run.interrupt();
      lost(run.delivery().id());
    }
  }
}
