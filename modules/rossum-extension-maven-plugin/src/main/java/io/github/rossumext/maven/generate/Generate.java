package io.github.rossumext.maven.generate;

import io.github.rossumext.maven.project.Goal;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.maven.project.Project;
import io.github.rossumext.maven.project.Report;
import java.nio.file.Path;

/** The goal {@code generate}. */
public final class Generate implements Goal {
  private final String packageName;
  private final Path output;

  /**
   * @param packageName the package of the generated classes
   * @param output the directory of the generated sources
   */
  public Generate(String packageName, Path output) {
    this.packageName = packageName;
    this.output = output;
  }

  @Override
  public void run(Project project, Report report) {
    Path schema =
        project
            .schema()
            .orElseThrow(
                () ->
                    new GoalException(
                        "rossum:generate needs "
                            + project.rossum().resolve("schema.json")
                            + ", which does not exist. Save the schema of the queue there."));
    report.info("Generating " + packageName + " from " + project.shown(schema) + " to " + output);
  }
}
