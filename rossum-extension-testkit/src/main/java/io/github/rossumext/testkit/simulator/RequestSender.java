package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.SecretTexts;
import io.github.rossumext.testkit.internal.api.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A sender of signed requests to a hook. While a user waits, it sends a request once. Otherwise it
 * repeats the request after certain statuses, and if a fault lost the response. It polls after a
 * 202, and stops after the time that Rossum waits. It waits for polls on the virtual clock only.
 */
final class RequestSender {
  private static final Set<Integer> RETRIED = Set.of(408, 429, 500, 502, 503, 504);
  private static final Duration POLL_INTERVAL = Duration.ofSeconds(30);
  private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(10);

  private final VirtualClock clock;
  private final Traffic traffic;
  private int requests;

  /**
   * One request with its response, or with the reason why it did not get one.
   *
   * @param number its place among the attempts, from 1
   * @param time when it was sent, and how long it took
   * @param polls the polls after a response 202
   * @param signer the signer of the request
   * @param secrets the keys of the request that hold the token and the secrets
   */
  record Attempt(
      int number,
      SignedRequest request,
      WireResponse response,
      Time time,
      List<Poll> polls,
      RequestSigner signer,
      ObjectNode secrets) {
    /** Prints neither secrets nor document. */
    @Override
    public String toString() {
      return "Attempt[" + number + "]";
    }
  }

  /**
   * The time of an attempt.
   *
   * @param sentAt when it was sent, by the clock of the machine
   * @param endedAt when its response came, or when nobody waited for it any longer, by this clock
   * @param duration the time that passed for real and on the simulator's clock
   */
  record Time(Instant sentAt, Instant endedAt, Duration duration) {}

  RequestSender(VirtualClock clock, Traffic traffic) {
    this.clock = clock;
    this.traffic = traffic;
  }

  /** Returns all attempts of one request; the last of them counts. */
  List<Attempt> send(SimulatedHook hook, EventKind kind, ObjectNode body) {
    return send(hook, kind, body, false);
  }

  /**
   * Returns all attempts of one request; the last of them counts.
   *
   * @param isAgain whether it was sent before
   */
  List<Attempt> send(SimulatedHook hook, EventKind kind, ObjectNode body, boolean isAgain) {
    Instant deadline = clock.instant().plus(hook.timeout(kind.isInteractive()));
    int most = kind.isRetried() ? 1 + hook.retries() : 1;
    List<Attempt> attempts = new ArrayList<>();
    Jobs jobs = new Jobs();
    boolean again = true;
    // A request that fails at the last moment leaves no time for another one.
    while (again
        && attempts.size() < most
        && (attempts.isEmpty() || clock.instant().isBefore(deadline))) {
      String token = connected(hook, body);
      boolean isSameId = hook.keepsRequestId() && (isAgain || !attempts.isEmpty());
      SignedRequest request = SignedRequest.of(stamped(body, isSameId), hook.signer());
      Instant sent = clock.instant();
      Instant sentAt = Instant.now();
      long started = System.nanoTime();
      DeliveryFault fault = traffic.faults().next(kind);
      WireResponse response = send(hook, request, deadline, fault);
      if (hook.tokenLifetime().isEmpty()) {
        traffic.api().ifPresent(api -> api.revokeToken(token));
      }
      jobs.add(response);
      boolean isPolled = response.status() == 202;
      List<Poll> polls = new ArrayList<>();
      if (isPolled) {
        response = kind.isPolled() ? polled(hook, kind, response, jobs, polls) : notPolled();
      }
      response = jobs.told(response);
      Duration real = Duration.ofNanos(System.nanoTime() - started);
      Duration duration = real.plus(Duration.between(sent, clock.instant()));
      attempts.add(
          new Attempt(
              attempts.size() + 1,
              request,
              response,
              new Time(sentAt, sentAt.plus(real), duration),
              List.copyOf(polls),
              hook.signer(),
              SecretTexts.only(body)));
      again = isPolled ? isRetriedAfterPolling(hook, kind, response) : isRetried(hook, response);
      if (isPolled || fault == DeliveryFault.RESPONSE_LATE) {
        // Polling takes minutes, so the attempts after it get their own time.
        deadline = clock.instant().plus(hook.timeout(kind.isInteractive()));
      }
    }
    return attempts;
  }

  /** Lets the hook call the API stub, if there is one; returns the token, or "". */
  private String connected(SimulatedHook hook, ObjectNode body) {
    World.Callbacks api = traffic.api().orElse(null);
    if (api == null) {
      if (SecretTexts.hasNoToken(body)) {
        body.remove(
            SecretTexts.TOKEN); // so that nothing calls Rossum with the words of a recording
      }
      return "";
    }
    body.put("base_url", api.baseUrl());
    if (!body.has(SecretTexts.TOKEN)) {
      return ""; // a hook without an owner of its token gets none
    }
    String token = api.issueToken(hook.tokenLifetime().orElse(TOKEN_LIFETIME));
    body.put(SecretTexts.TOKEN, token);
    return token;
  }

  // The protocol does not say whether a retry has the same request id.
  private byte[] stamped(ObjectNode body, boolean isSameId) {
    if (!isSameId) {
      String seed = "request " + requests++;
      UUID id = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
      body.put("request_id", id.toString());
    }
    body.put("timestamp", clock.instant().toString());
    return Json.bytes(body);
  }

  private WireResponse send(
      SimulatedHook hook, SignedRequest request, Instant deadline, DeliveryFault fault) {
    if (fault == DeliveryFault.REQUEST_LOST) {
      return WireResponse.lost(fault);
    }
    Duration left = Duration.between(clock.instant(), deadline);
    // This limit is in real time, which is short in a test.
    Duration limit = left.isZero() ? Duration.ofMillis(1) : left;
    long started = System.nanoTime();
    WireResponse response = traffic.waiting(() -> hook.transport().send(request, limit, fault));
    Duration real = Duration.ofNanos(System.nanoTime() - started);
    if (fault == DeliveryFault.RESPONSE_LATE && !clock.instant().isAfter(deadline)) {
      clock.advance(Duration.between(clock.instant(), deadline).plusMillis(1));
    }
    if (fault.losesResponse()) {
      return WireResponse.lost(fault).withJob(response.job());
    }
    if (clock.instant().isAfter(deadline)) {
      return WireResponse.failed("no response in time").withJob(response.job());
    }
    // An endpoint in the same process is not interrupted, so that it may take too long.
    return response.isReceived() && real.compareTo(limit) > 0
        ? WireResponse.failed(
                "no response in time: it took "
                    + real.toMillis()
                    + " ms, and Rossum waits "
                    + limit.toMillis()
                    + " ms")
            .withJob(response.job())
        : response;
  }

  private static boolean isRetried(SimulatedHook hook, WireResponse response) {
    return response.isLost()
        || (response.isReceived()
            && !response.isSuccess()
            && (hook.retriesAnyNon2xx() || RETRIED.contains(response.status())));
  }

  private static boolean isRetriedAfterPolling(
      SimulatedHook hook, EventKind kind, WireResponse response) {
    return kind.isPolled() && hook.retriesAfterPolling(kind) && !response.isSuccess();
  }

  private static WireResponse notPolled() {
    return WireResponse.failed("202 is not a response to an event that a user waits for");
  }

  private WireResponse polled(
      SimulatedHook hook, EventKind kind, WireResponse accepted, Jobs jobs, List<Poll> polls) {
    if (accepted.header("Location").isEmpty()) {
      return WireResponse.failed("202 without a header Location");
    }
    Instant start = clock.instant();
    Instant end = start.plus(hook.maxPolling(kind));
    while (!clock.instant().plus(POLL_INTERVAL).isAfter(end)) {
      clock.advance(POLL_INTERVAL);
      clock.awaitSleepers(hook.transport()::runningJobs);
      long started = System.nanoTime();
      WireResponse response =
          traffic.waiting(
              () -> hook.transport().poll(accepted.header("Location"), hook.timeout(false)));
      polls.add(
          new Poll(
              Duration.between(start, clock.instant()),
              Duration.ofNanos(System.nanoTime() - started),
              response));
      if (!response.isReceived()) {
        return response;
      }
      if (response.status() == 201) {
        jobs.awaitEnds();
        return response;
      }
      if (!RETRIED.contains(response.status()) && !response.isSuccess()) {
        jobs.awaitEnds();
        return WireResponse.failed("polling got the status " + response.status());
      }
    }
    return WireResponse.failed(
        "polling brought no result within " + hook.maxPolling(kind).toSeconds() + " s");
  }
}
