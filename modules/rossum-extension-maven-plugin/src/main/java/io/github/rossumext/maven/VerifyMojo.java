package io.github.rossumext.maven;

import io.github.rossumext.maven.project.Goal;
import io.github.rossumext.maven.register.Registration;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lets Rossum call the extension, and says in plain words whether it worked: address, TLS,
 * signature, time and events.
 */
@Mojo(name = "verify", threadSafe = true)
public final class VerifyMojo extends RegisterMojo {
  /**
   * The events to try, with commas. Their handlers run as for any request. Without it, those of
   * {@code annotation_content} but {@code export}.
   */
  @Parameter(property = "rossum.events")
  private @Nullable String events;

  @Override
  Goal goal() {
    return Registration.verify(projectName(), text(events));
  }
}
