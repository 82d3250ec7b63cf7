package io.github.rossumext.maven;

import io.github.rossumext.maven.project.Goal;
import io.github.rossumext.maven.register.Registration;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows what {@code apply} would change in Rossum: hooks and the schema, field by field. */
@Mojo(name = "plan", threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class PlanMojo extends RegisterMojo {
  /**
   * The secrets that are sent to hooks that exist: {@code true} for all, or names with commas, such
   * as {@code config.secret}. A new hook gets all of them.
   */
  @Parameter(property = "rossum.secrets")
  private @Nullable String secrets;

  @Override
  Goal goal() {
    return Registration.plan(projectName(), secrets == null ? "" : secrets);
  }
}
