package io.github.rossumext;

import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long requests may take, by their events. If somebody waits for the response, Rossum gives up
 * after 30 s whatever the hook says, so no handler is told that it has longer. Immutable and
 * thread-safe.
 */
final class Timeouts {
  private static final Logger LOG = LoggerFactory.getLogger(HookEndpoint.class);

  /** Rossum waits 30 s for a response, and the way back needs some of it. */
  static final Duration DEFAULT = Duration.ofSeconds(29);

  /** The longest {@code timeout_s} of a hook. */
  private static final Duration LONGEST_OF_ROSSUM = Duration.ofMinutes(1);

  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);
  private static final List<HookAction> OF_CONTENT =
      List.of(
          HookAction.INITIALIZE,
          HookAction.STARTED,
          HookAction.USER_UPDATE,
          HookAction.UPDATED,
          HookAction.CONFIRM,
          HookAction.EXPORT);

  private static final HookAction ANY = new HookAction(HookEvent.ANY);

  private final Duration general;
  private final Registrations<Duration> own;

  Timeouts(Duration general, Registrations<Duration> own) {
    this.general = general;
    this.own = own;
  }

  /**
   * Returns a time that can be waited for.
   *
   * @throws IllegalArgumentException if it is not positive, or too long for a clock
   */
  static Duration required(Duration time) {
    Objects.requireNonNull(time, "timeout");
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("timeout must be positive, but was " + time + ".");
    }
    if (time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "timeout must be at most " + LONGEST + ", but was " + time + ".");
    }
    return time;
  }

  Duration of(HookPayload payload) {
    return bounded(own.find(payload).orElse(general), isAwaited(payload.event(), payload.action()));
  }

  /** Returns the time for an event; for one of several actions, the longest of theirs. */
  Duration of(HookEvent<?, ?> event) {
    return actions(event).stream()
        .map(action -> bounded(set(event, action), isAwaited(event.event(), action)))
        .max(Duration::compareTo)
        .orElse(general);
  }

  private Duration set(HookEvent<?, ?> event, HookAction action) {
    return own.find(event.event(), action)
        .or(() -> event.isUnknown() ? own.find(HookEvent.UNKNOWN.event(), ANY) : Optional.empty())
        .orElse(general);
  }

  /** Returns the actions of an event that this version knows; {@code *} for any. */
  static List<HookAction> actions(HookEvent<?, ?> event) {
    if (!event.actions().isEmpty()) {
      return List.copyOf(event.actions());
    }
    return event.equals(HookEvent.ANNOTATION_CONTENT) ? OF_CONTENT : List.of(ANY);
  }

  /** Returns the time after which no handler need be waited for. */
  Duration longest() {
    return own.registered().values().stream()
        .reduce(general, (one, other) -> one.compareTo(other) < 0 ? other : one);
  }

  private static Duration bounded(Duration time, boolean isAwaited) {
    return isAwaited && time.compareTo(DEFAULT) > 0 ? DEFAULT : time;
  }

  /** Returns whether somebody waits for the response: a user, or the caller of the hook. */
  static boolean isAwaited(String event, HookAction action) {
    return event.equals(HookEvent.ANNOTATION_CONTENT.event())
        ? !action.isOneOf(HookAction.INITIALIZE, HookAction.EXPORT)
        : event.equals(HookEvent.INVOCATION_MANUAL.event()) && action.equals(HookAction.MANUAL);
  }

  private static boolean isAwaited(HookEvent<?, ?> event) {
    Set<HookAction> actions = event.actions();
    return !actions.isEmpty()
        && actions.stream().allMatch(action -> isAwaited(event.event(), action));
  }

  /** Says in the log which settings have no effect, because somebody waits for the responses. */
  void warn() {
    own.registered()
        .forEach(
            (event, time) -> {
              if (isAwaited(event) && time.compareTo(DEFAULT) > 0) {
                LOG.warn(
                    "timeout is cut, because Rossum waits 30 s for the response"
                        + " event={} timeout={} used={}",
                    Printable.quoted(event.toString()),
                    time,
                    DEFAULT);
              } else if (!event.isUnknown() && time.compareTo(LONGEST_OF_ROSSUM) > 0) {
                LOG.warn(
                    "timeout is longer than Rossum waits event={} timeout={} longest={}",
                    Printable.quoted(event.toString()),
                    time,
                    LONGEST_OF_ROSSUM);
              }
            });
  }
}
