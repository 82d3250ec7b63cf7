package io.github.rossumext.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.api.RossumApiStub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals that call Rossum as a program, for Gradle and CI. */
class RegisterCommandTest {
  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(RossumApiStub api, String... arguments) {
    return RossumCommand.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Map.of(
            "ROSSUM_URL", api.baseUrl().toString(),
            "ROSSUM_TOKEN", api.token().reveal(),
            "SECRET", "marked"),
        arguments);
  }

  @Test
  void aHookIsPlannedAndApplied() throws IOException {
    Files.createDirectories(directory.resolve("rossum"));
    Files.writeString(
        directory.resolve("rossum/hook.json"),
        "{\"name\":\"Nightly import\",\"events\":[\"invocation.scheduled\"],"
            + "\"config\":{\"url\":\"https://hooks.example/x\",\"secret\":\"${SECRET}\"}}");
    String[] options = {"--project", "acme:import", "--directory", directory.toString()};
    try (RossumApiStub api = RossumApiStub.create()) {
      assertThat(run(api, "plan", options[0], options[1], options[2], options[3])).isZero();
      assertThat(run(api, "apply", options[0], options[1], options[2], options[3])).isZero();
      assertThat(api.get("/v1/hooks").text()).contains("Nightly import", "acme:import");

      assertThat(run(api, "apply", options[2], options[3])).isEqualTo(2);
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("The option --project is missing.");
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Applied: Hook \"Nightly import\" (new).")
        .doesNotContain("marked", "stubtoken");
  }
}
