package io.github.rossumext.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of a release, in a project of two files. Its Maven only prints its version. */
class ReleaseTest {
  private static final Path SCRIPTS = Path.of("../published").toAbsolutePath().normalize();

  @TempDir Path directory;
  private Path project = Path.of("");
  private String java = "25.0.1";

  private record Result(int exitCode, String output) {}

  @BeforeEach
  void writeTheProject() throws Exception {
    assumeTrue(
        Stream.of("bash", "git", "perl").allMatch(ReleaseTest::isInstalled),
        "bash, git or perl is not installed");
    project = directory.resolve("project");
    Files.createDirectories(project.resolve("published"));
    for (String script : List.of("set-version", "stage", "unreleased", "rehearse")) {
      Files.copy(
          SCRIPTS.resolve(script),
          project.resolve("published").resolve(script),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.writeString(project.resolve("pom.xml"), pom("0.1.0-SNAPSHOT", "10.1.0"));
    Files.writeString(project.resolve("published/pom.xml"), pom("0.1.0-SNAPSHOT", "0.1.0"));
    Files.writeString(project.resolve("README.md"), "Version 0.1, not released yet.\n");
    run("git", "init", "-q");
    run("git", "add", "--all");
  }

  private static boolean isInstalled(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(path -> Files.isExecutable(Path.of(path).resolve(tool)));
  }

  private static String pom(String ours, String other) {
    return """
        <parent>
          <groupId>io.github.rossumext</groupId>
          <artifactId>rossum-extension-parent</artifactId>
          <version>%s</version>
        </parent>
        <dependency>
          <groupId>org.example</groupId>
          <artifactId>other</artifactId>
          <version>%s</version>
        </dependency>
        """
        .formatted(ours, other);
  }

  private Result run(String... command) throws Exception {
    Path maven = Files.createDirectories(directory.resolve("tools")).resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\necho 'Java version: " + java + "'\nexit 0\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    ProcessBuilder process =
        new ProcessBuilder(new ArrayList<>(List.of(command))).directory(project.toFile());
    process
        .environment()
        .merge(
            "PATH", maven.getParent().toString(), (path, own) -> own + File.pathSeparator + path);
    process.environment().put("JAVA_HOME", "/jdk");
    Process started = process.redirectErrorStream(true).start();
    started.getOutputStream().close();
    String output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(started.waitFor(), output);
  }

  private String read(String file) throws IOException {
    return Files.readString(project.resolve(file));
  }

  @Test
  void setsTheVersionOfOurArtifactsOnly() throws Exception {
    assertThat(run("published/set-version", "0.1.0").exitCode()).isZero();
    assertThat(read("pom.xml")).isEqualTo(pom("0.1.0", "10.1.0"));
    assertThat(read("published/pom.xml")).isEqualTo(pom("0.1.0", "0.1.0"));

    assertThat(run("published/set-version", "0.2.0-SNAPSHOT").exitCode()).isZero();
    assertThat(read("pom.xml")).isEqualTo(pom("0.2.0-SNAPSHOT", "10.1.0"));
    assertThat(read("published/pom.xml")).isEqualTo(pom("0.2.0-SNAPSHOT", "0.1.0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.x", "1.0", "v1.0.0", "1.0.0-beta", "1.0.0-SNAPSHOT-rc1", "1.0.0 "})
  void refusesWhatIsNotAVersion(String version) throws Exception {
    Result result = run("published/set-version", version);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).contains("is not a version such as 1.2.0");
    assertThat(read("pom.xml")).isEqualTo(pom("0.1.0-SNAPSHOT", "10.1.0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1.0", "0.1.0-rc1"})
  void aReleaseIsNotStagedWhileAPageSaysThatThereIsNone(String version) throws Exception {
    run("published/set-version", version);
    Result result = run("published/stage", directory.resolve("staged").toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains("README.md:1:Version 0.1, not released yet.")
        .contains("stage: Change them")
        .doesNotContain("Building");
  }

  @Test
  void aReleaseIsStagedWhenThePagesAreCorrected() throws Exception {
    Files.writeString(project.resolve("README.md"), "Version 0.1.\n");
    run("published/set-version", "0.1.0");

    assertThat(run("published/stage", directory.resolve("staged").toString()).output())
        .contains("Building")
        .doesNotContain("sentences");
  }

  @Test
  void aSnapshotIsStagedWhateverThePagesSay() throws Exception {
    assertThat(run("published/stage", directory.resolve("staged").toString()).output())
        .contains("Building")
        .doesNotContain("sentences");
  }

  @Test
  void aRehearsalWithAnotherJdkWritesNothing() throws Exception {
    java = "17.0.9";
    Path folder = directory.resolve("rehearsal");
    Result result = run("published/rehearse", folder.toString(), "0.1.0");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .isEqualTo("rehearse: The Javadoc needs Java 25. Set JAVA_HOME to a JDK 25.\n");
    assertThat(folder).doesNotExist();
  }

  @Test
  void aRehearsalNeedsANewFolder() throws Exception {
    Result result = run("published/rehearse", directory.toString(), "0.1.0");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).contains(directory + " is not empty. Name a new folder.");
  }
}
