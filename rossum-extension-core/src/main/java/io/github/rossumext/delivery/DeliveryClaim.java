package io.github.rossumext.delivery;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The claim of a request: how to recognise its repeats, and the id of its delivery if it is not a
 * repeat itself. It holds hashes and nothing else of the request. Immutable and thread-safe.
 */
public final class DeliveryClaim {
  private final String id;
  private final String bodyKey;
  private final Duration bodyTime;
  private final @Nullable String requestKey;
  private final Duration keepTime;

  private DeliveryClaim(
      String id,
      String bodyKey,
      Duration bodyTime,
      @Nullable String requestKey,
      Duration keepTime) {
    this.id = Objects.requireNonNull(id, "id");
    this.bodyKey = Objects.requireNonNull(bodyKey, "bodyKey");
    this.bodyTime = Objects.requireNonNull(bodyTime, "bodyTime");
    this.requestKey = requestKey;
    this.keepTime = Objects.requireNonNull(keepTime, "keepTime");
  }

  /**
   * Returns a claim without a request id.
   *
   * @param id the id of the delivery if it is new: 32 hexadecimal digits
   * @param bodyKey the hash of the body without the parts that differ in each repeat: 64
   *     hexadecimal digits
   * @param bodyTime how long after its end a delivery is recognised by the body key
   * @param keepTime how long a delivery is kept after its last change
   */
  public static DeliveryClaim of(String id, String bodyKey, Duration bodyTime, Duration keepTime) {
    return new DeliveryClaim(id, bodyKey, bodyTime, null, keepTime);
  }

  /** Returns the claim with the hash of the request's id: 64 hexadecimal digits. */
  public DeliveryClaim withRequestKey(String key) {
    return new DeliveryClaim(
        id, bodyKey, bodyTime, Objects.requireNonNull(key, "requestKey"), keepTime);
  }

  /** Returns the id of the delivery if the request is not a repeat. */
  public String id() {
    return id;
  }

  /**
   * Returns the key of the body without the parts that differ in each repeat, such as the id of the
   * request. It recognises a delivery that is running, or that ended less than {@link #bodyTime()}
   * ago.
   */
  public String bodyKey() {
    return bodyKey;
  }

  /** Returns how long after its end a delivery is recognised by {@link #bodyKey()}. */
  public Duration bodyTime() {
    return bodyTime;
  }

  /**
   * Returns the key of the request's id; empty if the request has none. It recognises a delivery as
   * long as the store keeps it.
   */
  public Optional<String> requestKey() {
    return Optional.ofNullable(requestKey);
  }

  /** Returns how long the store keeps a delivery after its last change. */
  public Duration keepTime() {
    return keepTime;
  }

  /** Returns the id. */
  @Override
  public String toString() {
    return "DeliveryClaim[" + id + "]";
  }
}
