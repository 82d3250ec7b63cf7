package io.github.rossumext.maven;

import io.github.rossumext.maven.project.Goal;
import io.github.rossumext.maven.register.Registration;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Shows what {@code apply} would change in Rossum: hooks and the schema, field by field. It reads
 * the compiled classes and compiles nothing: after a change of the schema, the code may not
 * compile, but the classes of the last build still name the fields that they use.
 */
@Mojo(name = "plan", threadSafe = true)
public final class PlanMojo extends PlanningMojo {
  @Override
  Goal goal() {
    return Registration.plan(projectName(), secrets());
  }
}
