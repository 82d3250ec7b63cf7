package io.github.rossumext.maven;

import io.github.rossumext.maven.project.Goal;
import io.github.rossumext.maven.register.Registration;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Lets a hook call the URL of a tunnel to this machine, and puts it back when the goal ends. */
@Mojo(name = "dev", threadSafe = true)
public final class DevMojo extends RegisterMojo {
  /** The URL of the tunnel, with the path of the extension. */
  @Parameter(property = "rossum.url")
  private @Nullable String url;

  /** The name of the hook's file without {@code .json}, if the project has several. */
  @Parameter(property = "rossum.hook")
  private @Nullable String hook;

  /** Puts back what an earlier session left, and ends. */
  @Parameter(property = "rossum.restore", defaultValue = "false")
  private boolean restore;

  @Override
  Goal goal() {
    return Registration.dev(projectName(), text(hook), text(url), restore);
  }
}
