package io.github.rossumext.testkit.simulator;

import java.util.List;

/**
 * Whether a document would be automated, and what blocks it. Immutable and thread-safe.
 *
 * @param level the level that was asked about
 * @param blockers what blocks it; none if it would be automated
 */
public record Automation(AutomationLevel level, List<Blocker> blockers) {
  /** The response for a level. */
  public Automation {
    blockers = List.copyOf(blockers);
  }

  /** Whether no user would see the document. */
  public boolean isAutomated() {
    return blockers.isEmpty();
  }

  /** The level and what blocks. */
  @Override
  public String toString() {
    return isAutomated() ? "automated at " + level : "not automated at " + level + ": " + blockers;
  }
}
