package io.github.rossumext.maven;

import io.github.rossumext.maven.project.Goal;
import io.github.rossumext.maven.register.Registration;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows what {@code apply} would change in Rossum: hooks and the schema, field by field. */
@Mojo(name = "plan", threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class PlanMojo extends PlanningMojo {
  @Override
  Goal goal() {
    return Registration.plan(projectName(), secrets());
  }
}
