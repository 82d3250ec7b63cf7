package io.github.rossumext.maven;

import io.github.rossumext.maven.project.Goal;
import io.github.rossumext.maven.register.Registration;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Changes Rossum as {@code plan} showed, and records it in {@code rossum/state}. It compiles first,
 * so that code that does not fit the new schema is not applied.
 */
@Mojo(name = "apply", threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class ApplyMojo extends PlanningMojo {
  /** The ids of fields whose values documents may lose, with commas. */
  @Parameter(property = "rossum.acceptLoss")
  private @Nullable String acceptLoss;

  /** Ends a development session that did not end. */
  @Parameter(property = "rossum.restore", defaultValue = "false")
  private boolean restore;

  @Override
  Goal goal() {
    return Registration.apply(projectName(), secrets(), text(acceptLoss), restore);
  }
}
