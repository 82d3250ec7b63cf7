package io.github.rossumext.examples.vendormatching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code run} and {@code playground} show of a build. The Maven of these tests only prints.
 */
class BuildScriptTest {
  @TempDir Path tools;

  private record Result(int exitCode, String output, String errors) {}

  @BeforeEach
  void needBash() {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not installed");
  }

  @Test
  void aFirstBuildShowsItsDownloads() throws Exception {
    Result result =
        buildWith(
            """
            echo "[INFO] Downloading from central: https://example.com/a.jar"
            sleep 3
            echo "[INFO] Downloaded from central: https://example.com/a.jar (1.7 MB at 2.0 MB/s)"
            echo "[INFO] Downloaded from central: https://example.com/b.pom (800.5 kB at 12 kB/s)"
            echo "[INFO] Downloaded from central: https://example.com/c.pom (12 B at 1 kB/s)"
            echo "[INFO] Building rossum-extension core 0.1.0 [1/2]"
            """);

    assertThat(result.errors()).isEmpty();
    assertThat(result.output())
        .isEqualTo(
            """
            Building core, program …
              downloaded 1 files, 1 MB
              building core 0.1.0 [1/2]
              downloaded 3 files, 2 MB: Maven keeps them for the next build
            """);
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void aLaterBuildIsQuiet() throws Exception {
    assertThat(buildWith("echo '[INFO] Scanning for projects...'").output())
        .isEqualTo("Building core, program …\n");
  }

  @Test
  void aFailureIsShownAndEndsTheScript() throws Exception {
    Result result = buildWith("echo '[ERROR] cannot find symbol'; exit 3");

    assertThat(result.errors()).isEqualTo("[ERROR] cannot find symbol\n");
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @Test
  void mavenGetsTheModulesAndNoTests() throws Exception {
    assertThat(buildWith("echo \"[ERROR] $*\"").errors())
        .isEqualTo("[ERROR] -B -f /project/pom.xml -pl core,program -Dmaven.test.skip package\n");
  }

  private Result buildWith(String maven) throws Exception {
    Path program = Files.writeString(tools.resolve("mvn"), "#!/bin/bash\n" + maven);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    ProcessBuilder script =
        new ProcessBuilder(
            List.of(
                "/bin/bash",
                "-c",
                "set -euo pipefail; project=/project; . ../build; build core,program package"));
    script
        .environment()
        .merge("PATH", tools.toString(), (path, own) -> own + File.pathSeparator + path);
    Process process = script.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output, errors);
  }
}
