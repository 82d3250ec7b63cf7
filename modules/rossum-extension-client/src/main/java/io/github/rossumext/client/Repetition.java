package io.github.rossumext.client;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Says which calls are repeated, and after which pause. */
final class Repetition {
  /** Requests of one call, the first included. */
  static final int MAX_ATTEMPTS = 4;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration MAX_RETRY_AFTER = Duration.ofSeconds(60);
  private static final int MAX_CAUSES = 10;
  private static final int THROTTLED = 429;
  private static final Set<Integer> PASSING = Set.of(408, 500, 502, 503, 504);

  private Repetition() {}

  /** Whether a response with this status may be followed by another request. */
  static boolean isWorthwhile(Call call, int status) {
    // Rossum counts before it acts, so a throttled call has done nothing.
    return status == THROTTLED || (call.isRepeatable() && PASSING.contains(status));
  }

  /** Whether a fault without a response may be followed by another request. */
  static boolean isWorthwhile(Call call, Throwable fault) {
    if (isUnknownHost(fault)) {
      return false;
    }
    boolean isUnsent =
        fault instanceof ConnectException || fault instanceof HttpConnectTimeoutException;
    return isUnsent || call.isRepeatable();
  }

  /** Whether the name of the host leads to no address. The JDK hides this deep in the causes. */
  static boolean isUnknownHost(Throwable fault) {
    Throwable cause = fault;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** The pause before the next request; some part of it is random, so that threads spread. */
  static Duration pause(int attempt, Optional<String> retryAfter, Instant now) {
    Duration asked = retryAfter.flatMap(text -> parse(text, now)).orElse(Duration.ZERO);
    Duration own = FIRST_PAUSE.multipliedBy(1L << (attempt - 1));
    if (asked.isZero()) {
      return own.plus(atMost(own));
    }
    return asked.plus(atMost(FIRST_PAUSE));
  }

  private static Duration atMost(Duration most) {
    return Duration.ofNanos(ThreadLocalRandom.current().nextLong(most.toNanos() / 2));
  }

  /** Seconds or a date; at most a minute. Empty for anything else, and for the past. */
  static Optional<Duration> parse(String retryAfter, Instant now) {
    String text = retryAfter.strip();
    Duration wait;
    if (text.matches("\\d+")) {
      wait = text.length() > 9 ? MAX_RETRY_AFTER : Duration.ofSeconds(Long.parseLong(text));
    } else {
      try {
        wait =
            Duration.between(
                now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    return Optional.of(wait.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : wait)
        .filter(positive -> !positive.isNegative() && !positive.isZero());
  }
}
