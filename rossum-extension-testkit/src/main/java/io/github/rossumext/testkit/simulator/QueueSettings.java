package io.github.rossumext.testkit.simulator;

import java.math.BigDecimal;

/**
 * The settings of the document's queue. The defaults are those of a new queue: no automation, a
 * score threshold of 0.8, and export right after confirming. Immutable and thread-safe; each {@code
 * with…} method returns a changed copy.
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

  /** Returns the settings of a new queue. */
  public static QueueSettings defaults() {
    return DEFAULTS;
  }

  /**
   * Returns a copy with this automation level. A queue whose {@code automation_enabled} is false
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
      throw new IllegalArgumentException(
          "default_score_threshold must be from 0 to 1, but was " + threshold + ".");
    }
    return new QueueSettings(automation, BigDecimal.valueOf(threshold), hasConfirmedState);
  }

  /** Returns a copy in which a confirmed document waits in {@code confirmed} to be exported. */
  public QueueSettings withConfirmedState() {
    return new QueueSettings(automation, scoreThreshold, true);
  }

  /** Returns the automation level. */
  public AutomationLevel automationLevel() {
    return automation;
  }

  /** Returns the least confidence that validates a field, from 0 to 1. */
  public BigDecimal scoreThreshold() {
    return scoreThreshold;
  }

  /** Returns whether a confirmed document waits in {@code confirmed} to be exported. */
  public boolean hasConfirmedState() {
    return hasConfirmedState;
  }

  /** Returns all settings. */
  @Override
  public String toString() {
    return "QueueSettings["
        + automation
        + ", score threshold "
        + scoreThreshold
        + (hasConfirmedState ? ", with confirmed state]" : "]");
  }
}
