package io.github.rossumext.testkit.simulator;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * One poll for the response of a job, after a response 202. Immutable and thread-safe.
 *
 * @see Exchange#polls()
 */
public final class Poll {
  private final Duration after;
  private final Duration duration;
  private final WireResponse response;

  Poll(Duration after, Duration duration, WireResponse response) {
    this.after = after;
    this.duration = duration;
    this.response = response;
  }

  /** Returns the time from the response 202 to the poll, on the simulator's clock. */
  public Duration after() {
    return after;
  }

  /** Returns how long the poll took for real. */
  public Duration duration() {
    return duration;
  }

  /**
   * Returns the HTTP status: 201 if the body is the response of the job. Empty if nothing came
   * back.
   */
  public OptionalInt status() {
    return response.isReceived() ? OptionalInt.of(response.status()) : OptionalInt.empty();
  }

  /** Returns the size of the body in bytes; 0 if nothing came back. */
  public int responseSizeInBytes() {
    return response.body().length;
  }

  /** Returns the time and the status, and nothing of the body. */
  @Override
  public String toString() {
    return "poll after " + after.toSeconds() + " s: " + response.outcome();
  }
}
