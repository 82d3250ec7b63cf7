package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.internal.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.SignedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Calls a hook as Rossum does (protocol §1): signed; once while a user waits, else again after the
 * statuses that are retried; given up after the time that Rossum waits; polled after a 202. Time
 * passes on the virtual clock only.
 */
final class Caller {
  private static final Set<Integer> RETRIED = Set.of(408, 429, 500, 502, 503, 504);
  private static final Duration POLL_INTERVAL = Duration.ofSeconds(30);

  private final VirtualClock clock;
  private int requests;

  /** One request and what came back, in time or not. */
  static final class Attempt {
    private final int number;
    private final byte[] request;
    private final Reply reply;

    Attempt(int number, byte[] request, Reply reply) {
      this.number = number;
      this.request = request;
      this.reply = reply;
    }

    /** From 1. */
    int number() {
      return number;
    }

    byte[] request() {
      return request;
    }

    Reply reply() {
      return reply;
    }
  }

  Caller(VirtualClock clock) {
    this.clock = clock;
  }

  /** All attempts of one call; the last of them counts. */
  List<Attempt> call(SimulatedHook hook, CallKind kind, ObjectNode body) {
    Instant deadline = clock.instant().plus(hook.timeout(kind.isInteractive()));
    int most = kind.isRetried() ? 1 + hook.retries() : 1;
    List<Attempt> attempts = new ArrayList<>();
    boolean again = true;
    while (again && attempts.size() < most && !clock.instant().isAfter(deadline)) {
      byte[] request = stamped(body);
      Reply reply = send(hook, request, deadline);
      boolean isPolled = reply.status() == 202;
      if (isPolled) {
        reply = kind.isPolled() ? polled(hook, kind, reply) : notPolled();
      }
      attempts.add(new Attempt(attempts.size() + 1, request, reply));
      again = isPolled ? isRetriedAfterPolling(hook, kind, reply) : isRetried(hook, reply);
      if (isPolled) {
        // Polling takes minutes; the attempts after it have their own time.
        deadline = clock.instant().plus(hook.timeout(kind.isInteractive()));
      }
    }
    return attempts;
  }

  // Whether a retry has the same request id is not known: no extension may count on it.
  private byte[] stamped(ObjectNode body) {
    String seed = "request " + requests++;
    UUID id = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    body.put("request_id", id.toString());
    body.put("timestamp", clock.instant().toString());
    return Json.bytes(body);
  }

  private Reply send(SimulatedHook hook, byte[] request, Instant deadline) {
    Duration left = Duration.between(clock.instant(), deadline);
    // The transport's own limit is in real time, of which a test spends little.
    Duration limit = left.isZero() ? Duration.ofMillis(1) : left;
    Reply reply = hook.transport().send(SignedRequest.of(request, hook.secret()), limit);
    return clock.instant().isAfter(deadline) ? Reply.failed("no answer in time") : reply;
  }

  private static boolean isRetried(SimulatedHook hook, Reply reply) {
    return reply.isAnswer()
        && !reply.isSuccess()
        && (hook.retriesAnyNon2xx() || RETRIED.contains(reply.status()));
  }

  private static boolean isRetriedAfterPolling(SimulatedHook hook, CallKind kind, Reply reply) {
    return kind.isPolled() && hook.retriesAfterPolling(kind) && !reply.isSuccess();
  }

  private static Reply notPolled() {
    return Reply.failed("202 is not an answer to an event that a user waits for");
  }

  private Reply polled(SimulatedHook hook, CallKind kind, Reply accepted) {
    if (accepted.location().isEmpty()) {
      return Reply.failed("202 without a header Location");
    }
    Instant end = clock.instant().plus(hook.maxPolling(kind));
    while (!clock.instant().plus(POLL_INTERVAL).isAfter(end)) {
      clock.advance(POLL_INTERVAL);
      Reply reply = hook.transport().poll(accepted.location(), hook.timeout(false));
      if (!reply.isAnswer()) {
        return reply;
      }
      if (reply.status() == 201) {
        return reply;
      }
      if (!RETRIED.contains(reply.status()) && !reply.isSuccess()) {
        return Reply.failed("polling was answered by " + reply.status());
      }
    }
    return Reply.failed(
        "polling brought no result within " + hook.maxPolling(kind).toSeconds() + " s");
  }
}
