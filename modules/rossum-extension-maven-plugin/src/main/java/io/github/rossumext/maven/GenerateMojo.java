package io.github.rossumext.maven;

import io.github.rossumext.maven.generate.Generate;
import io.github.rossumext.maven.project.Goal;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Generates constants and records from {@code rossum/schema.json}, so that a misspelt or renamed
 * field does not compile.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends RossumMojo {
  private @Nullable String packageName;

  /** Where the generated classes go. */
  @Parameter(
      property = "rossum.output",
      defaultValue = "${project.build.directory}/generated-sources/rossum")
  private @Nullable File output;

  /** The package of the generated classes. */
  @Parameter(property = "rossum.package", required = true)
  public void setPackage(String name) {
    this.packageName = name;
  }

  @Override
  Goal goal() {
    if (packageName == null || output == null) {
      throw new IllegalStateException("Maven did not set the parameters of the goal.");
    }
    mavenProject().addCompileSourceRoot(output.getPath());
    return new Generate(packageName, output.toPath());
  }

  @Override
  List<Path> classPath() {
    return List.of(); // the classes are not compiled yet
  }
}
