package io.github.rossumext.maven;

import io.github.rossumext.maven.check.Check;
import io.github.rossumext.maven.project.Goal;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Compares the files below {@code rossum} with the code and with what Rossum allows, without a
 * network.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class CheckMojo extends RossumMojo {
  /** By its name: Maven does not have the enum of the annotations when it runs a goal. */
  private static final String COMPILED = "process-classes";

  private final LifecycleExecutor lifecycle;
  private final BuildPluginManager plugins;

  /** The class that makes the endpoint: a {@code Supplier<HookEndpoint>}. */
  @Parameter(property = "rossum.endpoint")
  private @Nullable String endpoint;

  /** The classes that make the endpoints, by the names of the files in {@code rossum/hooks}. */
  @Parameter private @Nullable Map<String, String> endpoints;

  /** The record that the settings of the hook are bound to. */
  @Parameter(property = "rossum.settings.record")
  private @Nullable String settings;

  /** The record that the secrets of the hook are bound to. */
  @Parameter(property = "rossum.secrets.record")
  private @Nullable String secrets;

  /** Maven makes the goal. */
  @Inject
  public CheckMojo(LifecycleExecutor lifecycle, BuildPluginManager plugins) {
    this.lifecycle = lifecycle;
    this.plugins = plugins;
  }

  @Override
  Goal goal() {
    return new Check(endpoint, endpoints == null ? Map.of() : endpoints, settings, secrets);
  }

  /** Compiles the project if the goal was called by its name. In a build, that is done before. */
  @Override
  void prepare() throws MojoExecutionException {
    MavenSession session = session();
    MojoExecution execution = execution();
    if (session == null || execution == null || !isCalledByName()) {
      return;
    }
    try {
      for (MojoExecution each :
          lifecycle.calculateExecutionPlan(session, COMPILED).getMojoExecutions()) {
        if (!each.getMojoDescriptor().getId().equals(execution.getMojoDescriptor().getId())) {
          plugins.executeMojo(session, each);
        }
      }
    } catch (MojoExecutionException e) {
      throw e;
    } catch (Exception e) { // Maven declares a dozen; each says what is wrong with the project
      throw new MojoExecutionException("The project cannot be compiled: " + e.getMessage(), e);
    }
  }
}
