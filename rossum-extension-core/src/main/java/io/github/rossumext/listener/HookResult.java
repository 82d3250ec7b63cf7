package io.github.rossumext.listener;

import io.github.rossumext.response.HookResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a request ended, as a {@link HookListener} sees it. Immutable and thread-safe; it prints
 * nothing of the response.
 */
public final class HookResult {
  private final int status;
  private final int sizeInBytes;
  private final Duration duration;
  private final @Nullable HookResponse response;
  private final List<String> losses;
  private final @Nullable String deliveryKey;

  private HookResult(
      int status,
      int sizeInBytes,
      Duration duration,
      @Nullable HookResponse response,
      List<String> losses,
      @Nullable String deliveryKey) {
    this.status = status;
    this.sizeInBytes = sizeInBytes;
    this.duration = Objects.requireNonNull(duration, "duration");
    this.response = response;
    this.losses = losses;
    this.deliveryKey = deliveryKey;
  }

  /**
   * Returns a result without a response of a handler, also for the test of a listener.
   *
   * @param status the HTTP status
   * @param sizeInBytes the size of the response's body
   * @param duration the time since the request arrived
   */
  public static HookResult of(int status, int sizeInBytes, Duration duration) {
    return new HookResult(status, sizeInBytes, duration, null, List.of(), null);
  }

  /** Returns the result with the response that is sent. */
  public HookResult withResponse(HookResponse sent) {
    return new HookResult(
        status,
        sizeInBytes,
        duration,
        Objects.requireNonNull(sent, "response"),
        losses,
        deliveryKey);
  }

  /** Returns the result with these {@link #losses()}. */
  public HookResult withLosses(List<String> reported) {
    return new HookResult(
        status, sizeInBytes, duration, response, List.copyOf(reported), deliveryKey);
  }

  /** Returns the result with this {@link #deliveryKey()}. */
  public HookResult withDeliveryKey(String key) {
    return new HookResult(
        status,
        sizeInBytes,
        duration,
        response,
        losses,
        Objects.requireNonNull(key, "deliveryKey"));
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the size of the response's body in bytes. */
  public int sizeInBytes() {
    return sizeInBytes;
  }

  /** Returns the time since the request arrived. */
  public Duration duration() {
    return duration;
  }

  /**
   * Returns the response that is sent, so that you can count its messages, operations and blockers.
   * It is empty if the handler failed or the response is a message of the library.
   */
  public Optional<HookResponse> response() {
    return Optional.ofNullable(response);
  }

  /**
   * Returns what Rossum would have lost of the response and why, a sentence each. A sentence names
   * the field and no value of the document. Under {@code LossyWrites.DROP_AND_LOG} these parts were
   * left out. Under {@code REFUSE} the request failed because of them.
   */
  public List<String> losses() {
    return losses;
  }

  /**
   * Returns the {@code context.deliveryKey()} of the request; empty if the endpoint does not handle
   * its event once.
   */
  public Optional<String> deliveryKey() {
    return Optional.ofNullable(deliveryKey);
  }

  /** Returns status, size and duration; nothing of the content. */
  @Override
  public String toString() {
    return "HookResult[" + status + ", " + sizeInBytes + " bytes, " + duration.toMillis() + " ms]";
  }
}
