package io.github.rossumext.delivery;

import java.time.Duration;
import java.util.Objects;

/**
 * The times of deliveries, which rarely need a change.
 *
 * {@snippet class="io.github.rossumext.snippets.DeliverySnippetsTest" region="settings"}
 *
 * <p>Immutable and thread-safe.
 */
public final class DeliverySettings {
  /** A delivery that runs is kept by its beats, one every 5 seconds, and some may be late. */
  private static final Duration LEAST_KEEP_TIME = Duration.ofMinutes(1);

  private static final DeliverySettings DEFAULTS =
      new DeliverySettings(
          Duration.ofHours(24),
          Duration.ofMinutes(6),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30));

  private final Duration keepTime;
  private final Duration bodyTime;
  private final Duration quickTime;
  private final Duration closeTime;

  private DeliverySettings(
      Duration keepTime, Duration bodyTime, Duration quickTime, Duration closeTime) {
    this.keepTime = required("keepTime", keepTime);
    if (keepTime.compareTo(LEAST_KEEP_TIME) < 0) {
      throw new IllegalArgumentException(
          "keepTime must be at least 1 minute, but was "
              + keepTime
              + ": a delivery that is forgotten while it runs would run twice.");
    }
    this.bodyTime = required("bodyTime", bodyTime);
    this.quickTime = required("quickTime", quickTime);
    this.closeTime = required("closeTime", closeTime);
  }

  /** Returns the settings that an endpoint has unless you set others. */
  public static DeliverySettings defaults() {
    return DEFAULTS;
  }

  private static Duration required(String name, Duration time) {
    Objects.requireNonNull(time, name);
    if (time.isNegative() || time.isZero() || time.compareTo(Duration.ofDays(366)) > 0) {
      throw new IllegalArgumentException(
          name + " must be positive and at most 366 days, but was " + time + ".");
    }
    return time;
  }

  /**
   * Returns the settings with another {@link #keepTime()}.
   *
   * @throws IllegalArgumentException if it is less than a minute, or over 366 days
   */
  public DeliverySettings withKeepTime(Duration time) {
    return new DeliverySettings(time, bodyTime, quickTime, closeTime);
  }

  /**
   * Returns the settings with another {@link #bodyTime()}.
   *
   * @throws IllegalArgumentException if it is not positive, or over 366 days
   */
  public DeliverySettings withBodyTime(Duration time) {
    return new DeliverySettings(keepTime, time, quickTime, closeTime);
  }

  /**
   * Returns the settings with another {@link #quickTime()}. It must be less than the timeouts of
   * the events that are handled later.
   *
   * @throws IllegalArgumentException if it is not positive, or over 366 days
   */
  public DeliverySettings withQuickTime(Duration time) {
    return new DeliverySettings(keepTime, bodyTime, time, closeTime);
  }

  /**
   * Returns the settings with another {@link #closeTime()}.
   *
   * @throws IllegalArgumentException if it is not positive, or over 366 days
   */
  public DeliverySettings withCloseTime(Duration time) {
    return new DeliverySettings(keepTime, bodyTime, quickTime, time);
  }

  /**
   * Returns how long the store keeps a delivery after its last change. Within this time, a request
   * with the same {@code request_id} is a repeat. After it, an open endpoint deletes the delivery
   * within an hour. The default is 24 hours.
   */
  public Duration keepTime() {
    return keepTime;
  }

  /**
   * Returns how long after the end of a delivery a request that says the same is a repeat, whatever
   * its {@code request_id}. The default is 6 minutes: Rossum makes up to five attempts, and waits
   * up to 60 seconds for each. Repeats do not prolong the time.
   *
   * <p>A second export of a user is taken for a repeat, too, if its request says the same. All
   * requests of a schedule say the same. So the pause between the end of a run and the next request
   * must be longer than this time.
   */
  public Duration bodyTime() {
    return bodyTime;
  }

  /**
   * Returns how long the handler of an event that is handled later may take until its request gets
   * 202, and Rossum polls. The default is 20 seconds. At most three quarters of the time that the
   * request has left are used.
   */
  public Duration quickTime() {
    return quickTime;
  }

  /**
   * Returns how long {@code HookEndpoint.close()} waits for handlers whose request has got a
   * response without them. The default is 30 seconds.
   */
  public Duration closeTime() {
    return closeTime;
  }

  /** Returns the times. */
  @Override
  public String toString() {
    return "DeliverySettings[keepTime="
        + keepTime
        + ", bodyTime="
        + bodyTime
        + ", quickTime="
        + quickTime
        + ", closeTime="
        + closeTime
        + "]";
  }
}
