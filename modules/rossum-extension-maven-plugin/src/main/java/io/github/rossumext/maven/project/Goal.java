package io.github.rossumext.maven.project;

/** What a goal of the plugin does, without Maven. */
@FunctionalInterface
public interface Goal {
  /**
   * Runs the goal.
   *
   * @throws GoalException if it fails; the message is for the author
   */
  void run(Project project, Report report);
}
