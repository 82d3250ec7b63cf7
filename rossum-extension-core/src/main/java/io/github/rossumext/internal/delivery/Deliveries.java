package io.github.rossumext.internal.delivery;

import io.github.rossumext.delivery.Delivery;
import io.github.rossumext.delivery.DeliveryClaim;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.delivery.IfUnknown;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.internal.delivery.Plan.Later;
import io.github.rossumext.internal.help.SteadyClock;
import io.github.rossumext.internal.http.ExceptionTexts;
import io.github.rossumext.internal.http.Listeners;
import io.github.rossumext.internal.http.RequestFacts;
import io.github.rossumext.internal.http.RequestFacts.Phase;
import io.github.rossumext.value.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The deliveries of an endpoint: it lets the handler of a new delivery run, gives repeats and polls
 * the stored response, and decides what an unknown outcome means. Thread-safe.
 */
public final class Deliveries {
  /** How often a request looks for the end of a run on another node: at first, and at most. */
  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final DeliveryStore store;
  private final DeliverySettings settings;
  private final Listeners listeners;
  private final PollTokens tokens;
  private final Leases leases;
  private final Runner runner;

  /**
   * Creates the deliveries of an endpoint.
   *
   * @param clock the clock of the endpoint
   * @param secrets the secrets of the hook, at least one
   * @param maxJobBytes how many bytes the requests of all jobs together may take
   */
  public Deliveries(
      DeliveryStore store,
      DeliverySettings settings,
      Clock clock,
      Listeners listeners,
      ExceptionTexts texts,
      List<Secret> secrets,
      long maxJobBytes) {
    this.store = new KeptStore(store);
    this.settings = settings;
    this.listeners = listeners;
    this.tokens = new PollTokens(secrets);
    this.leases = new Leases(SteadyClock.inPlaceOfTheSystems(clock));
    this.runner = new Runner(this.store, settings, listeners, texts, tokens, leases, maxJobBytes);
  }

  /** Deletes old deliveries from time to time, until it is closed. Call it once. */
  public void cleanUp() {
    runner.cleanUp();
  }

  /** Returns how many handlers run whose request has got a response without them. */
  public int runningJobs() {
    return runner.jobs();
  }

  /** Returns the response to a request, of its own handler or of an earlier request's. */
  public EndpointResponse respond(Attempt attempt) {
    DeliveryClaim claim = RequestKeys.claim(attempt.payload(), attempt.body(), settings);
    Delivery delivery;
    try {
      delivery = store.claim(claim);
    } catch (Throwable e) { // also an Error: the handler has not begun
      runner.giveBack(Delivery.of(claim.id(), 1, 0));
      return withoutStore(attempt, e);
    }
    attempt.facts().delivery(delivery.id());
    if (delivery.id().equals(claim.id())) {
      return runner.run(delivery, attempt);
    }
    listeners.repeated(attempt.facts());
    try {
      return repeat(delivery, attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return stillRunning(attempt);
    } catch (Throwable e) {
      return withoutStore(attempt, e);
    }
  }

  private EndpointResponse repeat(Delivery seen, Attempt attempt) throws Exception {
    long due = System.nanoTime() + Runner.nanos(attempt.remaining());
    long pause = FIRST_PAUSE;
    Delivery now = seen;
    while (true) {
      if (now.state() == Delivery.State.DONE) {
        attempt.facts().phase(Phase.REPEATED);
        leases.forget(now.id());
        return Responses.stored(now);
      }
      Run local = runner.find(now);
      boolean isLost = now.state() == Delivery.State.RUNNING && local == null && leases.isLost(now);
      if (isLost || now.state() == Delivery.State.RETRY) {
        Optional<Delivery> next = store.runAgain(now);
        if (next.isPresent()) {
          return isLost ? unknown(next.get(), attempt) : runner.run(next.get(), attempt);
        }
      }
      Later later = attempt.plan().later();
      if (later != null) {
        attempt.facts().phase(Phase.REPEATED);
        return tokens.accepted(later, now.id());
      }
      long left = due - System.nanoTime();
      if (local == null) {
        TimeUnit.NANOSECONDS.sleep(Math.min(left, pause));
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      }
      if (left <= 0 || (local != null && !local.awaitEnd(left))) {
        return stillRunning(attempt);
      }
      Delivery ended = local == null ? null : local.stored();
      Optional<Delivery> found = ended == null ? store.find(now.id()) : Optional.of(ended);
      if (found.isEmpty()) {
        return stillRunning(attempt); // it has expired meanwhile
      }
      now = found.get();
    }
  }

  private EndpointResponse unknown(Delivery next, Attempt attempt) throws Exception {
    runner.lost(next.id(), next.run() - 1);
    if (attempt.plan().ifUnknown() == IfUnknown.RUN_AGAIN) {
      return runner.run(next, attempt);
    }
    EndpointResponse unknown = attempt.unknown();
    attempt.facts().phase(Phase.UNKNOWN);
    return store.complete(next.withResponse(unknown.status(), unknown.body()))
        ? unknown
        : stillRunning(attempt);
  }

  private static EndpointResponse stillRunning(Attempt attempt) {
    attempt.facts().phase(Phase.WAITED);
    return Responses.STILL_RUNNING;
  }

  private static EndpointResponse withoutStore(Attempt attempt, Throwable failure) {
    attempt.facts().failed(failure);
    return Responses.NO_STORE;
  }

  /**
   * Returns the response to a poll. The store is asked only if the token was made here.
   *
   * @param token the token that the poll carries
   */
  public EndpointResponse poll(String token, RequestFacts facts) {
    String id = tokens.idOf(token);
    if (id == null) {
      return Responses.UNKNOWN_JOB;
    }
    facts.delivery(id);
    Optional<Delivery> found;
    try {
      found = store.find(id);
    } catch (Throwable e) {
      facts.failed(e);
      return Responses.KEEP_POLLING;
    }
    return found.map(this::polled).orElse(Responses.UNKNOWN_JOB);
  }

  private EndpointResponse polled(Delivery delivery) {
    if (delivery.state() == Delivery.State.DONE) {
      return EndpointResponse.json(201, delivery.body());
    }
    if (delivery.state() == Delivery.State.RETRY) {
      return Responses.UNKNOWN_JOB; // Rossum delivers again, which runs the handler again
    }
    if (runner.find(delivery) != null || !leases.isLost(delivery)) {
      return Responses.KEEP_POLLING;
    }
    runner.lost(delivery.id(), delivery.run());
    return Responses.UNKNOWN_JOB;
  }

  /**
   * Waits for the handlers that still run, interrupts those that do not end in time, and gives up
   * their leases.
   *
   * @param waited how long it has been waited for them before
   */
  public void close(Duration waited) {
    runner.close(waited);
  }
}
