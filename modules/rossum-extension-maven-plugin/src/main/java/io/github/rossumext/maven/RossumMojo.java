package io.github.rossumext.maven;

import io.github.rossumext.maven.project.Goal;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.maven.project.Project;
import io.github.rossumext.maven.project.Report;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals share: the project, the chosen environment, and how they report. */
abstract class RossumMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private @Nullable MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private @Nullable MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private @Nullable MojoExecution execution;

  /** The name of the environment: {@code test} reads {@code rossum/env/test.properties}. */
  @Parameter(property = "rossum.env", defaultValue = "default")
  private @Nullable String env;

  /** Skips the goal. */
  @Parameter(property = "rossum.skip", defaultValue = "false")
  private boolean skip;

  /** Returns what the goal does, made of its parameters. */
  abstract Goal goal() throws MojoExecutionException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped, because rossum.skip is set.");
      return;
    }
    if (isOtherModule()) {
      getLog().info("Skipped, because this module has no directory rossum.");
      return;
    }
    prepare();
    try {
      goal()
          .run(
              Project.of(
                  mavenProject().getBasedir().toPath(),
                  Path.of(mavenProject().getBuild().getDirectory()),
                  classPath(),
                  env,
                  System.getenv()),
              report());
    } catch (GoalException e) {
      throw new MojoFailureException(e.getMessage(), e);
    }
  }

  /** Returns whether the goal was not meant for this module: it runs in all of a build. */
  private boolean isOtherModule() {
    boolean isOneOfMany = session != null && session.getProjects().size() > 1 && isCalledByName();
    return (isOneOfMany || mavenProject().getPackaging().equals("pom"))
        && !mavenProject().getBasedir().toPath().resolve("rossum").toFile().exists();
  }

  /** Returns whether the command line names the goal. If not, an execution of the POM does. */
  final boolean isCalledByName() {
    return execution != null && execution.getSource() == MojoExecution.Source.CLI;
  }

  /** Returns Maven's session; null outside of Maven. */
  final @Nullable MavenSession session() {
    return session;
  }

  /** Returns what Maven runs; null outside of Maven. */
  final @Nullable MojoExecution execution() {
    return execution;
  }

  /** Does what the goal needs to be done before. */
  void prepare() throws MojoExecutionException {}

  /** Returns Maven's project. */
  final MavenProject mavenProject() {
    if (project == null) {
      throw new IllegalStateException("Maven did not set the project of the goal.");
    }
    return project;
  }

  /** Returns the run-time class path of the project; no entries if the goal does not resolve it. */
  List<Path> classPath() throws MojoExecutionException {
    try {
      return mavenProject().getRuntimeClasspathElements().stream()
          .map(File::new)
          .map(File::toPath)
          .toList();
    } catch (DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("Maven did not resolve the class path of the goal.", e);
    }
  }

  private Report report() {
    return new Report() {
      @Override
      public void info(String text) {
        text.lines().forEach(getLog()::info);
      }

      @Override
      public void warning(String text) {
        text.lines().forEach(getLog()::warn);
      }

      @Override
      public void error(String text) {
        text.lines().forEach(getLog()::error);
      }
    };
  }
}
