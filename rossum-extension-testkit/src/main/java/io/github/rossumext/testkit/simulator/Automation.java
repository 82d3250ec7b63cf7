package io.github.rossumext.testkit.simulator;

import java.util.List;

/**
 * The check whether a document would be automated. Immutable and thread-safe.
 *
 * @param level the level of the check
 * @param blockers what blocks automation; empty if the document would be automated
 */
public record Automation(AutomationLevel level, List<Blocker> blockers) {
  /** Creates a result. */
  public Automation {
    blockers = List.copyOf(blockers);
  }

  /** Returns whether the document would be automated: no user would see it. */
  public boolean isAutomated() {
    return blockers.isEmpty();
  }

  /** Returns the level and the blockers. */
  @Override
  public String toString() {
    return isAutomated() ? "automated at " + level : "not automated at " + level + ": " + blockers;
  }
}
