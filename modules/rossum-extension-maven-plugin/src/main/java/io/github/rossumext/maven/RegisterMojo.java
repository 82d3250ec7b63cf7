package io.github.rossumext.maven;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the goals that call Rossum share. The token is the variable {@code ROSSUM_TOKEN}, and
 * nothing else.
 */
abstract class RegisterMojo extends RossumMojo {
  /** Returns the name that marks the hooks of the project in Rossum. */
  final String projectName() {
    return mavenProject().getGroupId() + ":" + mavenProject().getArtifactId();
  }

  /** Returns a parameter that need not be set; {@code ""} if it is not. */
  static String text(@Nullable String parameter) {
    return parameter == null ? "" : parameter;
  }

  /** Returns the directory of the project's own classes, which are read and not loaded. */
  @Override
  List<Path> classPath() {
    return List.of(Path.of(mavenProject().getBuild().getOutputDirectory()));
  }
}
