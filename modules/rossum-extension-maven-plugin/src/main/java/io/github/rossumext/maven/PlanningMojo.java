package io.github.rossumext.maven;

import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What {@code plan} and {@code apply} share: which secrets are sent. */
abstract class PlanningMojo extends RegisterMojo {
  /**
   * The secrets that are sent to hooks that exist: {@code true} for all, or names with commas, such
   * as {@code config.secret}. A new hook gets all of them.
   */
  @Parameter(property = "rossum.secrets")
  private @Nullable String secrets;

  final String secrets() {
    return text(secrets);
  }
}
