package io.github.rossumext.testkit.simulator;

import java.math.BigDecimal;

/**
 * How the queue of the document works. By default it is as a new queue of Rossum's: it automates
 * nothing, takes extractions from a confidence of 0.8, and exports what is confirmed. Immutable and
 * thread-safe; the methods that change it give new settings.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#what-rossum-does-with-a-response">The
 *     protocol: what Rossum does with a response</a>
 */
public final class QueueSettings {
  private static final QueueSettings DEFAULTS =
      new QueueSettings(AutomationLevel.NEVER, BigDecimal.valueOf(8, 1), false);

  private final AutomationLevel automation;
  private final BigDecimal scoreThreshold;
  private final boolean hasConfirmedState;

  private QueueSettings(
      AutomationLevel automation, BigDecimal scoreThreshold, boolean hasConfirmedState) {
    this.automation = automation;
    this.scoreThreshold = scoreThreshold;
    this.hasConfirmedState = hasConfirmedState;
  }

  /** The settings of a new queue. */
  public static QueueSettings defaults() {
    return DEFAULTS;
  }

  /**
   * Returns a copy with this level of automation. A queue whose {@code automation_enabled} is false
   * has {@link AutomationLevel#NEVER}.
   */
  public QueueSettings withAutomation(AutomationLevel level) {
    return new QueueSettings(level, scoreThreshold, hasConfirmedState);
  }

  /**
   * Returns a copy with this {@code default_score_threshold}, for fields without one of their own.
   *
   * @param threshold the least confidence, from 0 to 1
   * @throws IllegalArgumentException if it is not from 0 to 1
   */
  public QueueSettings withScoreThreshold(double threshold) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("A threshold is from 0 to 1, not " + threshold + ".");
    }
    return new QueueSettings(automation, BigDecimal.valueOf(threshold), hasConfirmedState);
  }

  /** Returns a copy in which a confirmed document waits in {@code confirmed} to be exported. */
  public QueueSettings withConfirmedState() {
    return new QueueSettings(automation, scoreThreshold, true);
  }

  /** What is automated. */
  public AutomationLevel automation() {
    return automation;
  }

  /** The least confidence that validates a field, from 0 to 1. */
  public BigDecimal scoreThreshold() {
    return scoreThreshold;
  }

  /** Whether a confirmed document waits to be exported. */
  public boolean hasConfirmedState() {
    return hasConfirmedState;
  }

  /** All of it. */
  @Override
  public String toString() {
    return "QueueSettings["
        + automation
        + ", score threshold "
        + scoreThreshold
        + (hasConfirmedState ? ", with confirmed state]" : "]");
  }
}
